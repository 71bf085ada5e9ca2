"""A CSV file that a plan file names: a header, and rows that are taken or told of."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.schema.annotations import Layout, Ref
from planctl.load.tables.csv_cells import Cell, Lines
from planctl.model.record import Record
from planctl.source import Place, Span

Problem = tuple[str, str, Text, Text]
"""What is wrong with a row: code, column, message and help."""

_SEPARATOR = re.compile(r"sep=.\s*\Z", re.IGNORECASE)
MAX_LINES = 100_000
"""How many lines a CSV file may have."""


class Table(ABC):
    """Reads the rows of one CSV file; a kind of file names its columns and takes its rows.

    `columns` are all that may stand in the header, `needed` those that must, `references` those that hold ids.
    """

    columns: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    references: ClassVar[tuple[str, ...]] = ()

    def __init__(self, path: str, text: str, root: Record, fields: Mapping[str, Layout]) -> None:
        self.path = path
        self.root = root
        self._file = Lines(path, text)
        self.lines = self._file.texts
        self.fields = fields
        self.refs: list[Ref] = []
        self.findings: list[Finding] = []

    @abstractmethod
    def problem(self, row: Mapping[str, Cell]) -> Problem | None:
        """Find what is wrong with a row."""

    @abstractmethod
    def take(self, row: Mapping[str, Cell]) -> None:
        """Keep a row that nothing is wrong with."""

    def read(self) -> None:
        """Read the header, then each row; the line `sep=;` that Excel may put first is passed over."""
        top = 2 if _SEPARATOR.match(self.lines[0]) and len(self.lines) > 1 else 1
        cells = self._file.cells(top) or []
        header = self.fields_of(cells)
        line = self.lines[top - 1]
        problem = self._no_header(line) or self.unknown(cells, header) or self._missing(header)
        if isinstance(problem, list):
            self.findings += problem
            return
        if problem is not None:
            self._tell("111", self._place(top, 1, len(line)), problem, self.header_help())
            return
        number = top + 1
        while number <= len(self.lines):
            line = self.lines[number - 1]
            if number > MAX_LINES:
                message = T("The file has more than {limit} lines, and the rest is not read", limit=float(MAX_LINES))
                hint = T("Split it into several files, each named by a plan file of its own.")
                self._tell("006", self._place(number, 1, len(line)), message, hint)
                break
            size = self._file.height(number, len(header))
            if line.strip(" \t;"):
                self._row(number, size, header)
            number += size

    def header_help(self) -> Text:
        """Say how the first line is written."""
        return T("The first line should be: {header}", header=";".join(self.columns))

    def fields_of(self, header: Sequence[Cell]) -> list[str]:
        """Give the field that each column of a header is: the one it is called, in any letters."""
        return [cell.text.casefold() for cell in header]

    def _no_header(self, line: str) -> Text | None:
        if not any(line.strip() for line in self.lines):
            return T("The file is empty")
        for sign, word in ((",", T("comma")), ("\t", T("tab"))):
            if sign in line and ";" not in line:
                return T("The cells are separated by {sign}, not by semicolon", sign=word)
        return None

    def unknown(self, header: Sequence[Cell], fields: Sequence[str]) -> list[Finding] | Text | None:  # noqa: ARG002
        """Tell of a column that is none: what is wrong with the header, or findings of some of its cells."""
        return next((T("No column is called «{name}»", name=name) for name in fields if name not in self.columns), None)

    def _missing(self, header: list[str]) -> Text | None:
        for name in (name for name in self.needed if name not in header):
            return T("The column «{name}» is missing", name=name)
        for name in (name for name in header if header.count(name) > 1 and name in self.columns):
            return T("The column «{name}» stands twice", name=name)
        return None

    def _row(self, number: int, size: int, header: list[str]) -> None:
        cells = self._file.cells(number, size)
        if cells is None or len(cells) != len(header):
            message = T("The line has {count} cells, the header {wanted}", count=len(cells or ()), wanted=len(header))
            if cells is None:
                message = T("A quote in the line is never closed")
            hint = T("Separate the cells with semicolons; put quotes around a cell that holds one.")
            self._tell("111", self._place(number, 1, len(self.lines[number - 1])), message, hint)
            return
        row = dict(zip(header, cells, strict=True))
        problem = self.problem(row)
        if problem is not None:
            code, name, message, hint = problem
            self._tell(code, row[name].place, message, hint, name)
            return
        for name in self.references:
            reference = self.fields[name].reference
            if name in row and row[name].text and reference is not None:
                self.refs.append(Ref(self.root, name, row[name].text, row[name].place, reference))
        self.take(row)

    def _tell(self, code: str, place: Place, message: Text, hint: Text, field: str | None = None) -> None:
        self.findings.append(Finding(code, place, message, hint, self.root.id, field))

    def _place(self, line: int, column: int, width: int) -> Place:
        return Place(self.path, Span(line, column, line, column + width))
