"""The formats that JSON Schema alone cannot check; named `planctl-…` in the schemas."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from planctl.model.period import known_time, parse_date, parse_period

_MUNICIPALITY = re.compile(r"\d{4}\Z")
_ID = re.compile(r"[a-zæøå0-9][a-zæøå0-9._-]*")
_REPORTED = re.compile(r"\d{4}(-T[123]|-(0[1-9]|1[0-2]))?\Z")
_YEAR = re.compile(r"\d{4}\Z")
_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


def is_id(text: str) -> bool:
    """Check an id of a record: small letters, digits, point, hyphen and underscore."""
    return _ID.fullmatch(text) is not None


def is_organisation_number(text: str) -> bool:
    """Check an organisasjonsnummer: nine digits, the last a control digit (modulo 11)."""
    if len(text) != 9 or not text.isascii() or not text.isdigit():
        return False
    rest = -sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=False)) % 11
    return rest == int(text[8])


def is_municipality_number(text: str) -> bool:
    """Check a kommunenummer: four digits, county 03–56, not ending in 00."""
    return bool(_MUNICIPALITY.match(text)) and 1 <= int(text[:2]) <= 56 and text[2:] != "00"


def _year(value: Any) -> bool:
    return bool(_YEAR.match(str(value))) and parse_period(value) is not None


KNOWN_TIME = "planctl-tidspunkt"
"""The format of a time as exactly as it is known: a day, a month, a season or a year."""

DEADLINE = "planctl-frist"
"""The format of a deadline: a day, or a period that ends with it."""

VALUE_FORMATS: dict[str, Callable[[Any], bool]] = {
    "planctl-dato": lambda value: parse_date(value) is not None,
    KNOWN_TIME: lambda value: known_time(value) is not None,
    DEADLINE: lambda value: parse_period(value) is not None,
    "planctl-periode": lambda value: parse_period(value) is not None,
    "planctl-år": _year,
    "planctl-tertial": lambda value: bool(_REPORTED.match(str(value))),
    "planctl-kommunenummer": lambda value: is_municipality_number(str(value)),
    "planctl-organisasjonsnummer": lambda value: is_organisation_number(str(value)),
}
"""Each tells whether a value (text, or an int for a year) is of its format."""
