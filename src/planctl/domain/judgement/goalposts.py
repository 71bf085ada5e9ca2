"""Moved goalposts: limits that were moved after an indicator was first measured, and the verdicts by old and new ones.

docs/vurdering.md tells what counts as a move, and what as a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from planctl.domain.judgement.indicator import Standing, by_unit, end_of, in_order, standing
from planctl.history.goalposts import Move, moves_of
from planctl.history.trail import Trails
from planctl.model.limits import limits_of
from planctl.model.measured import ended
from planctl.model.period import parse_date
from planctl.model.planset import Measurement
from planctl.model.record import Record
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.world import World

Series = Mapping[str | None, Sequence[Measurement]]
"""The values of an indicator: of the whole municipality (None), or by the id of each unit."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The last value of one series, and how it stands to the old limits and to the new ones."""

    unit: str | None
    last: Measurement
    old: Standing
    new: Standing

    @property
    def moved(self) -> bool:
        """Whether the new limits judge otherwise than the old ones."""
        return not self.old.same(self.new)


def verdicts(old: Mapping[str, Any], new: Mapping[str, Any], series: Series, day: date) -> tuple[Verdicts, ...]:
    """Hold the last value that each series had on a day against two versions of an indicator's fields."""
    before, after = limits_of(old), limits_of(new)
    found = []
    for unit, rows in series.items():
        values = in_order(row for row in rows if ended(row.period, day))
        known = [row for row in values if row.value is not None]
        one, other = standing(before, values, day), standing(after, values, day)
        if one is not None and other is not None:
            found.append(Verdicts(unit, known[-1], one, other))
    return tuple(found)


def first_measured(rows: Iterable[Measurement]) -> date | None:
    """Give the last day of the first period that an indicator has a value for."""
    return min((end_of(row.period) for row in rows if row.value is not None), default=None)


class Goalposts:
    """The moved limits of a repository's indicators; each is looked for once, when it is asked for."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._moves: dict[Record, tuple[Move, ...]] = {}

    @property
    def since(self) -> date | None:
        """The day from which git tells of the plans; None without a history."""
        history = self._world.history()
        commits = history.log.commits if history is not None else ()
        return parse_date(commits[0].date) if commits else None

    def known(self, day: date) -> Literal["all", "part", "none"]:
        """Tell how much git knows of what was changed: `all`, also of what held on a day, `part` of it, or `none`."""
        history, since = self._world.history(), self.since
        if history is None or since is None:
            return "none"
        return "all" if history.complete and since <= day else "part"

    def of(self, record: Record) -> tuple[Move, ...]:
        """Give the moves of an indicator's limits that came after it was first measured, oldest first."""
        if record not in self._moves:
            first = first_measured(self.values(record))
            here = self._trails.of(record) if first is not None and self._trails is not None else ()
            moves = moves_of(here, self._world.today)
            self._moves[record] = tuple(move for move in moves if first is not None and move.day >= first)
        return self._moves[record]

    def values(self, record: Record) -> Sequence[Measurement]:
        """Give the values that an indicator has."""
        return self._values.get(record.name, ())

    def series(self, record: Record) -> Series:
        """Give the values that an indicator has, series by series."""
        return by_unit(self.values(record))

    @cached_property
    def _values(self) -> dict[str, list[Measurement]]:
        found: dict[str, list[Measurement]] = {}
        for row in self._world.plans.measurements:
            found.setdefault(row.indicator, []).append(row)
        return found

    @cached_property
    def _trails(self) -> Trails | None:
        history = self._world.history()
        plans = self._world.plans.of_kind("handlingsprogram", "indikator")
        return Trails(history, {record.path for record in plans}) if history is not None else None
