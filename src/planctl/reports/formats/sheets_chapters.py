"""The sheets of chapters: one for each chapter with tables that a workbook shows, its columns typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from planctl.model.chapter import Cell, Chapter, ColumnKind, Table
from planctl.reports.formats.sheet import Sheet
from planctl.status_labels import status_text


def chapter_sheets(chapters: Iterable[Chapter]) -> Iterator[Sheet]:
    """Yield the sheets of chapters; their parts stand on the same sheet, but those that are written by themselves."""
    for chapter in chapters:
        parts = (part for part in chapter.parts if not part.template)
        tables = tuple(table for one in (chapter, *parts) for table in typed(one.tables))
        if tables:
            yield Sheet(chapter.title, tables)


def typed(tables: Iterable[Table]) -> Iterator[Table]:
    """Yield tables as a workbook shows them; those that only a page shows are left out."""
    for table in tables:
        shown = table.part("workbook")
        if shown.columns:
            rows = [tuple(_cell(cell, column.kind) for cell, column in row) for row in shown.pairs]
            total = rows.pop() if shown.total is not None else None
            yield replace(shown, rows=tuple(rows), total=total)


def _cell(cell: Cell, kind: ColumnKind) -> Cell:
    return status_text(cell) if kind == "status" and isinstance(cell, str) else cell
