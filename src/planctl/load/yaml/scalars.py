"""What a plain scalar is read as, by the core schema of YAML 1.2."""

from __future__ import annotations

import math
import re
from typing import Any

_CONSTANTS: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INT = re.compile(r"[-+]?[0-9]{1,18}\Z")
_FLOAT = re.compile(r"[-+]?(?:(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]{1,3})?|[0-9]+[eE][-+]?[0-9]{1,3})\Z")
_NUMBER_START = frozenset("0123456789+-.")


def plain(text: str) -> Any:
    """Give a plain scalar's value by the core schema of YAML 1.2 (section 10.3.2).

    Whole numbers of more than 18 digits, `.inf`, `.nan`, octal and hexadecimal stay text.
    """
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in _NUMBER_START:
        if _INT.match(text):
            return int(text)
        if _FLOAT.match(text) and math.isfinite(value := float(text)):
            return value
    return text
