"""Bars over steps of time, each stacked of series: avvik a month by category, investments a year by area."""

from __future__ import annotations

from planctl.i18n import Text
from planctl.model.picture.look import Number, Words
from planctl.values import dataclass

MOST_SERIES = 6
"""How many series have a pattern each; of more, the last ones are drawn as one."""
MOST_STEPS = 24
"""How many steps are drawn; of more, the last ones."""


@dataclass(frozen=True, slots=True)
class Series:
    """A series: its name, and a value for each step; None where it is not known."""

    name: Words
    values: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class Stacked:
    """Vertical bars over steps (months, years), each stacked of up to six series; one series may be a line over them.

    Values are in `unit`, shown with `decimals`, the line's too. Negative ones hang below zero. `told` says in a
    sentence or two what is to be seen.
    """

    name: str
    title: Text
    told: Text
    unit: Words
    steps: tuple[Words, ...]
    series: tuple[Series, ...]
    line: Series | None = None
    decimals: int = 0
