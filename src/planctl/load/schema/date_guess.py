"""What a planner meant by a date or period in another notation: «15. mars 2026», «uke 40», «2026-K4»."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import Enum, auto

from planctl.model.period import FIRST_YEAR, LAST_YEAR, Period, month_period, parse_date, parse_period, when
from planctl.values import dataclass

_NAMES = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "desember", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_ORDINALS = {"først": "1", "fyrst": "1", "andre": "2", "tredj": "3", "fjerd": "4"}
CURLY = "“”„«»‘’"
_QUOTES = str.maketrans("", "", CURLY + "\"'")
_DASHES = str.maketrans(dict.fromkeys("–—−‐‑", "-"))
_LEADS = re.compile(r"(?:(?:innen|innan|senest|seinast|utgangen av|i løpet av|ved|ultimo|den|til) )+")
_YEAR = r"(?:[ ,./-]*(?P<year>\d{4}))?"
_MONTH = r"(?P<month>[a-zæøå]{3,9})\.?"
_PART = r"(?P<part>q|kvartal|kv|k|tertial|t|halvår|h)\.?"
_WEEK = r"(?:uke|veke|week|u|w)\.? ?(?P<week>\d{1,2})"


class Why(Enum):
    """What the notation lacked."""

    FORM = auto()
    YEAR_FIRST = auto()
    NO_YEAR = auto()
    LAST_DAY = auto()
    ENDLESS = auto()


@dataclass(frozen=True, slots=True)
class DateGuess:
    """A date or period in planctl's notation; `sure` when the text can mean nothing else."""

    text: str
    why: Why = Why.FORM
    sure: bool = True


def guess_date(text: str, year: int | None) -> DateGuess | None:
    """Read a date or period in a notation that people use; `year` is the plan's, for a text without one."""
    words = " ".join(text.translate(_QUOTES).translate(_DASHES).casefold().split()).rstrip(".,")
    bare = _LEADS.sub("", words, count=1) if _LEADS.match(words) else words
    for pattern, read in _NOTATIONS:
        found = pattern.fullmatch(bare)
        if found is None:
            continue
        parts = found.groupdict()
        said = parts.get("year") or parts.get("first")
        if said is None and year is None:
            return None
        result = read({**parts, "year": said or str(year)})
        if result is not None and span_of(result.text) is not None:
            return result if said or result.why is not Why.FORM else replace(result, why=Why.NO_YEAR, sure=False)
    return None


def span_of(text: str) -> Period | None:
    """Give the days that a guess names, if it can be read: a period, or a season of a year."""
    named = when(text)
    return named.period if named is not None else parse_period(text)


def in_year(text: str, default: int | None = None) -> int | None:
    """Return the year that stands in a text."""
    found = re.search(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", text)
    return int(found.group()) if found else default


def _four(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _day(parts: dict[str, str], why: Why = Why.FORM) -> DateGuess | None:
    """Read day, month and year; a day and month that have changed places, or a day too many, are guesses."""
    year, month, day = (int(parts[name]) for name in ("year", "month", "day"))
    if day <= 12 < month:
        return DateGuess(f"{year}-{day:02}-{month:02}", sure=False) if month <= 31 else None
    text = f"{year}-{month:02}-{day:02}"
    if parse_date(text) is not None:
        return DateGuess(text, why)
    if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 28 < day <= 31:
        return DateGuess(month_period(year, month).end.isoformat(), sure=False)
    return None


def _norwegian(parts: dict[str, str]) -> DateGuess | None:
    """Read day first; with slashes only, or a year of two digits, it is a guess."""
    found = _day({**parts, "year": _four(parts["year"])}, Why.YEAR_FIRST)
    doubtful = len(parts["year"]) == 2 or (parts["sign"] == parts["sign2"] == "/" and int(parts["day"]) <= 12)
    return replace(found, sure=False) if found and doubtful else found


def _named_month(parts: dict[str, str]) -> DateGuess | None:
    number = next((i % 12 + 1 for i, name in enumerate(_NAMES) if name.startswith(parts["month"])), None)
    if number is None:
        return None
    if parts.get("day"):
        return _day({**parts, "month": str(number)})
    return DateGuess(f"{parts['year']}-{number:02}")


def _month(parts: dict[str, str]) -> DateGuess:
    number = int(parts["month"])
    return DateGuess(f"{parts['year']}-{number:02}", sure=number > 4)


def _part(parts: dict[str, str]) -> DateGuess:
    letter = {"k": "Q"}.get(parts["part"][0], parts["part"][0].upper())
    return DateGuess(f"{parts['year']}-{letter}{_ORDINALS.get(parts['number'][:5], parts['number'])}")


def _week(parts: dict[str, str]) -> DateGuess | None:
    try:
        sunday = date.fromisocalendar(int(parts["year"]), int(parts["week"]), 7)
    except ValueError:
        return None
    return DateGuess(sunday.isoformat(), Why.LAST_DAY, sure=False)


def _season(parts: dict[str, str]) -> DateGuess:
    return DateGuess(f"{parts['season']}en {parts['year']}")


def _years(parts: dict[str, str]) -> DateGuess | None:
    first, last = _four(parts["first"]), parts["last"]
    last = first[: 4 - len(last)] + last
    sure = len(parts["first"]) == 4
    return DateGuess(first if first == last else f"{first}-{last}", sure=sure) if first <= last else None


def _year_end(parts: dict[str, str]) -> DateGuess:
    return DateGuess(f"{parts['year']}-12-31", Why.LAST_DAY, sure=False)


def _endless(parts: dict[str, str]) -> DateGuess:
    return DateGuess(parts["year"], Why.ENDLESS, sure=False)


def _whole_year(parts: dict[str, str]) -> DateGuess:
    return DateGuess(parts["year"], sure=False)


_NOTATIONS: tuple[tuple[re.Pattern[str], Callable[[dict[str, str]], DateGuess | None]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"(?P<day>\d{1,2})(?P<sign>[./-]) ?(?P<month>\d{1,2})(?P<sign2>[./ -]) ?(?P<year>\d{4}|\d{2})", _norwegian),
        (r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})(?:[t ]+\d{1,2}[:.]\d\d\S*)?", _day),
        (r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)", _day),
        (r"(?:på|om|i)? ?(?P<season>vår|sommer|sommar|sumar|høst|haust)(?:en)?" + _YEAR, _season),
        (r"(?:årsskiftet|året|årets slutt|slutten av året)" + _YEAR + r"(?:/\d+)?", _year_end),
        (r"(?:fort)?løp[ea]nde|kontinuerl[ie]e?g|he[il]+e året|gjennom året", _endless),
        (r"(?P<day>\d{1,2})\.? ?" + _MONTH + _YEAR, _named_month),
        (_MONTH + _YEAR, _named_month),
        (r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})", _month),
        (_WEEK + _YEAR, _week),
        (r"(?P<year>\d{4})[ -]?" + _WEEK, _week),
        (r"(?P<number>\d|[a-zæøå]{5,6})\.? ?" + _PART + _YEAR, _part),
        (_PART + r" ?(?P<number>\d)" + _YEAR, _part),
        (r"(?P<year>\d{4})[ -]?" + _PART + r" ?(?P<number>\d)", _part),
        (r"(?P<first>\d{4}|\d{2}) ?(?:-|/|til) ?(?P<last>\d{4}|\d{2})", _years),
        (r"\d\d?\.\d\d?\.(?P<first>\d{4}) ?(?:-|til) ?\d\d?\.\d\d?\.(?P<last>\d{4})", _years),
        (r"(?P<year>\d{4})", _whole_year),
    )
)
