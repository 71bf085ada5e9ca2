"""The valgperioder of planctl.yaml, and the planstrategi of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from planctl.config import Config, Council
from planctl.domain.adoption import plan_kind
from planctl.model.period import Period
from planctl.model.planset import PlanSet
from planctl.model.record import Record


def tenures(config: Config) -> Iterator[tuple[Council, date, Period]]:
    """Give each council with the day it was constituted and the days until the next one, oldest first."""
    dated = [(item.constituted, item) for item in config.councils if item.constituted is not None]
    known = sorted(dated, key=lambda row: row[0])
    for number, (start, council) in enumerate(known):
        following = known[number + 1][0] if number + 1 < len(known) else date(council.last, 11, 1)
        if following > start:
            yield council, start, Period(start, following - timedelta(days=1))


def council_at(config: Config, day: date) -> tuple[Council, date, Period] | None:
    """Give the council that sits on a day."""
    return next((row for row in tenures(config) if day in row[2]), None)


def strategies(plans: PlanSet) -> Iterator[Record]:
    """Yield the planstrategier: files, and entries of the planregister."""
    found = (*plans.of_kind("planstrategi"), *plans.of_kind("registerplan"))
    return (record for record in found if plan_kind(record) == "planstrategi")
