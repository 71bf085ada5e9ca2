"""How wide the columns of a table are, in letters."""

from __future__ import annotations

import math

from planctl.reports.formats.document import Table, plain

_PAGE = 118
"""How many letters of a table's text a page is wide."""
_WORDS = (18, 14, 11)
"""A word longer than the first may be broken, and where prose has too little room, one longer than the next."""
_BRIEF = 13
"""Cells of no more letters than this stand on one line."""
_PROSE = 34
"""How many letters wide a column of prose is at least, where the others leave it so much."""
_SMALL = 15
"""How many letters wide a column of small figures is."""


def weights(table: Table) -> tuple[int, ...]:
    """Measure each column in letters of a page: its longest word, and of the room left by what it holds."""
    columns = range(len(table.head))
    held = [_held(table, index) for index in columns]
    prose = [index for index in columns if held[index] > _PROSE and not table.has_figures(index)]
    for limit in _WORDS:
        least = [_least(table, index, limit) for index in columns]
        room = max(_PAGE - sum(least), 0)
        if room >= sum(_PROSE - least[index] for index in prose):
            break
    wanted = [max(held[index] - least[index], 0) for index in columns]
    return tuple(least[index] + round(min(1, room / max(sum(wanted), 1)) * wanted[index]) for index in columns)


def _least(table: Table, index: int, limit: int) -> int:
    """Measure the longest word of a column; words that are longer than a limit are broken."""
    if table.has_figures(index):
        return _SMALL
    if table.aligns[index] == "right":
        limit = _WORDS[0]
    cells = [plain(row[index]).replace("\u00a0", "_") for row in table.rows]
    longest = max(map(_letters, cells), default=0)
    if longest > _BRIEF:
        longest = min(limit, max(_letters(word) for cell in cells for word in cell.split()))
    bold = max((_letters(word) * 1.15 for word in plain(table.head[index]).split()), default=0)
    return round(max(3, longest, min(limit, bold))) + 3


def _letters(word: str) -> float:
    """Measure a word in letters of common width: m and w are half as wide again."""
    return len(word) + sum(letter in "mwMW" for letter in word) / 2


def _held(table: Table, index: int) -> int:
    """Measure what a column's cells hold: long ones make rows high and count most; of figures, the longest counts."""
    if table.has_figures(index):
        return _SMALL
    sizes = [min(len(plain(row[index])), 240) for row in table.rows] or [0]
    if table.aligns[index] == "right":
        return max(sizes) + 2
    return round(math.sqrt(sum(size * size for size in sizes) / len(sizes))) + 4
