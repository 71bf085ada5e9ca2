"""Dates and periods as plans write them: `2021-06-01`, `2021-06`, `høsten 2021`, `2021-Q2`, `2021-T2`, `2021-2024`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from planctl.values import dataclass

_FORM = re.compile(r"(\d{4})(?:-(?:(\d{4})|([TQH])(\d)|(\d{2})(?:-(\d{2}))?))?\Z")
_PARTS = {"T": 3, "Q": 4, "H": 2}
_SEASON = re.compile(r"(våren|sommeren|sommaren|sumaren|høsten|hausten) (\d{4})\Z")
FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from start to end, both inclusive."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def overlaps(self, other: Period) -> bool:
        """Tell whether the periods share a day."""
        return self.start <= other.end and other.start <= self.end

    @property
    def years(self) -> range:
        """The calendar years the period touches."""
        return range(self.start.year, self.end.year + 1)


Precision = Literal["dag", "periode", "måned", "sesong", "år"]
"""How exactly a time is known: a day, all days of a period, or some day of a month, of a season or of a year."""


Season = Literal["vår", "sommer", "høst"]
_SEASONS: dict[str, tuple[Season, int, int]] = {"v": ("vår", 1, 6), "s": ("sommer", 6, 8), "h": ("høst", 8, 12)}
"""The seasons that plans name, by their first letter: the word, and the first and last month that people mean by it.

A vedtak of the spring may be of any meeting before the summer, one of the autumn of any after it.
"""


@dataclass(frozen=True, slots=True)
class When:
    """A time as it is known: the first and the last day it may be, and how exactly that is known.

    A season is a quarter, a tertial or a half-year, or has its name in `season`.
    """

    period: Period
    precision: Precision
    season: Season | None = None

    @property
    def first(self) -> date:
        """The first day it may be."""
        return self.period.start

    @property
    def last(self) -> date:
        """The last day it may be."""
        return self.period.end

    @property
    def is_day(self) -> bool:
        """Whether the day itself is known."""
        return self.precision == "dag"


def when(value: Any) -> When | None:
    """Read the time that a frist or a tidspunkt names: `2021-06-01`, `2021-06`, `høsten 2021`, `2021-Q2` or `2021`.

    None where it cannot be read, or spans years.
    """
    named = _season(value)
    if named is not None:
        return named
    period = parse_period(value)
    if period is None or len(period.years) > 1:
        return None
    first, last = period.start, period.end
    if first == last:
        return When(period, "dag")
    whole: dict[int, Precision] = {0: "måned", 11: "år"}
    return When(period, whole.get(last.month - first.month, "sesong"))


def known_time(value: Any) -> When | None:
    """Read a tidspunkt, when something was or will be as exactly as it is known: a day, a month, a season or a year.

    `2021-06-01`, `2021-06`, `høsten 2021` (nynorsk `hausten 2021`) or `2021`; None where it is none of these.
    """
    found = when(value)
    return None if found is None or (found.precision == "sesong" and found.season is None) else found


def known_day(value: Any) -> date | When | None:
    """Read a tidspunkt as the day itself, or where it is not known as the time that is."""
    found = known_time(value)
    return found.first if found is not None and found.is_day else found


def _season(value: Any) -> When | None:
    found = _SEASON.match(value) if isinstance(value, str) else None
    if found is None or not FIRST_YEAR <= int(found[2]) <= LAST_YEAR:
        return None
    season, first, last = _SEASONS[found[1][0]]
    return When(_months(int(found[2]), first, last), "sesong", season)


def parse_period(value: Any) -> Period | None:
    """Read a date or period (text, or a year as int); None when it is neither."""
    if not isinstance(value, (str, int)) or isinstance(value, bool):
        return None
    return _parse(str(value))


@lru_cache(maxsize=4096)
def _parse(text: str) -> Period | None:
    match = _FORM.match(text)
    if match is None:
        return None
    year_text, last, letter, part, month, day = match.groups()
    year = int(year_text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if last:
        ok = year <= int(last) <= LAST_YEAR
        return Period(date(year, 1, 1), date(int(last), 12, 31)) if ok else None
    if letter:
        return _part(year, letter, int(part))
    if month is None:
        return _months(year, 1, 12)
    if not 1 <= int(month) <= 12:
        return None
    if day is None:
        return _months(year, int(month), int(month))
    exact = parse_date(text)
    return Period(exact, exact) if exact else None


def year_before(value: Any) -> str | None:
    """Name the same half-year, tertial, quarter or month of the year before, as written; None of other periods."""
    match = _FORM.match(value) if isinstance(value, str) else None
    if match is None or not (match[3] or (match[5] and not match[6])):
        return None
    return f"{int(match[1]) - 1:04}{value[4:]}"


def parse_date(value: Any) -> date | None:
    """Read an exact date `YYYY-MM-DD`; None when it is no such day."""
    if not isinstance(value, str) or len(value) != 10:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def deadline(value: Any) -> date | None:
    """Give the last day of a frist; None when it cannot be read, as when it spans years."""
    if not isinstance(value, (str, int)) or isinstance(value, bool):
        return None
    return _last_day(str(value))


@lru_cache(maxsize=4096)
def _last_day(text: str) -> date | None:
    period = _parse(text)
    return period.end if period and len(period.years) == 1 else None


def tertial(year: int, number: int) -> Period:
    """Give tertial 1, 2 or 3 of a year: four months each."""
    return _months(year, number * 4 - 3, number * 4)


def month_period(year: int, number: int) -> Period:
    """Give month 1–12 of a year."""
    return _months(year, number, number)


def _part(year: int, letter: str, number: int) -> Period | None:
    count = _PARTS[letter]
    if not 1 <= number <= count:
        return None
    months = 12 // count
    return _months(year, (number - 1) * months + 1, number * months)


def _months(year: int, first: int, last: int) -> Period:
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
