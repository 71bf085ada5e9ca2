"""Plan text made safe for a drawing, and its coordinates as text."""

from __future__ import annotations

import unicodedata
from html import escape


def clean(text: str) -> str:
    """Fold white space to single spaces and drop control, bidi and non-characters."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(char for char in folded if _printable(char)).strip()


def _printable(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs"} and ord(char) & 0xFFFE != 0xFFFE


def xml(text: str) -> str:
    """Escape cleaned text for an XML text node or attribute."""
    return escape(clean(text), quote=True)


def num(value: float) -> str:
    """Write a coordinate with one decimal at most, never `-0`."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
