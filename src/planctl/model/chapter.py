"""A chapter of a report as a value: a title, paragraphs and typed tables; every format is written from it.

It stands here, below reports and disciplines, so that a discipline makes its chapter and `reports` shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable
from dataclasses import field
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from planctl.i18n import Spoken, Text
from planctl.model.illustrative import Share
from planctl.model.period import Period
from planctl.model.picture import Picture
from planctl.values import dataclass

ColumnKind = Literal["text", "number", "amount", "percent", "date", "status", "value", "figure"]
"""What the cells of a column hold: an amount is in 1000 kr, a percent is of 100, a status is as files write it.

A figure is shown on a page, where it is drawn.
"""
Where = Literal["both", "page", "workbook"]


@dataclass(frozen=True, slots=True)
class Value:
    """An indicator's value in its own unit of measure, with the decimals it is shown with."""

    amount: Decimal
    decimals: int
    percent: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure of something, by what it is of: small in a cell, in full width below the tables of a chapter."""

    of: Hashable


Words = Text | Spoken
Cell = str | Words | int | Decimal | date | Value | Drawn | None
"""What a cell holds; an empty one is None. A `Text` is said in the report's language, in any column, with a capital."""
UNFROZEN = {"frozen": False}
"""Of a field that is no figure: it is left out where a report's figures are frozen."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what its cells hold, how many letters wide it is in a workbook, and where it is shown.

    What stands below it in a row of sums is not their sum where `adds` says so, as the days that half of them took.

    A page has no room for as many columns as a workbook has: one of the `page` gathers in words what several of the
    `workbook` hold each for itself.
    """

    title: Text
    kind: ColumnKind = "text"
    width: int = field(default=14, metadata=UNFROZEN)
    where: Where = field(default="both", metadata=UNFROZEN)
    adds: bool = field(default=True, metadata=UNFROZEN)

    @property
    def is_words(self) -> bool:
        """Whether its cells hold words: they begin at the left."""
        return self.kind in ("text", "status")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: each row has a cell for each column; `total` is a row of sums below them."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: Text | None = None
    total: tuple[Cell, ...] | None = None

    def part(self, where: Where) -> Table:
        """Return the table with the columns that a page, or a workbook, shows."""
        return self.kept(lambda column: column.where in ("both", where))

    def kept(self, wanted: Callable[[Column], bool]) -> Table:
        """Return the table with some of its columns."""
        kept = [index for index, column in enumerate(self.columns) if wanted(column)]
        rows = tuple(tuple(row[index] for index in kept) for row in self.rows)
        total = None if self.total is None else tuple(self.total[index] for index in kept)
        return Table(tuple(self.columns[index] for index in kept), rows, self.title, total)

    @property
    def without_empty(self) -> Table:
        """The table, with the columns in which no row has anything shown in a workbook alone, or nowhere."""
        full = {column for n, column in enumerate(self.columns) if any(row[n] is not None for row in self.rows)}
        told = self.kept(lambda column: column in full or column.where != "page")
        columns = tuple(
            column if column in full else Column(column.title, column.kind, column.width, "workbook")
            for column in told.columns
        )
        return Table(columns, told.rows, told.title, told.total)

    @property
    def in_workbook(self) -> Table:
        """The table as only a workbook shows it: a page tells less."""
        return self._shown("workbook")

    @property
    def on_page(self) -> Table:
        """The table as only a page shows it: a workbook has its rows in a longer one."""
        return self.part("page")._shown("page")

    def _shown(self, where: Where) -> Table:
        columns = tuple(Column(column.title, column.kind, column.width, where) for column in self.columns)
        return Table(columns, self.rows, self.title, self.total)

    @property
    def page(self) -> Table:
        """The table as a page without figures shows it."""
        return self.part("page").kept(lambda column: column.kind != "figure")

    def drawn(self, figures: Container[object]) -> Table:
        """Return the table as a page shows it, with the columns of figures of which some are drawn."""
        shown = self.part("page")
        held = {
            column
            for row in shown.rows
            for cell, column in zip(row, shown.columns, strict=True)
            if isinstance(cell, Drawn) and cell.of in figures
        }
        return shown.kept(lambda column: column.kind != "figure" or column in held)

    @property
    def pairs(self) -> tuple[tuple[tuple[Cell, Column], ...], ...]:
        """Each cell with its column, row by row; the sums are the last row."""
        rows = self.rows if self.total is None else (*self.rows, self.total)
        return tuple(tuple(zip(row, self.columns, strict=True)) for row in rows)


@dataclass(frozen=True, slots=True)
class Items:
    """A list of points, close together or `apart`, and `numbered` where somebody must be able to name one."""

    points: tuple[str | Words, ...]
    apart: bool = False
    numbered: bool = field(default=False, metadata=UNFROZEN)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: paragraphs, tables, figures by name, notes below them, and then parts with a heading each.

    `illustrative` tells of each kind of record it is made of how many are illustrative. `name` is what order and
    templates know it by, `template` the one that writes it, and `number` its place among the report's chapters, which
    only the report gives it. A part with a template of its own is written by that. `pictures` are to be drawn for it;
    each stands with the other figures, by its name.
    """

    title: Text
    paragraphs: tuple[Words, ...] = field(default=(), metadata=UNFROZEN)
    tables: tuple[Table, ...] = ()
    illustrative: tuple[Share, ...] = ()
    figures: tuple[str | Drawn, ...] = ()
    notes: tuple[Words | Items, ...] = ()
    parts: tuple[Chapter, ...] = ()
    name: str = field(default="", metadata=UNFROZEN)
    template: str = field(default="", metadata=UNFROZEN)
    number: int | None = field(default=None, metadata=UNFROZEN)
    pictures: tuple[Picture, ...] = field(default=(), metadata=UNFROZEN)

    @property
    def placed(self) -> tuple[str | Drawn, ...]:
        """The names of its figures, those of its pictures last."""
        return (*self.figures, *(picture.name for picture in self.pictures))


_YEAR = 360
"""Days; a report on a longer period is of a year."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a chapter is made for: a period, judged at its last day; `of_unit` tells of a report of one unit.

    `covers` tells whether the report is about what a unit, role or body with an id answers for. `ended` tells that the
    last day is over, so that a deadline on it has passed; the day of a document is today.
    """

    period: Period
    covers: Callable[[str | None], bool]
    of_unit: bool = False
    ended: bool = True

    @property
    def day(self) -> date:
        """The day the report judges at."""
        return self.period.end

    @property
    def limit(self) -> date:
        """The day before which every deadline has passed: the next one when the last day is over."""
        return self.period.end + timedelta(1) if self.ended else self.period.end

    @property
    def is_annual(self) -> bool:
        """Whether the period is as long as a year."""
        return (self.period.end - self.period.start).days >= _YEAR
