"""Pictures as values: what a chapter wants drawn, without how. `reports/figures` draws them in every format."""

from __future__ import annotations

from typing import Literal

from planctl.i18n import Text
from planctl.values import dataclass

Tone = Literal["high", "middle", "low"]
"""How grave a cell is; each tone has a ground and a mark of its own, so that colour is never alone."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One matrix of a picture: its title, and by row and column, each from the lowest, what stands in the cell."""

    title: Text
    cells: tuple[tuple[str, ...], ...]
    told: Text
    """What is to be seen, in words."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A picture of one matrix, or of two beside each other: rows from the lowest at the bottom, columns from the left.

    `name` is what a chapter places it by in `figures`. `tones` are those of the cells, by row and column; `legend`
    says what each tone means. `names` explains the steps where the municipality has names for them.
    """

    name: str
    title: Text
    rows: Text
    columns: Text
    tones: tuple[tuple[Tone, ...], ...]
    panels: tuple[Panel, ...]
    legend: tuple[tuple[Tone, Text], ...]
    names: tuple[Text, ...] = ()
