"""A board of cells with headers: elements by phase, areas by year."""

from __future__ import annotations

from planctl.i18n import Text
from planctl.model.picture.look import Legend, Look, Words
from planctl.values import dataclass

MOST_COLUMNS, MOST_ROWS = 12, 40
"""How many columns and rows are drawn; of more, the first ones."""


@dataclass(frozen=True, slots=True)
class Square:
    """A cell: a few words, and how it looks; an empty one holds neither."""

    words: Words = ""
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Cells by row, from the top, and column, from the left; `corner` says what the rows are."""

    name: str
    title: Text
    told: Text
    rows: tuple[Words, ...]
    columns: tuple[Words, ...]
    cells: tuple[tuple[Square, ...], ...]
    legend: Legend = ()
    corner: Words = ""
