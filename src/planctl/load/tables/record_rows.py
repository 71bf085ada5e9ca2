"""The records of a plan file that stand in a CSV file, one a row: the file that it names in `fil`.

A row is read as an item of a list in the plan file is: its fields are held against the schema, and it is a record like
one in YAML, whose place is its cells. Where the items are no records, the rows are added to the list. What no cell can
hold, as a list of groups, is written in YAML.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import field, replace
from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.load.files.tree import Tree, nfc
from planctl.load.schema.annotations import Layout, Reader, Ref
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.schema.schema_check import schema_findings
from planctl.load.tables.column_names import ColumnNames
from planctl.load.tables.companion_file import read_named
from planctl.load.tables.csv_bytes import table_text, text_of
from planctl.load.tables.record_columns import MAPPING, columns_of
from planctl.load.tables.record_table import RecordTable
from planctl.load.tables.unknown_words import words_told_once
from planctl.load.yaml.positions import Locator, decoded
from planctl.load.yaml.table_positions import TablePositions
from planctl.model.lost import Lost
from planctl.model.record import Record
from planctl.source import Span
from planctl.values import dataclass

_EXEMPT = "unntatt"
_WORD = re.compile(r"[^\s;,\"]+")


@dataclass(slots=True)
class RecordRows:
    """What the CSV file of a plan file holds.

    `lost` is what may stand in rows that could not be read; None when all were.
    `unread` is the file's path and bytes, where it was not read whole, and `marked` tells that the plan file lets one
    of its columns mark records as exempt from public access; `hidden` are the ids that may stand in what was not read.
    """

    records: list[Record] = field(default_factory=list)
    refs: list[Ref] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    lost: Lost | None = None
    unread: tuple[tuple[str, bytes], ...] = ()
    marked: bool = False
    hidden: frozenset[str] = frozenset()


def read_rows(tree: Tree, root: Record, layout: Layout, book: SchemaBook, stem: str, locator: Locator) -> RecordRows:
    """Read the CSV file that a plan file names; without one there is nothing."""
    columns = columns_of(book, stem)
    data, path, problem = read_named(tree, root)
    if columns is None:
        return RecordRows()
    names = ColumnNames(columns, root)
    inside = layout.fields.get(columns.record, Layout())
    kind = inside.items.kind if inside.items else None
    kinds = frozenset({kind or root.kind})
    text, problem = table_text(path, data) if path and not problem else ("", problem)
    if problem or not path:
        unread = ((path, data),) if path and problem else ()
        told = [*names.findings, problem] if problem else names.findings
        lost = Lost(kinds=kinds) if problem else None
        return RecordRows(
            findings=told, lost=lost, unread=unread, marked=_marks(root), hidden=_ids(decoded(data or b""))
        )  # fmt: skip
    table = RecordTable(path, text, names)
    table.read()
    locator.keep(path, TablePositions(path, data, table.cells))
    reader = Reader(path)
    wrong = words_told_once(_wrong(table, root, book, stem, locator), table)
    reader.read_rows(table.rows, inside, columns.record, root)
    lost = _lost(table, kinds)
    if not kind:
        own = root.get(columns.record)
        root.fields[columns.record] = [*(own if isinstance(own, list) else ()), *table.rows]
        lost = lost and Lost(kinds=kinds)
    unread = () if lost is None else ((path, data),)
    findings = [*names.findings, *table.values.findings, *table.findings, *table.unfit.values(), *wrong]
    hidden = frozenset() if lost is None else lost.ids or _ids(text)
    return RecordRows(reader.records, reader.refs, findings, lost, unread, _marks(root), hidden)


def rows_of(root: Record, book: SchemaBook, path: str, data: bytes) -> list[dict[str, Any]]:
    """Give the records in a CSV file's bytes as plain data; none where it is another table, or no text.

    Where a plan file may say which field a column is, what it said at the time is not known: a column that nothing is
    known of now is passed over.
    """
    columns = columns_of(book, book.types.get(str(root.get("type")), ""))
    if columns is None:
        return []
    table = RecordTable(path, text_of(data) or "", ColumnNames(columns, root), passing=columns.mapped)
    table.read()
    return table.rows


def _wrong(table: RecordTable, root: Record, book: SchemaBook, stem: str, locator: Locator) -> list[Finding]:
    """Hold the rows against the schema, in a file like the one that names them; its own faults are told there."""
    name, needed = table.names.columns.record, book.root(stem).get("required", ())
    own = {key: deepcopy(value) for key, value in root.fields.items() if key in needed or key == "periode"}
    whole = {**own, name: table.rows}
    return [
        replace(item, fix=None)
        for item in schema_findings(book, stem, table.path, whole, locator)
        if isinstance(item.place.at, tuple) and item.place.at[:1] == (name,) and item.place.at not in table.unfit
    ]


def _lost(table: RecordTable, kinds: frozenset[str]) -> Lost | None:
    """Give the words in the lines with faults; where no line could be read, any record of its kinds."""
    lines = {item.place.at.line for item in table.findings if isinstance(item.place.at, Span)}
    if not lines:
        return None
    if not table.rows:
        return Lost(kinds=kinds)
    return Lost(frozenset(word for line in lines for word in _WORD.findall(table.lines[line - 1])))


def _ids(text: str) -> frozenset[str]:
    """Give the ids in a table that cannot be read: those in its column of ids, or every word where it has none."""
    lines = [line.split(";") for line in text.splitlines()]
    header = [cell.strip(' "\ufeff').casefold() for cell in lines[0]] if lines else []
    if "id" not in header:
        return frozenset(_WORD.findall(text))
    at = header.index("id")
    return frozenset(nfc(row[at].strip(' "')) for row in lines[1:] if len(row) > at)


def _marks(root: Record) -> bool:
    said = root.get(MAPPING)
    return isinstance(said, dict) and _EXEMPT in said.values()
