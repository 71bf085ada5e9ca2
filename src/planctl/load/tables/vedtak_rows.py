"""A protocol as CSV: the vedtak of a register, one a row, in the file that the register names in `fil`.

A row is read as an entry of the register is: its fields are held against the schema, and it is a record like one in
YAML, whose place is its cells. A vedtak with punkter or tiltak is written in YAML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.files.tree import Tree
from planctl.load.schema.annotations import Layout, Reader, Ref
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.schema.schema_check import schema_findings
from planctl.load.tables.companion_file import read_named
from planctl.load.tables.csv_table import Cell, Problem, Table, table_text, text_of
from planctl.load.tables.csv_values import period_of
from planctl.load.yaml.positions import Locator
from planctl.load.yaml.table_positions import TablePositions
from planctl.model.record import Record
from planctl.source import Pointer, Span
from planctl.values import dataclass

LIST = "vedtak"
_NEEDED = ("id", "tittel")
_ANSWER = {f"svar_{name}": name for name in ("dato", "form", "sak", "omtale")}
_DATES = ("dato", "offentliggjort", "frist", "svar_dato")
_CHOSEN = ("slag", "status", "svar_form")
_LONG = ("tekst", "begrunnelse", "svar_omtale", "omtale", "merknad")
COLUMNS = (
    *_NEEDED, "sak", "organ", "dato", "offentliggjort", "slag", "tekst", "gjelder", "særskilt_rapportering", "einnsyn",
    "ansvarlig", "frist", "status", "begrunnelse", "overført_til", *_ANSWER, "omtale", "merknad", "unntatt",
)  # fmt: skip
"""The columns that a protocol may have, in the order they are named; only id and tittel are needed."""
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\Z")
_WORDS = {"ja": True, "true": True, "sann": True, "x": True, "nei": False, "false": False, "usann": False}
_WORD = re.compile(r"[^\s;,\"]+")
_NAME = re.compile(r"[^\s,]+")


@dataclass(slots=True)
class Protocol:
    """What a register's CSV file holds.

    `lost` are the ids that may stand in rows that could not be read, none where that may be any; None when all were.
    `unread` is the file's path and bytes, where it was not read whole.
    """

    records: list[Record] = field(default_factory=list)
    refs: list[Ref] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    lost: frozenset[str] | None = None
    unread: tuple[tuple[str, bytes], ...] = ()


def read_protocol(tree: Tree, root: Record, layout: Layout, book: SchemaBook, locator: Locator) -> Protocol:
    """Read the CSV file that a register of vedtak names; without one there is nothing."""
    data, path, problem = read_named(tree, root)
    text, problem = table_text(path, data) if path and not problem else ("", problem)
    if problem or not path:
        unread = ((path, data),) if path and problem else ()
        return Protocol(findings=[problem] if problem else [], lost=frozenset() if problem else None, unread=unread)
    table = _Vedtak(path, text, root)
    table.read()
    locator.keep(path, TablePositions(path, data, table.cells))
    whole = {"type": "vedtak", "id": "register", "tittel": "Register", "periode": root.get("periode"), LIST: table.rows}
    wrong = [
        replace(item, fix=None)
        for item in schema_findings(book, "vedtak", path, whole, locator)
        if isinstance(item.place.at, tuple) and item.place.at[:1] == (LIST,)
    ]
    reader = Reader(path)
    reader.read_rows(table.rows, layout.fields[LIST], LIST, root)
    lost = _lost(table)
    unread = () if lost is None else ((path, data),)
    return Protocol(reader.records, reader.refs, table.findings + wrong, lost, unread)


def _lost(table: _Vedtak) -> frozenset[str] | None:
    """Give the words in the lines with faults; none of them where no line could be read."""
    lines = {item.place.at.line for item in table.findings if isinstance(item.place.at, Span)}
    if not lines:
        return None
    return frozenset(word for line in lines if table.rows for word in _WORD.findall(table.lines[line - 1]))


def rows_of(path: str, data: bytes) -> list[dict[str, Any]]:
    """Give the vedtak in a CSV file's bytes as plain data; none where it is another table, or no text."""
    text = text_of(data)
    table = _Vedtak(path, text or "", Record("vedtaksregister", None, {}, path, (), None))
    table.read()
    return table.rows


class _Vedtak(Table):
    """The rows of a protocol, and where the fields made of them stand."""

    columns = COLUMNS
    needed = _NEEDED

    def __init__(self, path: str, text: str, root: Record) -> None:
        super().__init__(path, text, root, {})
        self.rows: list[dict[str, Any]] = []
        self.cells: dict[Pointer, Span] = {}

    def header_help(self) -> Text:
        """Name the columns, most of which may be left out."""
        others = [name for name in self.columns if name not in self.needed]
        return T(
            "The first line names the columns, with semicolons between: {needed}, and those of these that are used: "
            "{others}.",
            needed=self.needed, others=others,
        )  # fmt: skip

    def problem(self, row: Mapping[str, Cell]) -> Problem | None:
        """Find an empty id or title."""
        for name in _NEEDED:
            if not row[name].text:
                hint = T("Fill it in, or delete the line.")
                return "111", name, T("The cell in the column «{name}» is empty", name=name), hint
        return None

    def take(self, row: Mapping[str, Cell]) -> None:
        """Keep a vedtak: its cells that are not empty, as the fields of an entry."""
        here: Pointer = (LIST, len(self.rows))
        fields: dict[str, Any] = {}
        self.cells[here] = _span(row["id"])
        for name, cell in row.items():
            if not cell.text:
                continue
            span = _span(cell)
            if name in _ANSWER:
                fields.setdefault("svar", {})[_ANSWER[name]] = _value(name, cell.text)
                self.cells.setdefault((*here, "svar"), span)
                self.cells[(*here, "svar", _ANSWER[name])] = span
                continue
            fields[name] = _value(name, cell.text)
            self.cells[(*here, name)] = span
            if name == "unntatt":
                self.cells[(*here, name, "hjemmel")] = span
            if name == "gjelder":
                self.cells |= {(*here, name, index): part for index, part in enumerate(_parts(cell))}
        self.rows.append(fields)


def _value(name: str, text: str) -> Any:
    """Read a cell as its field is written in YAML; what cannot be read stays as it is, and the schema tells."""
    if name == "gjelder":
        return _NAME.findall(text)
    if name not in _LONG:
        text = " ".join(text.split())
    if name == "særskilt_rapportering":
        return _WORDS.get(text.casefold(), text)
    if name in _CHOSEN:
        return text.casefold()
    if name == "unntatt":
        return {"hjemmel": text}
    day = _DAY.match(text) if name in _DATES else None
    if day is not None:
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    return period_of(text) if name == "frist" else text


def _span(cell: Cell) -> Span:
    return Span(cell.line, cell.column, cell.line, cell.column + cell.width)


def _parts(cell: Cell) -> list[Span]:
    """Give the place of each id in a cell of several; in a cell with quotes, that of the cell."""
    if cell.width != len(cell.text):
        return [_span(cell) for _ in _NAME.findall(cell.text)]
    starts = ((cell.column + match.start(), len(match[0])) for match in _NAME.finditer(cell.text))
    return [Span(cell.line, column, cell.line, column + size) for column, size in starts]
