"""Norwegian public holidays: the fixed ones, those that follow Easter, and every Sunday.

The days are those of the act of 24 February 1995 no. 12 § 2 and, for 1 and 17 May, of 26 April 1947
no. 1. Easter comes from `dateutil`, which loads in a few milliseconds; the library `holidays` holds
the same days but costs every run a tenth of a second, so the tests hold this list against it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from planctl.i18n import T, Text

_FIXED = (
    (1, 1, T("New Year's Day")),
    (5, 1, T("Labour Day")),
    (5, 17, T("Constitution Day")),
    (12, 25, T("Christmas Day")),
    (12, 26, T("Boxing Day")),
)
_FROM_EASTER = (
    (-3, T("Maundy Thursday")),
    (-2, T("Good Friday")),
    (0, T("Easter Sunday")),
    (1, T("Easter Monday")),
    (39, T("Ascension Day")),
    (49, T("Whit Sunday")),
    (50, T("Whit Monday")),
)
_SUNDAY = 6
_MOVABLE_MONTHS = range(3, 7)


def holiday(day: date) -> Text | None:
    """Name the public holiday that a date is, or say that it is a Sunday; None on other days."""
    named = _named(day.year, easter=day.month in _MOVABLE_MONTHS).get(day)
    return named or (T("a Sunday") if day.weekday() == _SUNDAY else None)


@lru_cache(maxsize=64)
def _named(year: int, *, easter: bool) -> dict[date, Text]:
    days = {date(year, month, day): name for month, day, name in _FIXED}
    if easter:
        from dateutil.easter import easter as easter_of

        sunday = easter_of(year)
        days = {sunday + timedelta(days=shift): name for shift, name in _FROM_EASTER} | days
    return days
