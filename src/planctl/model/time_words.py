"""A tidspunkt in words, as exactly as it is known: a day, `juni 2022`, `høsten 2021` or `2021`."""

from __future__ import annotations

from datetime import date

from planctl.i18n import Month, T, Text
from planctl.model.period import When


def time_words(time: date | When | None) -> date | Text | None:
    """Give the day, or where it is not known, the month, the season or the year in words; None for nothing."""
    if time is None or isinstance(time, date):
        return time
    if time.is_day:
        return time.first
    year = str(time.first.year)
    match time.season:
        case "vår":
            return T("spring {year}", year=year)
        case "sommer":
            return T("summer {year}", year=year)
        case "høst":
            return T("autumn {year}", year=year)
    if time.precision == "måned":
        return T("{month} {year}", month=Month(time.first.month), year=year)
    return T("{year}", year=year)


def when_words(time: When | None) -> date | Text | None:
    """Say when something was, in a sentence: the day, or «i juni 2022», «høsten 2021», «i 2021»."""
    if time is None or time.is_day or time.season:
        return time_words(time)
    return T("in {time}", time=time_words(time))
