"""The political decisions written on a plan or register entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from planctl.domain import adoption
from planctl.model.illustrative import part_is_illustrative
from planctl.model.period import parse_date
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.reports.scope import text
from planctl.reports.view import Decision


def decisions(plans: PlanSet, record: Record) -> Iterator[Decision]:
    """Yield a record's decisions in the order written; an organ that is not known is named by its id."""
    return (_decision(plans, record, item.fields) for item in adoption.decisions(record, plans))


def adopted(plans: PlanSet, record: Record, day: date) -> Decision | None:
    """Give the latest decision that adopted a plan, on or before a day; a hearing or a change is none."""
    found = (item for item in adoption.adopting(record, plans) if item.day is not None and item.day <= day)
    last = max(found, key=lambda item: item.day or date.min, default=None)
    return None if last is None else _decision(plans, record, last.fields)


def _decision(plans: PlanSet, record: Record, row: Mapping[str, object]) -> Decision:
    organ = plans.get(_said(row, "organ"))
    return Decision(
        title=record.title,
        body=organ.title if organ is not None else _said(row, "organ"),
        case=_said(row, "sak"),
        day=parse_date(row.get("dato")),
        status=text(record, "status"),
        about=_said(row, "gjelder"),
        illustrative=part_is_illustrative(row, record),
    )


def _said(row: Mapping[str, object], name: str) -> str:
    return str(row.get(name) or "")
