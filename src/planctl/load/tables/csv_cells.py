"""The lines of a CSV file as rows of cells: semicolons between, quotes around what needs them, and the places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planctl.load.files.byte_checks import split_lines
from planctl.load.files.tree import nfc
from planctl.source import Place, Span
from planctl.values import dataclass

MAX_HEIGHT = 100
"""How many more lines a row may go over."""
_CELL = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?:;|\Z)|([^;]*)(?:;|\Z)')


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, and where it stands: file, line, column and width; of a text over several lines, the first."""

    text: str
    path: str
    line: int
    column: int
    width: int

    @property
    def span(self) -> Span:
        """Its stretch of the file."""
        return Span(self.line, self.column, self.line, self.column + self.width)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.path, self.span)


class Lines:
    """The lines of one CSV file (`texts`), asked for by their numbers, from 1."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.texts = split_lines(text)

    def height(self, number: int, width: int) -> int:
        """Count the lines of a row: a cell in quotes may go over several, as Excel writes it.

        A quote that is not closed takes no other row with it.
        """
        quotes = self.texts[number - 1].count('"')
        if quotes % 2 == 0 or self.cells(number) is not None:
            return 1
        for size, line in enumerate(self.texts[number : number + MAX_HEIGHT], 2):
            quotes += line.count('"')
            if quotes % 2 == 0:
                own = any(self._is_row(at, width) for at in range(number + 1, number + size))
                return size if self.cells(number, size) is not None and not own else 1
        return 1

    def _is_row(self, number: int, width: int) -> bool:
        """Tell whether a line looks like a row by itself."""
        return self.texts[number - 1].count('"') % 2 == 0 and len(self.cells(number) or ()) == width

    def cells(self, number: int, size: int = 1) -> list[Cell] | None:
        """Split a row of some lines into cells; None when a quote is never closed."""
        line, cells, start = "\n".join(self.texts[number - 1 : number - 1 + size]), [], 0
        if '"' not in line:
            return list(self._plain_cells(number, line))
        while True:
            found = _CELL.match(line, start)
            quoted = found[1] if found else None
            if found is None or (quoted is None and found[2].lstrip().startswith('"')):
                return None
            raw = found[0].removesuffix(";") if found.end() > found.start() else ""
            inner = raw.strip()
            column = start + len(raw) - len(raw.lstrip()) + 1
            text = inner if quoted is None else quoted.replace('""', '"').strip()
            column = column if inner else start + 1
            above = line.rfind("\n", 0, column - 1) + 1
            first = number + line.count("\n", 0, column - 1)
            cells.append(Cell(nfc(text), self.path, first, column - above, max(1, len(inner.partition("\n")[0]))))
            if not found[0].endswith(";") or found.end() == start:
                return cells
            start = found.end()

    def _plain_cells(self, number: int, line: str) -> Iterator[Cell]:
        """Split a line without quotes, which most are."""
        column, path = 1, self.path
        for raw in line.split(";"):
            text, size = raw.strip(), len(raw)
            width = len(text)
            indent = size - len(raw.lstrip()) if width and width != size else 0
            yield Cell(nfc(text), path, number, column + indent, width or 1)
            column += size + 1
