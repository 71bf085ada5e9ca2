"""What the cells of every CSV file hold, read in one way: numbers, periods, and values that were not measured.

Decimals are written with a comma or a point, thousands with a space (ordinary, non-breaking or narrow).
Statistisk sentralbyrå's signs for a missing figure (`.`, `..` and `:`) mean «ikke målt», and its periods
(`2021K1`, `2021M01`) are read as a quarter and a month.
"""

from __future__ import annotations

import re
from decimal import Decimal

from planctl.i18n import T, Text
from planctl.model.measured import NOT_MEASURED

_MISSING = frozenset({NOT_MEASURED, ".", "..", ":"})
_NUMBER = re.compile(r"[-+−]?[0-9]{1,18}(?:[.,][0-9]{1,18})?\Z")
_SPACES = re.compile("(?<=[0-9])[ \u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_THOUSANDS = re.compile(r"[-+−]?[1-9][0-9]{0,2}\.[0-9]{3}\Z")
_QUARTER = re.compile(r"(\d{4})[KkQq]([1-4])\Z")
_MONTH = re.compile(r"(\d{4})[Mm](\d{2})\Z")


def is_missing(text: str) -> bool:
    """Tell whether a cell says that there is no figure: «ikke målt», or one of SSB's signs."""
    return text.casefold() in _MISSING


def number_of(text: str) -> Decimal:
    """Give the number in a cell that nothing is wrong with."""
    return Decimal(_SPACES.sub("", text).replace(",", ".").replace("−", "-"))


def two_ways(text: str) -> tuple[str, str] | None:
    """Read a number with a point and exactly three digits, as 42.000, both ways: without thousands' point, and decimal.

    It holds for YAML files as for CSV files; the decimal is written after a comma. None for what has one meaning.
    """
    return (text.replace(".", ""), text.replace(".", ",")) if _THOUSANDS.match(text) else None


def two_ways_message(text: str, whole: str, decimal: str) -> Text:
    """Say that a number has two meanings."""
    return T("«{value}» can be read as {whole} or as {decimal}", value=text, whole=whole, decimal=decimal)


def number_problem(text: str) -> tuple[Text, Text] | None:
    """Find what is wrong with a cell that should hold a number: message and help."""
    both = two_ways(text)
    if both is not None:
        whole, decimal = both
        hint = T("Is it {whole} or {decimal}? Decimals are written after a comma, thousands without a point.",
                 whole=whole, decimal=decimal)  # fmt: skip
        return two_ways_message(text, whole, decimal), hint
    if _NUMBER.match(_SPACES.sub("", text)):
        return None
    hint = T("Write digits, with a comma before the decimals, or «ikke målt» (SSB writes . .. or :).")
    return T("«{value}» is not a number", value=text), hint


def period_of(text: str) -> str:
    """Write a period as plan files do: `2021K1` is `2021-Q1`, `2021M01` is `2021-01`; another text stays as it is."""
    return _MONTH.sub(r"\1-\2", _QUARTER.sub(r"\1-Q\2", text))
