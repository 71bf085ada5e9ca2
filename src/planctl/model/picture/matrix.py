"""A matrix of steps, as of risk: what stands in each cell, and how grave it is there."""

from __future__ import annotations

from planctl.i18n import Text
from planctl.model.picture.look import Tone
from planctl.values import dataclass


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
