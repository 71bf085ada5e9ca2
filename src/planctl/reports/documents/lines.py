"""A strategi, oppdrag or tiltak as a line of a document."""

from __future__ import annotations

from planctl.model.period import deadline, known_day
from planctl.model.record import Record
from planctl.reports.documents.basis import Basis
from planctl.reports.documents.views import Line
from planctl.reports.scope import text


def above_of(basis: Basis, record: Record) -> tuple[str, ...]:
    """Name what a record follows up, one step up the thread."""
    return tuple(f"{text(above, 'nummer')} {above.title}".strip() for above in basis.graph.parents(record))


def line_of(basis: Basis, record: Record) -> Line:
    """Show a strategi, oppdrag or tiltak as it stands on the day."""
    state = basis.scope.status_reports.at(record, basis.day)
    owner = basis.plans.get(text(record, "ansvarlig") or None)
    return Line(
        kind=record.kind,
        number=text(record, "nummer"),
        title=record.title,
        words=text(record, "omtale"),
        above=above_of(basis, record),
        deadline=state.deadline or deadline(record.get("frist")),
        owner=owner.title if owner is not None else "",
        shared=tuple(other.title for other in basis.graph.targets(record, "medansvarlige")),
        status=state.status or "",
        model=text(record, "styringsmodell"),
        start=known_day(record.get("start")),
    )
