"""What a report shows of limits that were moved after an indicator was first measured."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from planctl.domain.judgement.indicator import Standing
from planctl.domain.judgement.limit_words import Edit, decision_words, standing_words
from planctl.i18n import Text
from planctl.model.period import When
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class SeriesVerdict:
    """The last value of one series, and how it stands to the limits before a move and after it.

    `unit` names whom it is for when that is not the municipality. The value is rounded to `decimals`; `measure` is the
    unit of measure.
    """

    unit: str
    value: Decimal | None
    period: str
    measure: str
    decimals: int
    old: Standing
    new: Standing

    @property
    def percent(self) -> bool:
        """Whether the value is in per cent."""
        return self.measure in {"prosent", "%"}

    @property
    def moved(self) -> bool:
        """Whether the new limits judge otherwise."""
        return not self.old.same(self.new)

    @property
    def old_words(self) -> Text:
        """How it stands to the old limits, in words."""
        return standing_words(self.old)

    @property
    def new_words(self) -> Text:
        """How it stands to the new limits, in words."""
        return standing_words(self.new)


@dataclass(frozen=True, slots=True)
class LimitDecision:
    """A vedtak that came with a move of limits: the name of its body, its case and day, or what is known of the day."""

    body: str
    case: str
    day: date | When | None

    @property
    def words(self) -> Text:
        """What it is called, in words."""
        return decision_words(self.body, self.day, self.case)


@dataclass(frozen=True, slots=True)
class MovedLimit:
    """One move of an indicator's limits: what was changed, and what made it.

    `day`, `commit` and `subject` are empty for work that is not committed. `carried` names the plan that the indicator
    was carried over from, `revised` tells that its plan was under revision. `series` are those the report judges.
    """

    id: str
    number: str
    title: str
    edits: tuple[Edit, ...]
    day: date | None
    commit: str
    subject: str
    decisions: tuple[LimitDecision, ...]
    carried: str
    revised: bool
    series: tuple[SeriesVerdict, ...]

    @property
    def moved(self) -> tuple[SeriesVerdict, ...]:
        """The series that the new limits judge otherwise."""
        return tuple(item for item in self.series if item.moved)


@dataclass(frozen=True, slots=True)
class MovedLimits:
    """The moves of limits of the indicators that a report judges, those that move a verdict first.

    `known` tells how much of what was changed git knows: `all`, `part` of it (a shallow clone, or one that begins after
    the day judged at) or `none`; `since` is the day that it begins.
    """

    rows: tuple[MovedLimit, ...]
    known: Literal["all", "part", "none"]
    since: date | None

    @property
    def decisive(self) -> int:
        """How many moves move a verdict."""
        return sum(bool(row.moved) for row in self.rows)

    @property
    def undecided(self) -> int:
        """How many came without a vedtak."""
        return sum(not row.decisions for row in self.rows)
