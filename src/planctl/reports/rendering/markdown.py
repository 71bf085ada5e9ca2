"""Plan text made safe in Markdown, and a language that writes only such text."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any

from markupsafe import Markup

from planctl.i18n import Language, Spoken, Text
from planctl.model.period import When
from planctl.model.time_words import time_words

_ACTIVE = re.compile(r"([\\`*_\[\]~$#])")
_LEADING = re.compile(r"(?=[-+](?:\s|\Z)|(?:-|=){2})|\d{1,9}(?=[.)](?:\s|\Z))")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"})
_ADDRESS = re.compile(r"https?://[^\s<>\\\x00-\x1f]+", re.IGNORECASE)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def escape(value: object) -> Markup:
    """Escape text for a line or a table cell: no pipe, line break, HTML, markup or control character lives on."""
    if isinstance(value, Markup):
        return value
    seen = "".join(" " if char in "\t\n\r\x0b\x0c\x85\u2028\u2029" else char for char in str(value))
    seen = "".join(char for char in seen if unicodedata.category(char) not in _UNSEEN)
    shown = _ACTIVE.sub(r"\\\1", seen.strip()).translate(_ENTITIES)
    if found := _LEADING.match(shown):
        shown = f"{found[0]}\\{shown[found.end() :]}"
    return Markup(shown)  # noqa: S704


class MarkdownLanguage(Language):
    """A language whose parameters and glossary words are escaped where they are filled in."""

    def write(self, value: Any) -> Markup:
        """Write any value of a template: a text is translated, a date spelled out, nothing is a dash."""
        if value is None:
            return Markup("–")
        if isinstance(value, When):
            value = time_words(value)
        if isinstance(value, Text):
            return Markup(self(value))  # noqa: S704  (msgids are ours, parameters pass through `show`)
        if isinstance(value, Spoken):
            return Markup(value.said(self))  # noqa: S704  (its words pass through `show`)
        return escape(self.date(value) if isinstance(value, date) else value)

    def show(self, value: Any) -> str:
        """Show one parameter, escaped."""
        if isinstance(value, When):
            value = time_words(value)
        return super().show(escape(value) if isinstance(value, str) else value)

    def emphasised(self, text: str, *, strong: bool = False) -> str:
        """Write a text in italics, or in bold."""
        return f"**{text}**" if strong else f"*{text}*"

    def linked(self, text: str, address: str) -> str:
        """Write a link; to what is no address of the web, none leads."""
        return f"[{text}](<{address.replace('|', '%7C')}>)" if _ADDRESS.fullmatch(address) else text

    def term(self, kind: str, *, plural: bool = False, definite: bool = False) -> str:
        """Name a kind of record, escaped: the word may be the municipality's own."""
        return escape(super().term(kind, plural=plural, definite=definite))
