"""The picture of avvik: what was reported each month of this year and the year before, by sort of message."""

from __future__ import annotations

from planctl.disciplines.avvik.deviations import SLAG
from planctl.disciplines.avvik.tables import SLAG_WORDS, by_sort, month_name, months
from planctl.disciplines.avvik.told import Told, reported
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
    counts = [by_sort(reported(told.known, month)) for month in steps]
    series = tuple(
        Series(SLAG_WORDS[slag], values)
        for slag, values in zip(SLAG, zip(*counts, strict=True), strict=True)
        if any(values)
    )
    said = T(
        "Reported in the period: {count}. The year before: {before}.", count=len(told.now), before=len(told.before)
    )
    names = tuple(month_name(month) for month in steps)
    return (Stacked(_NAME, T("Reported each month"), said, T("Messages"), names, series),)
