"""A CSV file that a plan file names: semicolons, a header, and the place of every cell."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.files.byte_checks import bytes_problem, split_lines
from planctl.load.files.tree import nfc
from planctl.load.schema.annotations import Layout, Ref
from planctl.model.record import Record
from planctl.source import Place, Span
from planctl.values import dataclass

Problem = tuple[str, str, Text, Text]
"""What is wrong with a row: code, column, message and help."""

_SEPARATOR = re.compile(r"sep=.\s*\Z", re.IGNORECASE)
MAX_LINES = 100_000
"""How many lines a CSV file may have."""
MAX_HEIGHT = 100
"""How many more lines a row of it may go over."""
_CELL = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?:;|\Z)|([^;]*)(?:;|\Z)')


def text_of(data: bytes) -> str | None:
    """Read a CSV file's bytes as UTF-8, else as Windows-1252; None where they are no text at all."""
    if b"\0" in data[:4096] or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    return data.decode(encoding_of(data)).removeprefix("\ufeff")


def encoding_of(data: bytes) -> str:
    """Tell the encoding of a CSV file's bytes; a byte order mark stays part of the text."""
    for encoding in ("utf-8", "cp1252"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "latin-1"


def table_text(path: str, data: bytes) -> tuple[str, Finding | None]:
    """Read a CSV file's bytes, or tell why they are no table: no text (002), control characters (008)."""
    text = text_of(data)
    problem = bytes_problem(path, data if text is None else text.encode())
    return text or "", problem


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
        self.lines = split_lines(text)
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
        cells = self._cells(top) or []
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
            size = self._height(number, len(header))
            if line.strip(" \t;"):
                self._row(number, size, header)
            number += size

    def _height(self, number: int, width: int) -> int:
        """Count the lines of a row: a cell in quotes may go over several, as Excel writes it.

        A quote that is not closed takes no other row with it.
        """
        quotes = self.lines[number - 1].count('"')
        if quotes % 2 == 0 or self._cells(number) is not None:
            return 1
        for size, line in enumerate(self.lines[number : number + MAX_HEIGHT], 2):
            quotes += line.count('"')
            if quotes % 2 == 0:
                own = any(self._is_row(at, width) for at in range(number + 1, number + size))
                return size if self._cells(number, size) is not None and not own else 1
        return 1

    def _is_row(self, number: int, width: int) -> bool:
        """Tell whether a line looks like a row by itself."""
        return self.lines[number - 1].count('"') % 2 == 0 and len(self._cells(number) or ()) == width

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
        cells = self._cells(number, size)
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

    def _cells(self, number: int, size: int = 1) -> list[Cell] | None:
        """Split a row of some lines into cells; None when a quote is never closed."""
        line, cells, start = "\n".join(self.lines[number - 1 : number - 1 + size]), [], 0
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

    def _place(self, line: int, column: int, width: int) -> Place:
        return Place(self.path, Span(line, column, line, column + width))
