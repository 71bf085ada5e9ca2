"""Sums of a unit or of many, in whole 1000 kr, with their deviations as a table shows them."""

from __future__ import annotations

from dataclasses import dataclass

from recount.words import number, share


@dataclass(frozen=True)
class Sums:
    """Regulated budget, budget so far, accounts so far and forecast."""

    revised: int | None = None
    budget: int | None = None
    actual: int | None = None
    forecast: int | None = None

    @property
    def whole(self) -> bool:
        """Whether every sum is known."""
        return None not in (self.revised, self.budget, self.actual, self.forecast)

    @property
    def so_far(self) -> int | None:
        """Budget less accounts so far."""
        return None if self.budget is None or self.actual is None else self.budget - self.actual

    @property
    def deviation(self) -> int | None:
        """Regulated budget less forecast."""
        return None if self.revised is None or self.forecast is None else self.revised - self.forecast

    @property
    def closed(self) -> Sums:
        """The same of a year that is over: nothing is left to forecast."""
        return Sums(self.revised, self.revised, self.actual, self.actual)

    @property
    def result(self) -> list[str]:
        """The columns of an årsrapport."""
        sums = (self.revised, self.actual, self.deviation)
        return [*map(number, sums), share(self.deviation, self.revised, 1)]

    @property
    def cells(self) -> list[str]:
        """The columns of a tertial report."""
        sums = (self.revised, self.budget, self.actual, self.so_far, self.forecast, self.deviation)
        return [*map(number, sums), share(self.deviation, self.revised, 1)]


@dataclass(frozen=True)
class MonthSums(Sums):
    """The same with the original budget, as a month's report has it."""

    original: int | None = None

    @property
    def cells(self) -> list[str]:
        """The columns of a month's report."""
        sums = (self.original, self.revised, self.budget, self.actual, self.so_far)
        shares = share(self.so_far, self.budget, 1), share(self.deviation, self.revised, 1)
        return [*map(number, sums), shares[0], number(self.forecast), number(self.deviation), shares[1]]


def apart(sum_: int | None, of: int | None) -> str:
    """Say a deviation in a sentence."""
    return f"et avvik på {number(sum_)}, eller {share(sum_, of, 1)}"
