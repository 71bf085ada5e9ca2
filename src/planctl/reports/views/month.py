"""The monthly report on økonomi as frozen data without a language, ready for a template."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Literal

from planctl.model.chapter import UNFROZEN
from planctl.model.period import Period
from planctl.reports.moved_limits import MovedLimits
from planctl.reports.postponed import Postponements
from planctl.reports.views.goals import Indicator, Point, UnitIndicator
from planctl.reports.views.money import Economy, Money, UnitMoney
from planctl.reports.views.written import Written
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A unit and the months of the year so far that it has no accounts for."""

    unit: str
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Swing:
    """A unit whose forecast is another than the month before; `change` is positive when less will be spent."""

    unit: str
    before: int
    now: int

    @property
    def change(self) -> int:
        """How much better the forecast is."""
        return self.before - self.now


@dataclass(frozen=True, slots=True)
class Told:
    """What a unit last said of its økonomi, and for which period."""

    unit: str
    period: str
    words: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A handlingsregel, the last value of its indicator, and whether it holds (None: cannot be told)."""

    title: str
    limit: str
    value: Point | None
    indicator: Indicator | None
    holds: Literal["holdt", "brutt"] | None


@dataclass(frozen=True, slots=True)
class MonthReport:
    """The whole report, judged on the month's last day.

    `economy` holds the year so far, `month` the month alone (as budget and actual): a unit is a part there when one
    above it has both. `before` is the sum the month before. `overspending` lists the units that expect to spend more
    than their budget, the greatest sum first: a part is one below a unit whose deviation is known. `gaps` name the
    units that lack accounts for months so far, `swings` the forecasts that changed since the month before.
    `unfinished` is the day it was made, of a month that had not ended then.
    """

    municipality: str
    year: int
    number: int
    period: Period
    unit: str
    economy: Economy
    month: Economy
    before: Money
    overspending: tuple[UnitMoney, ...]
    gaps: tuple[Gap, ...]
    swings: tuple[Swing, ...]
    told: tuple[Told, ...]
    rules: tuple[Rule, ...]
    indicators: tuple[Indicator, ...]
    unit_indicators: tuple[UnitIndicator, ...]
    illustrative: tuple[tuple[str, int, int], ...]
    postponed: Postponements | None = None
    goalposts: MovedLimits | None = None
    written: Written | None = field(default=None, metadata=UNFROZEN)
    unfinished: date | None = field(default=None, metadata=UNFROZEN)

    @property
    def has_areas(self) -> bool:
        """Whether any of the units belongs to a tjenesteområde."""
        return self.economy.has_areas or self.month.has_areas
