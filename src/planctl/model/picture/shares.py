"""Shares of a whole: what the municipality owns of each company."""

from __future__ import annotations

from planctl.i18n import Text
from planctl.model.picture.look import Number, Words
from planctl.values import dataclass

MOST_ROWS = 30
"""How many rows are drawn; of more, the largest."""


@dataclass(frozen=True, slots=True)
class Portion:
    """A row: what it is of, and the share in percent (0–100), None where it is not known; a note after the number."""

    name: Words
    percent: Number | None
    note: Words = ""


@dataclass(frozen=True, slots=True)
class Shares:
    """Horizontal bars from 0 to 100 %, in the order given; numbers are shown with `decimals`."""

    name: str
    title: Text
    told: Text
    rows: tuple[Portion, ...]
    decimals: int = 0
