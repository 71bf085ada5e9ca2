"""Steps of a scale, today and as wished for: the maturity of areas."""

from __future__ import annotations

from planctl.i18n import Text
from planctl.model.picture.look import Number, Words
from planctl.values import dataclass

MOST_ROWS = 20
"""How many rows are drawn; of more, the first ones."""


@dataclass(frozen=True, slots=True)
class Climb:
    """A row: an area with its value today and its ambition, None where there is none."""

    name: Words
    today: Number | None
    ambition: Number | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """Rows of values on a scale from 1 to `highest`, as filled and hollow marks with the gap between them.

    `names` are those of the steps, from 1, where they have names. Values may lie between the steps, and are then
    shown with `decimals`.
    """

    name: str
    title: Text
    told: Text
    highest: int
    rows: tuple[Climb, ...]
    names: tuple[Words, ...] = ()
    decimals: int = 0
