"""A report as a small tree of frozen values: what every text format is written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from planctl.reports.figures.figure import Figure
from planctl.values import dataclass

Align = Literal["left", "right", "center"]

_CHAPTER, _MANY = 2, 3
"""The level of a chapter's heading, and how many chapters need a list of contents."""
SMALL_MM = 18
"""How wide a figure is that stands in a line of text or a cell, where there is room."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one manner of writing; `target` is where a link leads, `br` a line break before it.

    With a `figure` it is that figure, small enough for the line, and has no text.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    target: str = ""
    br: bool = False
    figure: Figure | None = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the document's title) to 6, with an anchor that no other heading has."""

    level: int
    line: Line
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered from `start` when it is given; each item is a row of blocks."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `label` is the heading it stands under."""

    head: tuple[Line, ...]
    aligns: tuple[Align, ...]
    rows: tuple[tuple[Line, ...], ...]
    label: Heading | None = None

    @property
    def row_heads(self) -> bool:
        """Whether the first column heads its rows: every other column holds figures."""
        return len(self.aligns) > 1 and self.aligns[0] != "right" and set(self.aligns[1:]) == {"right"}

    @staticmethod
    def is_sum(row: tuple[Line, ...]) -> bool:
        """Tell whether a row is a sum: its first cell is written in strong letters throughout."""
        return bool(row and row[0]) and all(span.strong for span in row[0])

    def has_figures(self, index: int) -> bool:
        """Tell whether a column holds small figures."""
        return any(span.figure is not None for row in self.rows for span in row[index])


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure in its place."""

    figure: Figure


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: blocks set apart."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text shown letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


Block = Heading | Paragraph | Listing | Table | Picture | Quote | Code | Rule


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: its title and anchor, taken from the first heading of level 1, and the blocks after it."""

    title: str
    blocks: tuple[Block, ...]
    anchor: str = ""

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings below the title, in their order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @property
    def contents(self) -> tuple[Heading, ...]:
        """The chapters, for a list of contents; none where they are few."""
        found = tuple(heading for heading in self.headings if heading.level == _CHAPTER)
        return found if len(found) >= _MANY else ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table that stands directly in the document."""
        return tuple(block for block in self.blocks if isinstance(block, Table))


def plain(line: Iterable[Span]) -> str:
    """Give a line's text without its manner of writing."""
    return "".join(("\n" if span.br else "") + span.text for span in line)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Go through blocks and what stands inside them."""
    for block in blocks:
        yield block
        match block:
            case Listing():
                for item in block.items:
                    yield from walk(item)
            case Quote():
                yield from walk(block.blocks)
            case _:
                pass
