"""The picture of avvik: what was reported each month of this year and the year before, by sort of message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.avvik.counts import SMALL, counted, monthly, months, sorts_of
from planctl.disciplines.avvik.deviations import SLAG
from planctl.disciplines.avvik.tables import SLAG_WORDS, month_name
from planctl.disciplines.avvik.told import Told, reported, year_before
from planctl.domain.small_counts import Told as Number
from planctl.i18n import T
from planctl.model.period import Period
from planctl.model.picture import Series, Stacked

_NAME = "avvik"


def trend(told: Told) -> tuple[Stacked, ...]:
    """Draw it; nothing where nothing was reported."""
    if not told.now:
        return ()
    period = told.occasion.period
    first = period.start.replace(year=period.start.year - 1, day=1) if told.compares else period.start
    steps = list(months(Period(first, period.end)))
    in_tables = dict(_in_tables(told))
    counts = [_month(told, month, in_tables) for month in steps]
    series = tuple(
        Series(SLAG_WORDS[slag], values)
        for slag, values in zip(SLAG, zip(*counts, strict=True), strict=True)
        if any(value != 0 for value in values)
    )
    said = T(
        "Reported in the period: {count}. The year before: {before}.", count=len(told.now), before=len(told.before)
    )
    if any(None in one.values for one in series):
        said = T("{said} {small}", said=said, small=SMALL)
    names = tuple(month_name(month) for month in steps)
    return (Stacked(_NAME, T("Reported each month"), said, T("Messages"), names, series),)


def _in_tables(told: Told) -> Iterator[tuple[Period, Sequence[Number]]]:
    """Yield what the tables tell of each month, the first and the last as far as the period goes."""
    sorts = sorts_of(told)
    for earlier in (True, False):
        grid = monthly(told, sorts, of_year_before=earlier)
        for at, month in enumerate(months(told.occasion.period)):
            if grid is not None:
                yield year_before(month) if earlier else month, grid.cells[at]


def _month(told: Told, month: Period, in_tables: dict[Period, Sequence[Number]]) -> tuple[int | None, ...]:
    """Give a month's count of each sort; None where the tables leave it out, or a part of it, or where it is small."""
    same = [cells for part, cells in in_tables.items() if part.start in month]
    mine = reported(told.known, month)
    return tuple(
        None if found.is_small or any(not isinstance(cells[at], int) for cells in same) else found.number
        for at, found in enumerate(counted(one for one in mine if one.slag == slag) for slag in SLAG)
    )
