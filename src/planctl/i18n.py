"""Texts in three languages: messages are values, rendered only where they are printed.

A `Text` holds an English msgid and its parameters. `Language` renders it with a gettext
catalogue and the municipality's own words (`begreper`). A field named after a kind, such as
`{tiltak}`, `{Tiltak}` (capital), `{tiltak_pl}` (plural), `{tiltak_def}` or `{tiltak_def_pl}` (definite), is filled
from the glossary.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import Any, Self

from planctl.glossary import Glossary
from planctl.resources import SHIPPED, Disciplines, locales_dir
from planctl.values import dataclass

LANGUAGES = ("nb", "nn", "en")
_BABEL_LOCALE = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
_LONGEST_TERM = 100
"""How long a municipality's own word may be: it is filled into most messages."""
_ALPHABET = str.maketrans({"æ": "zzæ", "ä": "zzæ", "ø": "zzø", "ö": "zzø", "å": "zzå"})


@dataclass(frozen=True, slots=True)
class Text:
    """A translatable message: msgid in English, an optional plural, and its parameters."""

    msgid: str
    params: Mapping[str, Any] = field(default_factory=dict)
    plural: str | None = None

    def __hash__(self) -> int:
        return hash(self.msgid)


class TextError(Exception):
    """An error that a person is told of; `message` says what is wrong."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.msgid)
        self.message = message


@dataclass(frozen=True, slots=True)
class Term:
    """A kind of record by its name in the glossary, such as `tiltak`."""

    kind: str
    plural: bool = False


class Spoken:
    """A value that says itself inside a text, otherwise than its plain letters: an amount, a period, a word in bold."""

    __slots__ = ()

    def said(self, lang: Language) -> str:
        """Say it in a language; one that writes Markdown gets Markdown."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Month:
    """A month (1–12), to be named in the language of the text it stands in."""

    number: int


def T(msgid: str, /, **params: Any) -> Text:  # noqa: N802  (a marker, like gettext's _)
    """Make a message to be translated later."""
    return Text(msgid, params)


def Tn(msgid: str, plural: str, n: int, /, **params: Any) -> Text:  # noqa: N802
    """Make a message whose form follows the number `n`, which is also the field `{n}`."""
    return Text(msgid, {"n": n, **params}, plural)


def running(name: str) -> str:
    """Write a body's name as in running text: `kommunestyret`, but `NAV`."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


class _Fields(dict[str, Any]):
    """The fields of one message; unknown names are looked up in the glossary."""

    def __init__(self, language: Language, params: Mapping[str, Any]) -> None:
        super().__init__({key: language.show(value) for key, value in params.items()})
        self._language = language

    def __missing__(self, key: str) -> str:
        low = key[0].lower() + key[1:]
        if low != key:
            text = str(self[low])
            return text[:1].upper() + text[1:]
        kind = key.removesuffix("_pl")
        stem = kind.removesuffix("_def")
        return self._language.term(stem, plural=key != kind, definite=kind != stem)


def _catalogue(code: str) -> gettext.NullTranslations:
    """Open a compiled catalogue; in a checkout whose catalogue is newer, compile it in memory."""
    source = locales_dir() / code / "LC_MESSAGES" / "planctl.po"
    compiled = source.with_suffix(".mo")
    if source.exists() and (not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime):
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        buffer = io.BytesIO()
        with source.open("rb") as file:
            write_mo(buffer, read_po(file, locale=code), use_fuzzy=True)
        buffer.seek(0)
        return gettext.GNUTranslations(buffer)
    return gettext.translation("planctl", locales_dir(), [code], fallback=True)


class Language:
    """Renders texts, dates and numbers in one language with the municipality's own words.

    The schemas of `disciplines` give words too (`planctl.glossary`).
    """

    def __init__(
        self, code: str = "nb", words: Mapping[str, Any] | None = None, disciplines: Disciplines = SHIPPED
    ) -> None:
        self.code = code
        self.words = dict(words or {})
        self.disciplines = disciplines

    @classmethod
    def like(cls, lang: Language) -> Self:
        """Make one of this class that speaks as another does."""
        return cls(lang.code, lang.words, lang.disciplines)

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        if self.code == "en":
            return gettext.NullTranslations()
        return _catalogue(self.code)

    @cached_property
    def glossary(self) -> Glossary:
        """The words for kinds of records, with the municipality's own."""
        return Glossary(self.code, self.words, self.disciplines)

    def __call__(self, msgid: str | Text, /, **params: Any) -> str:
        """Translate and fill a message."""
        text = msgid if isinstance(msgid, Text) else Text(msgid, params)
        if text.plural is not None:
            pattern = self._catalogue.ngettext(text.msgid, text.plural, text.params["n"])
        else:
            pattern = self._catalogue.gettext(text.msgid) if text.msgid else ""
        if not text.params and "{" not in pattern:
            return pattern
        return pattern.format_map(_Fields(self, text.params))

    def show(self, value: Any) -> str:
        """Show one parameter: a text, a term, a date, a number or a list of them; what is not known is a dash."""
        match value:
            case None:
                return "–"
            case str():
                return value
            case Text():
                return self(value)
            case Term():
                return self.term(value.kind, plural=value.plural)
            case Spoken():
                return value.said(self)
            case Month():
                return self.month(value.number)
            case date():
                return self.date(value)
            case float():
                return self.number(value)
            case list() | tuple():
                return self.listing(self.show(item) for item in value)
            case _:
                return str(value)

    def term(self, kind: str, *, plural: bool = False, definite: bool = False) -> str:
        """Name a kind of record, by the municipality's own word where it has one."""
        return self.glossary.form(kind, plural=plural, definite=definite)

    def emphasised(self, text: str, *, strong: bool = False) -> str:  # noqa: ARG002
        """Give a text that stands out on a page; plain text has nothing to do it with."""
        return text

    def linked(self, text: str, address: str) -> str:  # noqa: ARG002
        """Give a text that leads to an address; plain text has nothing to lead with."""
        return text

    def listing(self, items: Iterable[str]) -> str:
        """Join as in running text: `a, b og c`."""
        words = list(items)
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self(Text('and'))} {words[-1]}"

    def date(self, day: date, style: str = "long") -> str:
        """Write a date as the language does: `31. august 2020`; style short, medium or long."""
        from babel.dates import format_date

        return format_date(day, style, locale=_BABEL_LOCALE[self.code])

    def month(self, number: int) -> str:
        """Name a month (1–12) as it stands alone."""
        from babel.dates import get_month_names

        names = get_month_names("wide", "stand-alone", locale=_BABEL_LOCALE[self.code])
        return str(names[number])

    def number(self, value: float, decimals: int | None = None) -> str:
        """Write a number with the language's decimal sign, thin grouping and a true minus: `−1 234,5`."""
        from babel.numbers import format_decimal

        pattern = None
        if decimals is not None:
            pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(value, pattern, locale=_BABEL_LOCALE[self.code]).replace("-", "−")

    def sort_key(self, text: str) -> tuple[str, str]:
        """Order texts as Norwegian does: æ, ø, å last, and aa as å."""
        low = text.casefold().replace("aa", "å")
        return low.translate(_ALPHABET), text
