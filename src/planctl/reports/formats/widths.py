"""How wide the columns of a table are, in letters."""

from __future__ import annotations

from planctl.reports.formats.document import Table, plain

_PAGE = 118
"""How many letters of a table's text a page is wide."""
_WORD = 18
"""A word longer than this may be broken."""
_SMALL = 15
"""How many letters wide a column of small figures is."""


def weights(table: Table) -> tuple[int, ...]:
    """Measure each column in letters of a page: its longest word, and of the room left by what it holds."""
    columns = range(len(table.head))
    least = [_least(table, index) for index in columns]
    wanted = [max(_wanted(table, index) - least[index], 0) for index in columns]
    room = max(_PAGE - sum(least), 0)
    return tuple(least[index] + round(min(1, room / max(sum(wanted), 1)) * wanted[index]) for index in columns)


def _least(table: Table, index: int) -> int:
    """Measure the longest word of a column; words that are endless are broken."""
    if table.has_figures(index):
        return _SMALL
    words = (_letters(word) for row in table.rows for word in plain(row[index]).replace("\u00a0", "_").split())
    bold = (_letters(word) * 1.15 for word in plain(table.head[index]).split())
    return round(max(3, min(_WORD, max(words, default=0)), min(_WORD, max(bold, default=0)))) + 3


def _letters(word: str) -> float:
    """Measure a word in letters of common width: m and w are half as wide again."""
    return len(word) + sum(letter in "mwMW" for letter in word) / 2


def _wanted(table: Table, index: int) -> int:
    """Measure how much a column's cells hold on the whole, or where they are figures, at most."""
    if table.has_figures(index):
        return _SMALL
    sizes = [min(len(plain(row[index])), 240) for row in table.rows] or [0]
    return max(sizes) + 2 if table.aligns[index] == "right" else round(sum(sizes) / len(sizes)) + 4
