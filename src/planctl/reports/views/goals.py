"""What the report shows of mål and indicators; values stand in the indicator's own unit of measure."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from planctl.domain.judgement.course import Course, Line
from planctl.domain.judgement.verdict import Verdict
from planctl.model.bands import Band
from planctl.model.period import year_before
from planctl.reports.views.status_counts import Tally
from planctl.values import dataclass

VERDICTS = ("nådd", "på vei", "ikke på vei", "ikke vurdert")
"""The judgements of a mål, best first."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value of an indicator and the period it is for, as written; None is `ikke målt`."""

    value: Decimal | None
    period: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator as known on the period's last day.

    `latest` is None when it was never measured. `last_value` is the newest value there is, and
    `previous` the one it is held against: of a part of a year the same part of the year before, else the one before it.
    `verdict` judges the last value: a band, or why there is none.
    `goal` numbers the mål it measures, `focus` is its fokusområde. `by_unit` tells that it is one of
    several series, one for each unit. `unit` names whom the values are for when that is not the municipality, `measure`
    is the unit of measure. `trend` compares the last value with the previous, `better` by the indicator's retning.
    `line` tells how the last value stands to the straight line from nullpunkt to måltall, `expected` what the line
    has at its period's end, and `course` judges by bands and line together. `due` tells of one that was never measured
    whether it should have been.
    """

    id: str
    number: str
    title: str
    goal: str
    unit: str
    measure: str
    decimals: int
    latest: Point | None
    last_value: Point | None
    previous: Point | None
    verdict: Band | Literal["uten bånd", "uleselig bånd", "utenfor båndene"] | None
    target: Point | None
    trend: Literal["opp", "ned", "uendret"] | None
    better: bool | None
    stale: bool
    focus: str = ""
    by_unit: bool = False
    line: Line = Line.INGEN
    expected: Decimal | None = None
    course: Course = Course.UKJENT
    due: bool = True

    @property
    def never(self) -> bool:
        """Whether no value was ever measured."""
        return self.last_value is None

    @property
    def lacking(self) -> str | None:
        """The part of the year before that has no value to hold the last one against, as it is written."""
        return None if self.last_value is None or self.previous is not None else year_before(self.last_value.period)

    @property
    def percent(self) -> bool:
        """Whether the values are in per cent."""
        return self.measure in {"prosent", "%"}


@dataclass(frozen=True, slots=True)
class UnitIndicator:
    """An indicator that is measured unit by unit: its series, in the order of the measurements."""

    number: str
    title: str
    goal: str
    series: tuple[Indicator, ...]

    def count(self, *verdicts: str) -> int:
        """Count the series with some verdicts."""
        return sum(item.verdict in verdicts for item in self.series)

    @property
    def rejected(self) -> tuple[str, ...]:
        """The units whose result is not approved."""
        return tuple(item.unit for item in self.series if item.verdict == "ikke_godkjent")


@dataclass(frozen=True, slots=True)
class Remark:
    """What a unit said of a mål."""

    goal: str
    unit: str
    verdict: str
    comment: str


@dataclass(frozen=True, slots=True)
class Goal:
    """A delmål, or another mål with a judgement of its own: what is done for it and how it goes.

    `leaf` tells that no other mål is nested in it.
    """

    kind: str
    leaf: bool
    number: str
    title: str
    tiltak: Tally
    oppdrag: Tally
    verdicts: tuple[tuple[str, int], ...]
    remarks: tuple[Remark, ...]
    computed: Verdict | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class FocusArea:
    """A satsingsområde with its mål and indicators; its tallies count a tiltak that serves several mål once.

    `courses` counts its delmål by their computed judgement, in the order of SHOWN.
    """

    number: str
    title: str
    goals: tuple[Goal, ...]
    tiltak: Tally
    oppdrag: Tally
    indicators: tuple[Indicator, ...]
    computed: Verdict | None = None
    courses: tuple[int, ...] = (0, 0, 0, 0, 0)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What the units said of its mål."""
        return tuple(remark for goal in self.goals for remark in goal.remarks)
