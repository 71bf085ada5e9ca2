"""The planregister: every plan, and what the planstrategi lists beside them."""

from __future__ import annotations

from planctl.model.illustrative import is_illustrative
from planctl.model.record import Record
from planctl.reports.decisions import adopted
from planctl.reports.documents.basis import Basis
from planctl.reports.documents.lines import owner_of
from planctl.reports.scope import text
from planctl.reports.views.documents import Entry, Register


def register(basis: Basis) -> Register:
    """Build the planregister: every plan file that is a plan, and the entries of the planstrategi."""
    rows = [record for record in basis.plans.of_kind("plan") if record.kind != "virksomhetsplan"]
    rows += list(basis.plans.of_kind("registerplan"))
    return Register(basis.plans.config.municipality, basis.day, tuple(_entry(basis, record) for record in rows))


def _entry(basis: Basis, record: Record) -> Entry:
    last = adopted(basis.plans, record, basis.day)
    return Entry(
        kind=text(record, "slag") or record.kind,
        title=record.title,
        period=text(record, "periode"),
        status=text(record, "status"),
        adopted=last.day if last else None,
        body=last.body if last else "",
        case=last.case if last else "",
        owner=owner_of(basis, record),
        replaces=tuple(other.title for other in basis.graph.targets(record, "avløser")),
        illustrative=is_illustrative(record),
        date_illustrative=last is not None and last.illustrative,
    )
