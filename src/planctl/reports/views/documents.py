"""What the documents of the steering chain are made of: frozen data without a language, ready for a template."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from planctl.model.chapter import UNFROZEN, Chapter
from planctl.model.illustrative import Share
from planctl.model.period import When
from planctl.reports.moved_limits import MovedLimits
from planctl.reports.views.goals import Indicator
from planctl.reports.views.money import Money
from planctl.reports.views.tertial import Decision, TertialReport
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A mål, oppdrag or tiltak as a document lists it; `above` names what it serves, one step up."""

    kind: str
    number: str
    title: str
    words: str = ""
    above: tuple[str, ...] = ()
    deadline: date | None = None
    owner: str = ""
    shared: tuple[str, ...] = ()
    status: str = ""
    model: str = ""
    start: date | When | None = None


@dataclass(frozen=True, slots=True)
class UnitDocument:
    """What an oppdragsbrev, a virksomhetsplan, a lederavtale and a lederdialog are made of.

    `superior` is the role above the leader. `money` holds the year's budgets as far as they are known,
    `frame` the tjenesteområde's ramme of the year. `status` is how things stand on the day,
    `chapters` what the disciplines tell of the unit.
    """

    municipality: str
    year: int
    day: date
    id: str
    unit: str
    area: str
    leader: str
    superior: str
    plan: str
    words: str
    programme: str
    goals: tuple[Line, ...]
    oppdrag: tuple[Line, ...]
    tiltak: tuple[Line, ...]
    indicators: tuple[Indicator, ...]
    rules: tuple[str, ...]
    money: Money
    frame: int | None
    status: TertialReport | None
    illustrative: tuple[Share, ...]
    goalposts: MovedLimits | None = None
    chapters: tuple[Chapter, ...] | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a plan: a satsingsområde, mål, strategi or oppdrag with what is nested in it or follows it up.

    `plan` names the plan of a strategi that stands in another one than the mål it leads to.
    """

    kind: str
    number: str
    title: str
    words: str
    fn: tuple[str, ...]
    units: tuple[str, ...]
    children: tuple[Node, ...]
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The rammer of a tjenesteområde, year by year, in 1000 kr."""

    unit: str
    sums: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of a målekart: the indicator with its results, and its bands as they are written."""

    focus: str
    challenge: str
    title: str
    bands: tuple[str, str, str]
    indicator: Indicator


@dataclass(frozen=True, slots=True)
class HeardTime:
    """The first and the last day of a høring; the month, season or year where the day is not known."""

    start: date | When | None
    end: date | When | None


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A kommuneplan or handlingsprogram as a document, with what follows it up on the day."""

    municipality: str
    day: date
    id: str
    title: str
    period: str
    status: str
    words: str
    vision: str
    values: tuple[str, ...]
    decisions: tuple[Decision, ...]
    nodes: tuple[Node, ...]
    years: tuple[int, ...]
    frames: tuple[Frame, ...]
    total: tuple[int, ...]
    rules: tuple[tuple[str, str], ...]
    indicators: tuple[ChartRow, ...]
    illustrative: tuple[Share, ...]
    goalposts: MovedLimits | None = None
    hearing: HeardTime | None = None


@dataclass(frozen=True, slots=True)
class ToldStatus:
    """How it went with a plan, or a part of it, by the last report: in which period, and with which comment."""

    status: str
    period: str
    comment: str


@dataclass(frozen=True, slots=True)
class ThemeArea:
    """An innsatsområde of a temaplan, or what stands outside them: its mål, strategier, tiltak and indicators.

    `told` is what was last reported on an innsatsområde as a whole.
    """

    number: str
    title: str
    words: str
    fn: tuple[str, ...]
    goals: tuple[Line, ...]
    strategies: tuple[Line, ...]
    tiltak: tuple[Line, ...]
    owner: str = field(default="", metadata=UNFROZEN)
    told: ToldStatus | None = field(default=None, metadata=UNFROZEN)
    indicators: tuple[ChartRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeDocument:
    """A temaplan, kommunedelplan or strategiplan as a document; `rest` is what stands outside its innsatsområder.

    `hearing` is the time it is out for comment, when it is. `inherited` are the mål it builds on, `told` is what was
    last reported on it as a whole.
    """

    municipality: str
    day: date
    id: str
    title: str
    period: str
    status: str
    owner: str
    words: str
    hearing: HeardTime | None
    decisions: tuple[Decision, ...]
    inherited: tuple[Line, ...]
    areas: tuple[ThemeArea, ...]
    rest: ThemeArea | None
    illustrative: tuple[Share, ...]
    told: ToldStatus | None = None
    goalposts: MovedLimits | None = None

    @property
    def indicators(self) -> tuple[ChartRow, ...]:
        """The indicators of the whole plan."""
        parts = (*self.areas, *((self.rest,) if self.rest is not None else ()))
        return tuple(row for part in parts for row in part.indicators)


@dataclass(frozen=True, slots=True)
class Chart:
    """A målekart, its rows by fokusområde."""

    municipality: str
    unit: str
    title: str
    day: date
    areas: tuple[tuple[str, tuple[ChartRow, ...]], ...]
    illustrative: tuple[Share, ...]
    goalposts: MovedLimits | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the planregister; `illustrative` tells it of the entry, `date_illustrative` of its adoption."""

    kind: str
    title: str
    period: str
    status: str
    adopted: date | When | None
    body: str
    case: str
    owner: str
    replaces: tuple[str, ...]
    illustrative: bool
    date_illustrative: bool


@dataclass(frozen=True, slots=True)
class Register:
    """Every plan, and what the planstrategi lists beside them."""

    municipality: str
    day: date
    entries: tuple[Entry, ...]
