"""What the YAML parser complains of, and the lines it complains of."""

from __future__ import annotations

import re

from planctl.i18n import Text
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class ParserError:
    """What the parser says, and the lines it says it of; `line` and `column` are 0-based."""

    lines: list[str]
    problem: str
    line: int
    column: int
    opening: tuple[int, int] | None

    @property
    def text(self) -> str:
        """The line with the mark."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def before(self) -> str:
        """What stands before the mark on its line."""
        return self.text[: self.column]

    def sign(self, place: tuple[int, int]) -> str:
        """Return the sign at a place."""
        line, column = place
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""

    def above(self) -> int | None:
        """Return the nearest line above that holds more than space and comment."""
        rows = range(min(self.line, len(self.lines)) - 1, -1, -1)
        return next((row for row in rows if self.lines[row].split("#")[0].strip()), None)


Words = tuple[tuple[int, int], Text, Text]
"""Where to look (line and column, 0-based), what is wrong, what to do."""


def indent_of(text: str) -> int:
    """Return how many spaces a line begins with."""
    return len(text) - len(text.lstrip(" "))


def start_of(text: str) -> int:
    """Return the column of the first field's name on a line, after its hyphens."""
    found = re.match(r" *(?:- +)*", text)
    return found.end() if found else 0
