"""What reports and their figures say alike: numbers, shares, values, periods, counts and tjenesteområder.

Plan text passes through the language's own messages, so that a language that writes Markdown escapes it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from planctl.i18n import Language, T, Term, Text
from planctl.model.bands import rounded
from planctl.model.chapter import Value
from planctl.reports.moved_limits import SeriesVerdict
from planctl.reports.views.goals import Indicator

Shown = Indicator | SeriesVerdict | Value
"""What knows how its value is shown: with how many decimals, and whether it is in per cent."""


def number(lang: Language, value: float | Decimal, decimals: int = 0) -> str:
    """Write a number with its decimals."""
    return lang.number(value, decimals)  # type: ignore[arg-type]


def percent(lang: Language, value: Decimal, decimals: int = 0) -> str:
    """Write a share, rounded half away from zero: `4,9 %`; what is rounded to nothing has no sign."""
    shown = rounded(value, decimals) or Decimal()
    return f"{number(lang, shown, decimals)}\u00a0%"


def value_text(lang: Language, value: Decimal | None, item: Shown) -> str:
    """Write an indicator's value with its decimals; per cent with its sign."""
    if value is None:
        return lang("not measured")
    shown = number(lang, value, item.decimals)
    return f"{shown}\u00a0%" if item.percent else shown


def short_date(lang: Language, day: date) -> str:
    """Write a date for a column: `31.08.2021`."""
    return f"{day:%d.%m.%Y}" if lang.code != "en" else f"{day:%d/%m/%Y}"


def count(lang: Language, amount: int, kind: str) -> str:
    """Count records of a kind: `3 tiltak`."""
    return lang("{count} {what}", count=amount, what=Term(kind, plural=amount != 1))


def area_name(name: str) -> str | Text:
    """Name a tjenesteområde, or say that there is none."""
    return name or T("Outside the {tjenesteområde_pl}")


def area(lang: Language, name: str) -> str:
    """Name a tjenesteområde in a language."""
    return lang.show(area_name(name))


def period(lang: Language, written: str) -> str:
    """Write a period as people say it: `2. tertial 2021`, `1. kvartal 2021`, `august 2021`, `2021–2024`."""
    year, _, part = written.partition("-")
    sort, number_ = part[:1], part[1:]
    if len(part) == 2 and sort in "TQH" and number_.isdecimal():
        said = {
            "T": T("tertial {number}, {year}", number=number_, year=year),
            "Q": T("quarter {number}, {year}", number=number_, year=year),
            "H": T("half-year {number}, {year}", number=number_, year=year),
        }
        return lang(said[sort])
    if len(part) == 2 and part.isdecimal() and 1 <= int(part) <= 12:
        return lang("{month} {year}", month=lang.month(int(part)), year=year)
    return lang("{period}", period=f"{year}–{part}" if len(part) == 4 and part.isdecimal() else written)
