"""What is told of how many avvik there are: of each group, and of each sort month by month.

What may be about a person is told of so that no small count can be worked out (`domain/small_counts.py`). Tables that
stand beside each other must agree: those by sort of message tell the sums of the months, and the table of causes tells
how much went wrong in all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planctl.disciplines.avvik.deviations import SLAG, WRONG, Deviation
from planctl.disciplines.avvik.told import Told, reported, year_before
from planctl.domain.small_counts import Count, ToldGrid, told_counts, told_grid
from planctl.domain.small_counts import Told as Number
from planctl.i18n import T
from planctl.model.period import Period, month_period
from planctl.values import dataclass

SMALL = T(
    "Small counts of what may be about a person are not told, nor those counts that they could be worked out from."
)


@dataclass(frozen=True, slots=True)
class Sides:
    """What is told of each of some groups: those of the period and of the year before, the open ones and the late."""

    now: tuple[Number, ...]
    before: tuple[Number, ...]
    open: tuple[Number, ...]
    late: tuple[Number, ...]

    def is_told(self, index: int) -> bool:
        """Tell whether there is anything of a group, or something of it that is not told."""
        return any(side[index] != 0 for side in (self.now, self.before, self.open, self.late))


def counted(items: Iterable[Deviation]) -> Count:
    """Count some messages."""
    found = tuple(items)
    return Count(len(found), all(one.may_be_personal for one in found))


def sides_of(told: Told, groups: Sequence[Sequence[Deviation]]) -> Sides | None:
    """Count groups that hold every message once; None where a small count could be worked out whatever is left out."""
    period = told.occasion.period
    now = told_counts([counted(reported(items, period)) for items in groups])
    before = told_counts([counted(reported(items, year_before(period))) for items in groups])
    still = _open_and_late(told, groups)
    if now is None or before is None or still is None:
        return None
    return Sides(now, before, still.columns, still.cells[0])


def sides_of_sorts(told: Told, sorts: Sequence[str]) -> Sides | None:
    """Count the sorts of message as the months do."""
    now, before = monthly(told, sorts), monthly(told, sorts, of_year_before=True)
    groups = [[one for one in told.known if one.slag == slag] for slag in sorts]
    still = _open_and_late(told, groups, [slag in WRONG for slag in sorts])
    if now is None or before is None or still is None:
        return None
    return Sides(now.columns, before.columns, still.columns, still.cells[0])


def _open_and_late(told: Told, groups: Sequence[Sequence[Deviation]], apart: Sequence[bool] = ()) -> ToldGrid | None:
    """Count the open ones, and those of them that are late: the others are told of nowhere, but are the difference."""
    still = [[one for one in items if one.matter.open_at(told.occasion.day)] for items in groups]
    late = [counted(one for one in items if told.is_late(one)) for items in still]
    rest = [counted(one for one in items if not told.is_late(one)) for items in still]
    return told_grid([late, rest], kept=(1,), groups=[int(one) for one in apart])


def sorts_of(told: Told) -> tuple[str, ...]:
    """Give the sorts of message, with those that are misspelled last."""
    return tuple(dict.fromkeys((*SLAG, *(one.slag for one in told.known))))


def monthly(told: Told, sorts: Sequence[str], *, of_year_before: bool = False) -> ToldGrid | None:
    """Count what was reported each month of the period, by sort; or in the same months of the year before."""
    found = []
    for month in months(told.occasion.period):
        mine = reported(told.known, year_before(month) if of_year_before else month)
        found.append([counted(one for one in mine if one.slag == slag) for slag in sorts])
    return told_grid(found, groups=[int(slag in WRONG) for slag in sorts], rows_told=True)


def months(period: Period) -> Iterator[Period]:
    """Yield the months of a period, the first and the last only as far as it goes."""
    year, number = period.start.year, period.start.month
    while (year, number) <= (period.end.year, period.end.month):
        whole = month_period(year, number)
        yield Period(max(whole.start, period.start), min(whole.end, period.end))
        year, number = (year, number + 1) if number < 12 else (year + 1, 1)
