"""The sheets of the disciplines' chapters: one for each chapter with tables, its columns typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.model.chapter import Cell as ChapterCell
from planctl.model.chapter import Chapter, ColumnKind, Table
from planctl.reports.formats.sheet import Block, Cell, Column, Kind, Sheet, many
from planctl.status_labels import status_text

_KINDS: dict[ColumnKind, Kind] = {
    "text": "text", "number": "count", "amount": "money", "percent": "percent", "date": "date", "status": "text",
}  # fmt: skip


def chapter_sheets(view: Any) -> Iterator[Sheet]:
    """Yield the sheets of a view's chapters."""
    for chapter in many(view, "chapters", Chapter):
        if chapter.tables:
            yield Sheet(chapter.title, tuple(_block(table.part("workbook")) for table in chapter.tables))


def _block(table: Table) -> Block:
    columns = tuple(Column(column.title, _KINDS[column.kind], column.width) for column in table.columns)
    rows = [tuple(_cell(cell, column.kind) for cell, column in row) for row in table.pairs]
    total = rows.pop() if table.total is not None else None
    return Block(columns, tuple(rows), table.title, total)


def _cell(cell: ChapterCell, kind: ColumnKind) -> Cell:
    return status_text(cell) if kind == "status" and isinstance(cell, str) else cell
