"""The tertial report as a whole: frozen data without a language, ready for a template.

Its parts stand in `status_counts`, `goals` and `money`.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date

from planctl.domain.judgement.course import Course
from planctl.model.chapter import UNFROZEN, Chapter
from planctl.model.period import Period, When
from planctl.reports.moved_limits import MovedLimits
from planctl.reports.postponed import Postponements
from planctl.reports.views.goals import FocusArea, Goal, Indicator, UnitIndicator
from planctl.reports.views.money import Economy, Ledger
from planctl.reports.views.status_counts import Tallies, Tally, Work
from planctl.reports.views.written import Written
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit that owes a report, or was late; `work` counts its tiltak without a status."""

    name: str
    area: str
    leader: str
    work: int = 0
    delivered: date | None = None
    closed: date | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """What was not reported; `reports` counts all that were delivered, those of units without a plan too.

    `tiltak` have no status, though their unit has delivered its report or owes none: so many of them as `beside` tells.
    """

    expected: int
    reports: int
    units: tuple[UnitLine, ...]
    late: tuple[UnitLine, ...]
    due: date
    tiltak: tuple[Work, ...]
    unplanned: tuple[str, ...]
    never: tuple[Indicator, ...]
    stale: tuple[Indicator, ...]
    beside: int = field(default=0, metadata=UNFROZEN)

    @property
    def delivered(self) -> int:
        """How many of the units that should have reported did so."""
        return self.expected - len(self.units)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan the report is built on, and when it was adopted; `illustrative` tells it of that date."""

    title: str
    adopted: date | When | None
    body: str | None
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """A mål whose computed judgement is not what it was; `better` is None where one of them is not known."""

    label: str
    before: str
    now: str
    better: bool | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new since the previous period's report; `tiltak` and `oppdrag` hold its counts.

    `gone` were deviations then and are reported otherwise now; `silent` are not reported on now.
    """

    period: str
    tiltak: Tally
    oppdrag: Tally
    new: tuple[Work, ...]
    gone: tuple[Work, ...]
    silent: tuple[Work, ...]
    moves: tuple[Move, ...]

    @property
    def new_ids(self) -> frozenset[str]:
        """The ids of what is new among the deviations."""
        return frozenset(item.id for item in self.new)


@dataclass(frozen=True, slots=True)
class Decision:
    """A political decision and how it is followed up; `illustrative` tells it of the decision itself.

    `day` is the month, season or year where the day is not known. `adopts` tells that it adopts the plan: it is no step
    on the way, as a hearing, and no change afterwards.
    """

    title: str
    body: str
    case: str
    day: date | When | None
    status: str
    about: str = ""
    illustrative: bool = False
    adopts: bool = field(default=True, metadata=UNFROZEN)

    @property
    def first(self) -> date:
        """The first day that it can have been made; far ahead where none is known."""
        if self.day is None:
            return date.max
        return self.day.first if isinstance(self.day, When) else self.day


@dataclass(frozen=True, slots=True)
class Annual:
    """What only the årsrapport has: records of other kinds, when the plan repository holds any."""

    decisions: tuple[Decision, ...] = ()
    projects: tuple[Work, ...] = ()
    control: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class TertialReport:
    """The whole report; judged on the period's last day.

    `carried` counts the oppdrag without a status that have tiltak with one. `indicators` are those
    measured for the municipality as a whole. `illustrative` tells of each kind of source how many
    are illustrative, and of how many; kinds without any are left out. `ledger` is given where the
    monthly figures have another sum than the units' own reports. `chapters` are those that the disciplines add, None
    where none of them has anything to tell; `written` holds the words of the units and of the municipality.
    `unfinished` is the day it was made, of a period that had not ended then.
    """

    municipality: str
    year: int
    number: int
    period: Period
    plans: tuple[PlanLine, ...]
    unit_plans: int
    tiltak: Tallies
    oppdrag: Tallies
    carried: int
    work: tuple[Work, ...]
    overdue: tuple[Work, ...]
    focus_areas: tuple[FocusArea, ...]
    other_indicators: tuple[Indicator, ...]
    indicators: tuple[Indicator, ...]
    unit_indicators: tuple[UnitIndicator, ...]
    economy: Economy
    missing: Missing
    illustrative: tuple[tuple[str, int, int], ...]
    unit: str = ""
    ledger: Ledger | None = None
    changes: Changes | None = None
    annual: Annual | None = None
    postponed: Postponements | None = None
    goalposts: MovedLimits | None = None
    chapters: tuple[Chapter, ...] | None = None
    written: Written | None = field(default=None, metadata=UNFROZEN)
    unfinished: date | None = field(default=None, metadata=UNFROZEN)

    @property
    def follows_work(self) -> bool:
        """Whether there is work to follow up, a unit that owes a report, or economy: else only goals are told."""
        return bool(self.work or self.missing.expected or self.economy.areas)

    @property
    def has_areas(self) -> bool:
        """Whether any of the work, the units or the sums belongs to a tjenesteområde."""
        if self.tiltak.has_areas or self.oppdrag.has_areas or self.economy.has_areas:
            return True
        return any(unit.area for unit in (*self.missing.units, *self.missing.late))

    @property
    def deviations(self) -> tuple[Work, ...]:
        """The tiltak and oppdrag that deviate, by tjenesteområde."""
        return tuple(item for item in self.work if item.deviates)

    @property
    def differing(self) -> tuple[Work, ...]:
        """The tiltak and oppdrag whose computed status is another than the reported one."""
        return tuple(item for item in self.work if item.computed is not None and item.computed.differs)

    @property
    def courses(self) -> tuple[int, ...]:
        """How many delmål have each computed judgement, in the order of SHOWN."""
        return tuple(sum(counts) for counts in zip(*(area.courses for area in self.focus_areas), strict=True))

    @property
    def goals_judged(self) -> bool:
        """Whether there are delmål to judge."""
        return any(self.courses)

    @property
    def judges_every_goal(self) -> bool:
        """Whether the report is of all units, and each of its mål has a judgement."""
        goals = [goal.computed for area in self.focus_areas for goal in area.goals]
        known = all(verdict is not None and verdict.course is not Course.UKJENT for verdict in goals)
        return not self.unit and bool(goals) and known

    @property
    def contradicted(self) -> tuple[Goal, ...]:
        """The delmål that the units say are well, and whose figures do not say so."""
        return tuple(goal for goal in self._leaves if goal.computed is not None and goal.computed.contradicts)

    @property
    def understated(self) -> tuple[Goal, ...]:
        """The delmål that the units say are not on the way, and whose figures say that they are, or are reached."""
        return tuple(goal for goal in self._leaves if goal.computed is not None and goal.computed.understates)

    @property
    def _leaves(self) -> tuple[Goal, ...]:
        return tuple(goal for area in self.focus_areas for goal in area.goals if goal.leaf)
