"""A strategi, oppdrag or tiltak as a line of a document."""

from __future__ import annotations

from planctl.model.period import deadline, known_day
from planctl.model.record import Record
from planctl.reports.documents.basis import Basis
from planctl.reports.scope import text
from planctl.reports.views.documents import Line

AREA = "innsatsområde"
"""A part of a plan; what stands in it follows it up too, and more often something else."""


def above_of(basis: Basis, record: Record) -> tuple[str, ...]:
    """Name what a record follows up, one step up the thread; the innsatsområde it stands in only where that is all."""
    parents = basis.graph.parents(record)
    named = [above for above in parents if above.kind != AREA] or parents
    return tuple(f"{text(above, 'nummer')} {above.title}".strip() for above in named)


def owner_of(basis: Basis, record: Record) -> str:
    """Name who answers for a record; empty where nobody is known to."""
    owner = basis.plans.get(text(record, "ansvarlig") or None)
    return owner.title if owner is not None else ""


def line_of(basis: Basis, record: Record) -> Line:
    """Show a strategi, oppdrag or tiltak as it stands on the day."""
    state = basis.scope.status_reports.at(record, basis.day)
    return Line(
        kind=record.kind,
        number=text(record, "nummer"),
        title=record.title,
        words=text(record, "omtale"),
        above=above_of(basis, record),
        deadline=state.deadline or deadline(record.get("frist")),
        owner=owner_of(basis, record),
        shared=tuple(other.title for other in basis.graph.targets(record, "medansvarlige")),
        status=state.status or "",
        model=text(record, "styringsmodell"),
        start=known_day(record.get("start")),
    )
