"""What the report shows of økonomi: sums in whole 1000 kr, merforbruk negative."""

from __future__ import annotations

from dataclasses import field, replace
from decimal import ROUND_HALF_UP, Decimal

from planctl.model.chapter import UNFROZEN
from planctl.reports.views.status_counts import percent
from planctl.values import dataclass


def whole(value: Decimal) -> int:
    """Round a sum to whole 1000 kr, half away from zero."""
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Money:
    """Sums in 1000 kr; merforbruk is a negative deviation."""

    revised: int | None
    budget: int | None
    actual: int | None
    forecast: int | None
    original: int | None = None

    @property
    def complete(self) -> bool:
        """Whether every sum is given."""
        return None not in (self.revised, self.budget, self.actual, self.forecast)

    @property
    def deviation_so_far(self) -> int | None:
        """Budget so far less accounts so far."""
        return None if self.budget is None or self.actual is None else self.budget - self.actual

    @property
    def deviation(self) -> int | None:
        """Revised budget less forecast."""
        return None if self.revised is None or self.forecast is None else self.revised - self.forecast

    @property
    def share_so_far(self) -> Decimal | None:
        """The deviation so far in per cent of the budget so far."""
        return (
            None
            if self.deviation_so_far is None or not self.budget
            else percent(self.deviation_so_far, abs(self.budget))
        )

    @property
    def share(self) -> Decimal | None:
        """The deviation in per cent of the revised budget."""
        return None if self.deviation is None or not self.revised else percent(self.deviation, abs(self.revised))

    @property
    def closed(self) -> Money:
        """The sums of a year that is over: the accounts are what was forecast, the year's budget the one so far."""
        return replace(self, budget=self.revised, forecast=self.actual)

    def agrees(self, other: Money) -> bool:
        """Whether another has the same budgets, accounts and forecast."""
        ours, theirs = ((one.revised, one.budget, one.actual, one.forecast) for one in (self, other))
        return ours == theirs


NOTHING = Money(None, None, None, None)
"""The sums where none is given."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The sum of the monthly figures, and how many of the units that should have any it holds."""

    total: Money
    covered: int


@dataclass(frozen=True, slots=True)
class UnitMoney:
    """A unit's sums; `part` when a unit above it has figures of its own that hold them.

    `reported` is the deviation that the unit itself has told, where its sums are others: the accounts'. `missing` are
    the months of the year so far that the accounts lack.
    """

    name: str
    area: str
    money: Money
    explanation: str | None = None
    part: bool = False
    reported: int | None = None
    missing: tuple[int, ...] = ()

    @property
    def deviates(self) -> bool:
        """Whether there is a deviation to explain: in its sums, or in what it has told."""
        return bool(self.money.deviation or self.reported)


@dataclass(frozen=True, slots=True)
class AreaMoney:
    """A tjenesteområde's sums: those of its units with complete figures, parts left out."""

    name: str
    money: Money
    units: tuple[UnitMoney, ...]


@dataclass(frozen=True, slots=True)
class Economy:
    """Økonomi per tjenesteområde.

    `covered` counts the units whose figures are complete, of the `expected`; `without` names those
    that gave no figures at all, by tjenesteområde. `of_accounts` tells that the sums are the monthly accounts', and not
    what the units have reported; `illustrative` that these are made as an example.
    """

    areas: tuple[AreaMoney, ...]
    total: Money
    covered: int
    expected: int
    without: tuple[tuple[str, tuple[str, ...]], ...]
    of_accounts: bool = field(default=False, metadata=UNFROZEN)
    illustrative: bool = field(default=False, metadata=UNFROZEN)

    @property
    def has_areas(self) -> bool:
        """Whether any of the sums, or of the units without any, belongs to a tjenesteområde."""
        return any(name for name in (*(area.name for area in self.areas), *(name for name, _ in self.without)))

    @property
    def silent(self) -> int:
        """How many units gave no figures at all."""
        return sum(len(names) for _, names in self.without)

    @property
    def units(self) -> tuple[UnitMoney, ...]:
        """Every unit with figures."""
        return tuple(unit for area in self.areas for unit in area.units)
