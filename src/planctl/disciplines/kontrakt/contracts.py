"""The contracts of a plan set: how long each lasts with the options that are taken, and which option waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.values import dataclass
from planctl.world import World

KIND = "kontrakt"
RUNS, PLANNED = "løper", "planlagt"
OVER = frozenset({"avsluttet", "hevet"})
"""The statuses of a contract that is over."""
TAKEN = "utløst"
"""What is said of an option that was taken."""


@dataclass(frozen=True, slots=True)
class Option:
    """A right to make a contract last longer: its place in `opsjoner`, when it must be decided, until when it lasts."""

    index: int
    due: date | None
    until: date | None
    decided: str | None


@dataclass(frozen=True)
class Contract:
    """A contract as it stands in the register."""

    record: Record

    @property
    def status(self) -> str:
        """Its status as written; without one it runs."""
        value = self.record.get("status")
        return value if isinstance(value, str) and value else RUNS

    @property
    def is_over(self) -> bool:
        """Whether somebody has written that it is over."""
        return self.status in OVER

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """Its options, the first first."""
        rows = self.record.get("opsjoner")
        given = enumerate(rows if isinstance(rows, list) else ())
        return tuple(_option(index, row) for index, row in given if isinstance(row, dict))

    @property
    def start(self) -> date | None:
        """Its first day."""
        return parse_date(self.record.get("fra"))

    @cached_property
    def end(self) -> date | None:
        """Its last day, with the options that are taken; None for one that goes on until somebody ends it."""
        days = [parse_date(self.record.get("til"))]
        days += [option.until for option in self.options if option.decided == TAKEN]
        known = [day for day in days if day is not None]
        return max(known) if days[0] is not None else None

    @property
    def waiting(self) -> Option | None:
        """The first option that nobody has decided."""
        return next((option for option in self.options if option.decided is None), None)

    def due(self, option: Option) -> date | None:
        """Give the day by which an option must be decided: its frist, else the last day of the contract."""
        return option.due or self.end

    def runs_at(self, day: date) -> bool:
        """Tell whether the contract runs on a day, by its dates and its status."""
        begun = self.status != PLANNED and (self.start is None or self.start <= day)
        return begun and not self.is_over and (self.end is None or self.end >= day)


def contracts(world: World) -> Iterator[Contract]:
    """Yield the contracts; of two with the same id only the first (203)."""
    plans = world.plans
    return (Contract(record) for record in plans.of_kind(KIND) if plans.get(record.id) is record)


def _option(index: int, row: dict[str, Any]) -> Option:
    decided = row.get("besluttet")
    return Option(index, parse_date(row.get("frist")), parse_date(row.get("til")), decided or None)
