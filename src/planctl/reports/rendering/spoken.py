"""Values that say themselves inside a text, as reports write them: amounts, shares, short dates, periods, emphasis."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from planctl.i18n import Language, Spoken
from planctl.model.bands import rounded
from planctl.model.period import When
from planctl.model.time_words import time_words
from planctl.reports.rendering import phrases
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Day(Spoken):
    """A date as it stands in a column, `31.08.2021`, and not as in a sentence; a dash where it is not known.

    One that is known less exactly than its day is told in its words.
    """

    day: date | When | None

    def said(self, lang: Language) -> str:
        """Write it in figures."""
        if isinstance(self.day, When):
            return lang.show(time_words(self.day))
        return "–" if self.day is None else phrases.short_date(lang, self.day)


@dataclass(frozen=True, slots=True)
class PeriodName(Spoken):
    """A period as people say it, from how files write it: `1. kvartal 2021` for `2021-Q1`."""

    written: str

    def said(self, lang: Language) -> str:
        """Write its name."""
        return phrases.period(lang, self.written)


@dataclass(frozen=True, slots=True)
class Emphasis(Spoken):
    """Words that stand out on a page: in italics, or in bold."""

    words: Any
    strong: bool = False

    def said(self, lang: Language) -> str:
        """Write them as the language emphasises."""
        return lang.emphasised(lang.show(self.words), strong=self.strong)


@dataclass(frozen=True, slots=True)
class Joined(Spoken):
    """Several values after each other; in a cell they begin with the letter they have."""

    parts: tuple[Any, ...]
    by: str = ""

    def said(self, lang: Language) -> str:
        """Write them after each other."""
        return self.by.join(map(lang.show, self.parts))


@dataclass(frozen=True, slots=True)
class Amount(Spoken):
    """A sum in 1000 kr; a dash where it is not known."""

    value: int | Decimal | None

    def said(self, lang: Language) -> str:
        """Write it with grouped thousands."""
        return "–" if self.value is None else phrases.number(lang, self.value)


@dataclass(frozen=True, slots=True)
class Kroner(Spoken):
    """A sum in 1000 kr, as a sentence has it: in millions with one decimal, or when it is smaller in kroner."""

    value: int

    def said(self, lang: Language) -> str:
        """Write it with its unit: `41,6 mill. kroner`, `700 000 kroner`."""
        if abs(self.value) < _MILLION:
            return lang("{amount} kroner", amount=phrases.number(lang, self.value * 1000))
        millions = rounded(Decimal(self.value) / _MILLION, 1) or Decimal()
        return lang("{amount} million kroner", amount=phrases.number(lang, millions, 1))


_MILLION = 1000
"""In 1000 kr."""


@dataclass(frozen=True, slots=True)
class Percent(Spoken):
    """A share; a dash where it is not known."""

    value: Decimal | None
    decimals: int = 0

    def said(self, lang: Language) -> str:
        """Write it with its sign."""
        return "–" if self.value is None else phrases.percent(lang, self.value, self.decimals)


@dataclass(frozen=True, slots=True)
class Signed(Spoken):
    """A change with its sign: `+3`, `−2`, `0`."""

    value: int

    def said(self, lang: Language) -> str:
        """Write it."""
        return ("+" if self.value > 0 else "") + phrases.number(lang, self.value)


@dataclass(frozen=True, slots=True)
class Count(Spoken):
    """A number of records of a kind: `3 tiltak`."""

    amount: int
    kind: str

    def said(self, lang: Language) -> str:
        """Write the number and the kind."""
        return phrases.count(lang, self.amount, self.kind)


@dataclass(frozen=True, slots=True)
class Noted(Spoken):
    """A value with a remark in brackets after it."""

    value: Any
    remark: Any

    def said(self, lang: Language) -> str:
        """Write both."""
        return f"{lang.show(self.value)} ({lang.show(self.remark)})"


@dataclass(frozen=True, slots=True)
class Capital(Spoken):
    """Words with a capital at the beginning, inside others."""

    words: Any

    def said(self, lang: Language) -> str:
        """Write them."""
        text = lang.show(self.words)
        return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Measured(Spoken):
    """A value of an indicator, with its decimals and sign."""

    value: Decimal | None
    item: phrases.Shown

    def said(self, lang: Language) -> str:
        """Write it."""
        return phrases.value_text(lang, self.value, self.item)


@dataclass(frozen=True, slots=True)
class MonthName(Spoken):
    """A month by its number."""

    number: int

    def said(self, lang: Language) -> str:
        """Write its name."""
        return lang.month(self.number)
