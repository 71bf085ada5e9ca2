"""What every document is made from: the plans on a day of a year, and how they name things."""

from __future__ import annotations

from datetime import date

from planctl.model.period import Period
from planctl.model.record import Record
from planctl.reports.scope import Scope
from planctl.world import World


class Basis:
    """A plan set as it stands on a day, for a year: the day itself, or the nearest of the year."""

    def __init__(self, world: World, year: int, day: date) -> None:
        end = min(day, date(year, 12, 31))
        self.plans = world.plans
        self.graph = world.graph
        self.year = year
        self.day = max(end, date(year, 1, 1))
        self.scope = Scope(world, Period(date(year, 1, 1), self.day), present=self.day == day)

    def of_unit(self, unit: Record | None) -> Scope:
        """Give the scope of one unit; of all without one."""
        return self.scope if unit is None else self.scope.of(unit)

    def plans_of(self, kind: str) -> list[Record]:
        """List the plans of a kind that are in force."""
        return self.scope.in_force(self.plans.of_kind(kind))

    def rules(self, plans: list[Record]) -> list[Record]:
        """List the handlingsregler of some plans."""
        return [record for record in self.plans.of_kind("handlingsregel") if record.plan in plans]
