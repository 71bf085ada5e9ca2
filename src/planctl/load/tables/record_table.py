"""The rows of a CSV file that are records, as plain data, and where the fields made of them stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.tables.column_names import ColumnNames
from planctl.load.tables.csv_cells import Cell
from planctl.load.tables.csv_table import Problem, Table
from planctl.load.tables.csv_values import number_problem
from planctl.load.tables.record_columns import Column
from planctl.load.tables.record_values import parts_of
from planctl.load.tables.value_names import EMPTY, ValueNames
from planctl.source import Pointer, Span


class RecordTable(Table):
    """The rows of a table of records; `names` tell which field each column is, `values` which value each word is.

    `unfit` are the findings of single cells, whose rows are read nevertheless, by the pointer of their field.
    `passing` lets columns be that nothing is known of.
    """

    def __init__(self, path: str, text: str, names: ColumnNames, *, passing: bool = False) -> None:
        super().__init__(path, text, names.root, {})
        self.names = names
        self.values = ValueNames(names, names.root)
        self.columns = names.columns.names
        self.known: dict[str, Column] = {}
        self.needed = names.columns.needed
        self.rows: list[dict[str, Any]] = []
        self.unfit: dict[Pointer, Finding] = {}
        self._passing = passing
        self._read: list[Mapping[str, Cell]] = []

    def header_help(self) -> Text:
        """Name the columns, most of which may be left out."""
        others = [name for name in self.columns if name not in self.needed]
        return T(
            "The first line names the columns, with semicolons between: {needed}, and those of these that are used: "
            "{others}.",
            needed=self.needed, others=others,
        )  # fmt: skip

    def fields_of(self, header: Sequence[Cell]) -> list[str]:
        """Give the field of each column, as the plan file says."""
        found = self.names.fields(header)
        self.known = {name: column for name in found if (column := self.names.columns.column(name)) is not None}
        return found

    def unknown(self, header: Sequence[Cell], fields: Sequence[str]) -> list[Finding] | Text | None:
        """Tell of each column by itself, where the plan file may say which field it is."""
        if self._passing:
            return None
        return self.names.problems(header) if self.names.are_told else super().unknown(header, fields)

    def problem(self, row: Mapping[str, Cell]) -> Problem | None:
        """Find a needed cell that is empty."""
        for name in self.needed:
            if not row[name].text:
                hint = T("Fill it in, or delete the line.")
                return "111", name, T("The cell in the column «{name}» is empty", name=self.names.written[name]), hint
        return None

    def take(self, row: Mapping[str, Cell]) -> None:
        """Keep a record: its cells that are not empty, as the fields of an item in YAML."""
        fields: dict[str, Any] = {}
        for name, cell in row.items():
            column = self.known.get(name)
            if column is None or not cell.text:
                continue
            value = self._value(name, column, cell)
            if value == EMPTY:
                continue
            *groups, last = column.way
            inner = fields
            for group in groups:
                inner = inner.setdefault(group, {})
            inner[last] = value
        self.rows.append(fields)
        self._read.append(row)

    def _value(self, name: str, column: Column, cell: Cell) -> Any:
        said = self.values.read(name, column, cell.text)
        if said is not None:
            return said
        if column.number:
            self._check(column, cell)
        return column.read(cell.text)

    def cells_of(self, index: int) -> Mapping[str, Cell]:
        """Give the cells of a record, by the names of the columns."""
        return self._read[index]

    def _check(self, column: Column, cell: Cell) -> None:
        wrong = number_problem(" ".join(cell.text.split()))
        if wrong is not None:
            at: Pointer = (self.names.columns.record, len(self.rows), *column.way)
            self.unfit[at] = Finding("110", cell.place, *wrong, self.root.id, column.way[-1])

    def cells(self) -> dict[Pointer, Span]:
        """Give the place of each field: its cell, or its part of a cell of several; of a row its id."""
        return dict(self._cells_of_rows())

    def _cells_of_rows(self) -> Iterator[tuple[Pointer, Span]]:
        for index, row in enumerate(self._read):
            here: Pointer = (self.names.columns.record, index)
            yield here, row[self.names.columns.key].span
            groups: set[Pointer] = set()
            for name, cell in row.items():
                column = self.known.get(name)
                if column is None or not cell.text:
                    continue
                at = (*here, *column.way)
                if len(column.way) > 1 and at[:-1] not in groups:
                    groups.add(at[:-1])
                    yield at[:-1], cell.span
                yield at, cell.span
                if column.items:
                    parts = enumerate(_parts(cell, names=column.names))
                    yield from (((*at, number), span) for number, span in parts)


def _parts(cell: Cell, *, names: bool) -> list[Span]:
    """Give the place of each part of a cell of several; in a cell with quotes, that of the cell."""
    found = parts_of(cell.text, names=names)
    if cell.width != len(cell.text):
        return [cell.span for _ in found]
    starts = ((cell.column + start, len(text)) for start, text in found)
    return [Span(cell.line, column, cell.line, column + size) for column, size in starts]
