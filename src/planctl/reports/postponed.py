"""Deadlines that had been postponed by the period's last day: how often, by how much, and by what."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Literal

from planctl.history import History
from planctl.history.postponed import Move, Postponed, postponed
from planctl.model.period import Period, parse_date
from planctl.model.record import Record
from planctl.reports.scope import Scope, text
from planctl.values import dataclass
from planctl.world import World


@dataclass(frozen=True, slots=True)
class Shift:
    """One postponement and what made it: a unit's report for a period, or a commit with its day and subject.

    Work that is not committed has none of these. `fresh` tells whether it came in the period reported on.
    """

    old: date
    new: date
    fresh: bool
    period: str = ""
    unit: str = ""
    commit: str = ""
    day: date | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class PostponedWork:
    """A tiltak or oppdrag whose deadline had been postponed: the first one, the one that held, and each move."""

    kind: Literal["tiltak", "oppdrag"]
    id: str
    number: str
    title: str
    unit: str
    area: str
    first: date
    now: date
    shifts: tuple[Shift, ...]

    @property
    def times(self) -> int:
        """How many times it has been postponed."""
        return len(self.shifts)

    @property
    def days(self) -> int:
        """By how many days altogether: from the first deadline to the one that held."""
        return (self.now - self.first).days

    @property
    def fresh(self) -> bool:
        """Whether it was postponed in the period reported on."""
        return any(shift.fresh for shift in self.shifts)


@dataclass(frozen=True, slots=True)
class Postponements:
    """The postponed tiltak and oppdrag, those moved furthest first.

    `known` tells what they were found by: `all` of the history in git, `part` of it (a shallow clone), or only
    the `reports`, where git does not reach back to the period.
    """

    rows: tuple[PostponedWork, ...]
    known: Literal["all", "part", "reports"]

    @property
    def fresh(self) -> tuple[PostponedWork, ...]:
        """Those that were postponed in the period reported on."""
        return tuple(row for row in self.rows if row.fresh)

    @property
    def times(self) -> int:
        """How many times deadlines have been postponed."""
        return sum(row.times for row in self.rows)


def postponements(
    world: World, period: Period, unit: Record | None = None, whole: Scope | None = None
) -> Postponements:
    """Find what had been postponed on a period's last day: by commits of that day or before, and by the reports.

    A deadline that was postponed and then moved back is none. Units that are asked for one by one share a `whole`.
    """
    scope = Scope(world, period, unit=unit, whole=whole)
    history = world.history()
    if history is not None and not _reaches(history, scope.day):
        history = None
    known: Literal["all", "part", "reports"] = "reports"
    if history is not None:
        known = "all" if history.complete else "part"
    work = [*scope.tiltak, *scope.oppdrag]
    told = partial(scope.status_reports.new_deadlines, day=scope.day)
    found = postponed(history, work, told, scope.day, world.today)
    rows = [_row(scope, item) for item in found if item.last > item.first]
    return Postponements(tuple(sorted(rows, key=lambda row: (-row.days, row.unit, row.number, row.title))), known)


def _reaches(history: History, day: date) -> bool:
    """Tell whether git holds anything of the time up to a day; a shallow clone may have lost it."""
    if not history.complete:
        return True
    first = parse_date(history.log.commits[0].date) if history.log.commits else None
    return first is not None and first <= day


def _row(scope: Scope, item: Postponed) -> PostponedWork:
    record = item.record
    unit = scope.organisation.unit_of(record)
    area = scope.organisation.area_of(unit)
    return PostponedWork(
        kind="oppdrag" if record.kind == "oppdrag" else "tiltak",
        id=record.name,
        number=text(record, "nummer"),
        title=record.title,
        unit=unit.title if unit is not None else "",
        area=area.title if area is not None else "",
        first=item.first,
        now=item.last,
        shifts=tuple(_shift(scope, move) for move in item.moves),
    )


def _shift(scope: Scope, move: Move) -> Shift:
    fresh = (move.counts or scope.day) >= scope.fresh
    if move.report is None:
        return Shift(move.old, move.new, fresh, commit=move.commit or "", day=move.day, subject=move.subject or "")
    unit = scope.plans.get(move.report.unit)
    return Shift(move.old, move.new, fresh, move.report.period, unit.title if unit is not None else "")
