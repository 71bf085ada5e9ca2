"""What figures say: numbers, periods, statuses and bands in a language, as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from planctl.i18n import Language, T, Term, Text
from planctl.model.bands import Band
from planctl.reports.attainment import Indicator
from planctl.reports.money import Money

STATUS: Mapping[str, Text] = {
    "fullført": T("completed"),
    "i rute": T("on track"),
    "ikke startet": T("not started"),
    "risiko": T("at risk"),
    "forsinket": T("delayed"),
    "utgår": T("cancelled"),
    "ikke rapportert": T("not reported"),
}
"""The statuses in the order of the bars: what goes well first."""

BAND: Mapping[Band, tuple[str, Text]] = {
    "ønsket": ("●", T("wished for")),
    "akseptert": ("▲", T("accepted")),
    "ikke_godkjent": ("■", T("not approved")),
}
"""Each band's mark and name."""


def number(lang: Language, value: float | Decimal, decimals: int = 0) -> str:
    """Write a number with a real minus sign."""
    return lang.number(value, decimals).replace("-", "−")  # type: ignore[arg-type]


def percent(lang: Language, value: Decimal, decimals: int = 0) -> str:
    """Write a share: `4,9 %`."""
    return f"{number(lang, value, decimals)}\u00a0%"


def value_text(lang: Language, value: Decimal | None, item: Indicator) -> str:
    """Write an indicator's value; per cent with its sign."""
    if value is None:
        return lang("not measured")
    shown = number(lang, value, item.decimals)
    return f"{shown}\u00a0%" if item.measure in {"prosent", "%"} else shown


def count(lang: Language, amount: int, kind: str) -> str:
    """Count records of a kind: `3 tiltak`."""
    return lang("{count} {what}", count=amount, what=Term(kind, plural=amount != 1))


def area(lang: Language, name: str) -> str:
    """Name a tjenesteområde, or say that there is none."""
    return name or lang("No {tjenesteområde}")


def capital(words: str) -> str:
    """Begin with a capital letter."""
    return words[:1].upper() + words[1:]


def deviation(lang: Language, money: Money) -> str:
    """Say a deviation in words: `merforbruk 33 800 (1,9 %)`."""
    kroner, share = money.deviation, money.share
    if kroner is None:
        return lang("figures are missing")
    if kroner == 0:
        return lang("in balance")
    amount = number(lang, abs(kroner))
    if share is not None:
        amount += f" ({percent(lang, abs(share), 1)})"
    return lang("overspend {amount}", amount=amount) if kroner < 0 else lang("underspend {amount}", amount=amount)


def period(lang: Language, written: str) -> str:
    """Write a period as people say it: `2. tertial 2021`, `august 2021`."""
    year, _, part = written.partition("-")
    match part[:1], part[1:]:
        case "T", digit if digit.isdigit():
            return lang("tertial {number}, {year}", number=digit, year=year)
        case "Q", digit if digit.isdigit():
            return lang("quarter {number}, {year}", number=digit, year=year)
        case "H", digit if digit.isdigit():
            return lang("half-year {number}, {year}", number=digit, year=year)
    if len(part) == 2 and part.isdecimal() and 1 <= int(part) <= 12:
        return f"{lang.month(int(part))} {year}"
    return written
