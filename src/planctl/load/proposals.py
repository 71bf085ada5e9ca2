"""Fixes that the loader can propose: quotes, dates, periods, spellings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from planctl.load.nearest import nearest
from planctl.load.values import plain
from planctl.model.formats import is_municipality_number
from planctl.model.period import parse_date
from planctl.source import Fix, Place

_NORWEGIAN_DATE = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
_YEARS = re.compile(r"(\d{4}) ?[-–—] ?(\d{4})")
_PLAIN = re.compile(r"[a-zæøåA-ZÆØÅ][\wæøåÆØÅ ./-]*\Z")


def value_fix(code: str, place: Place, value: Any, written: str, choices: Iterable[str] = ()) -> Fix | None:
    """Propose what to write in the place of a wrong value; `written` is how it stands in the file."""
    if not written or "\n" in written:
        return None
    match code:
        case "102" | "109" if not isinstance(value, str):
            return Fix(place, f'"{written}"')
        case "108" if not isinstance(value, str) and is_municipality_number(written):
            return Fix(place, f'"{written}"')
        case "105":
            return _date(place, str(value))
        case "106":
            return _period(place, str(value))
        case "104":
            return _choice(place, str(value), [*choices])
    return None


def as_yaml(text: str) -> str:
    """Write a text as a YAML value: plain where that reads as the same text, else in quotes."""
    safe = _PLAIN.match(text) and plain(text) == text
    return text if safe else json.dumps(text, ensure_ascii=False)


def key_fix(place: Place, right: str | None, *, certain: bool) -> Fix | None:
    """Propose another name for a field: safe when it is only spelled otherwise, unsafe when it is a guess."""
    return Fix(place, right, safe=certain) if right is not None else None


def _date(place: Place, value: str) -> Fix | None:
    found = _NORWEGIAN_DATE.fullmatch(value)
    if found is None:
        return None
    text = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    return Fix(place, text) if parse_date(text) else None


def _period(place: Place, value: str) -> Fix | None:
    found = _YEARS.fullmatch(value)
    return Fix(place, f"{found[1]}-{found[2]}") if found and found[1] <= found[2] else None


def _choice(place: Place, value: str, choices: list[str]) -> Fix | None:
    """Propose one of the values a field may have; safe when only capitals or spaces differ."""
    same = next((item for item in choices if item.casefold() == " ".join(value.split()).casefold()), None)
    guess = same or nearest(value, choices)
    return Fix(place, as_yaml(guess), safe=same is not None) if guess else None
