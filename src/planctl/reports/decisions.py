"""The political decisions written on a plan or register entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from planctl.domain import adoption
from planctl.model.illustrative import part_is_illustrative
from planctl.model.period import Period, known_day
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.reports.scope import text
from planctl.reports.views.tertial import Decision


def decisions(plans: PlanSet, record: Record) -> Iterator[Decision]:
    """Yield a record's decisions in the order written; an organ that is not known is named by its id."""
    return (_decision(plans, record, item) for item in adoption.decisions(record, plans))


def adopted(plans: PlanSet, record: Record, day: date) -> Decision | None:
    """Give the latest decision that adopted a plan, on or before a day; a hearing or a change is none.

    A draft has none. One whose day is not known is told of from the first day that it can have been made.
    """
    made = [(item.when.first, item) for item in adoption.adopted_by(record, plans) if item.when is not None]
    last = max((row for row in made if row[0] <= day), key=lambda row: row[0], default=None)
    return None if last is None else _decision(plans, record, last[1])


def within(plans: PlanSet, records: Iterable[Record], period: Period) -> list[Decision]:
    """Give the decisions of some records that can have been made in a period, by day and then by the plan's title."""
    found = [(item, record) for record in records for item in adoption.decisions(record, plans)]
    made = [(item.when, item, record) for item, record in found if item.when is not None]
    mine = [row for row in made if row[0].period.overlaps(period)]
    mine.sort(key=lambda row: (row[0].first, row[2].title))
    return [_decision(plans, record, item) for _, item, record in mine]


def _decision(plans: PlanSet, record: Record, made: adoption.Decision) -> Decision:
    row = made.fields
    organ = plans.get(_said(row, "organ"))
    return Decision(
        title=record.title,
        body=organ.title if organ is not None else _said(row, "organ"),
        case=_said(row, "sak"),
        day=known_day(row.get("dato")),
        status=text(record, "status"),
        about=_said(row, "gjelder"),
        illustrative=part_is_illustrative(row, record),
        adopts=made in adoption.adopted_by(record, plans),
    )


def _said(row: Mapping[str, object], name: str) -> str:
    return str(row.get(name) or "")
