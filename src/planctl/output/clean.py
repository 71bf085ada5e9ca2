"""Plan text made harmless for a terminal."""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(text: str) -> str:
    """Replace control and bidi characters by U+FFFD, tabs and line breaks by a space."""
    return _UNSAFE.sub("\ufffd", text.replace("\t", " ").replace("\r\n", " ").replace("\n", " ").replace("\r", " "))


def shortened(text: str, longest: int) -> str:
    """Cut a text that is longer than a number of signs; the last sign tells that it is cut."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


COMMAND_MARK = r"#(?=#(?:\[|vso\[))"
_COMMAND = re.compile(rf":(?=:)|{COMMAND_MARK}", re.IGNORECASE)
"""Where a line could become a workflow command of GitHub (`::`, `##[`) or Azure (`##vso[`)."""


def harmless(text: str) -> str:
    """Clean plan text and break what a CI host could read as a command: `::`, `##[` and `##vso[`."""
    return _COMMAND.sub(lambda found: f"{found[0]} ", clean(text))


def harmless_line(line: str) -> str:
    """Clean a line that is shown with a marker below it: commands are broken, no column moves."""
    return re.sub(r"(##(?:vso)?)\[", r"\1(", clean(line), flags=re.IGNORECASE)


def cells(sign: str) -> int:
    """Tell how many columns of a terminal one character takes: 2 for emoji, 0 for what joins the one before."""
    if sign.isascii():
        return 1
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1
