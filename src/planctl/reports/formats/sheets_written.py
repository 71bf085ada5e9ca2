"""The sheets of a document whose view has no figures: its text and its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.i18n import T
from planctl.model.chapter import Cell, Column, Table
from planctl.reports.formats.document import Block, Document, Heading, Paragraph, plain, walk
from planctl.reports.formats.document import Table as DocumentTable
from planctl.reports.formats.sheet import Sheet


def written(document: Document) -> tuple[Sheet, ...]:
    """Make one sheet of what a document says, for a report whose view has no figures: its text and its tables."""
    rows = tuple(_said(document.blocks))
    columns = (Column(T("Chapter"), width=40), Column(T("Content"), width=90))
    text = Sheet(T("Content"), (Table(columns, rows),)) if rows else None
    blocks = tuple(_table(table) for table in document.tables)
    tables = Sheet(T("Tables"), blocks) if blocks else None
    return tuple(sheet for sheet in (text, tables) if sheet is not None)


def _said(blocks: Iterable[Block]) -> Iterator[tuple[Cell, ...]]:
    """Yield each paragraph with the heading it stands under."""
    heading = ""
    for block in walk(blocks):
        match block:
            case Heading():
                heading = plain(block.line)
            case Paragraph():
                yield heading, plain(block.line)


def _table(table: DocumentTable) -> Table:
    """Make a table of words; a column of figures is left out, as a cell cannot hold them."""
    kept = [index for index in range(len(table.head)) if not table.has_figures(index)]
    columns = tuple(Column(T("{title}", title=plain(table.head[index])), width=24) for index in kept)
    rows = tuple(tuple(plain(row[index]) for index in kept) for row in table.rows)
    return Table(columns, rows, T("{title}", title=plain(table.label.line)) if table.label else None)
