"""Sheets as an Excel workbook: typed cells, Excel tables with filters, a frozen header, ready to print."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from planctl.i18n import Language, Spoken, T, Text
from planctl.model.chapter import Column, Table
from planctl.model.period import Period
from planctl.reports.formats.clean import clean
from planctl.reports.formats.document import Document
from planctl.reports.formats.format_error import FormatError
from planctl.reports.formats.sheet import Sheet, part
from planctl.reports.formats.sheets import sheets
from planctl.reports.formats.sheets_written import written
from planctl.reports.formats.xlsx_cells import CellWriter, lines_of

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_NAME = 31
_MANY = 10
"""A sheet with more columns is printed on A3."""
_LINE, _TALLEST = 13.0, 409.0
"""The height of a line, and the greatest that Excel gives a row, in points."""
_HEADING = 255


def render(view: Any, document: Document, lang: Language, day: date) -> bytes:
    """Write the workbook; the same view gives the same bytes.

    A report has its figures in it, as a document of chapters has; a document of the steering chain has its words first,
    and then the figures it has.
    """
    title = document.title
    figures = sheets(view, title, day)
    typed = part(view, "period", Period) is not None or part(view, "title", Text) is not None
    made = figures if typed else (*written(document), *figures)
    if not made:
        raise FormatError(T("This report has no figures for a workbook: choose another format than xlsx."))
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": "Arial", "font_size": 10},
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties(
            {
                "title": clean(title)[:_HEADING],
                "author": "planctl",
                "comments": "",
                "created": datetime(day.year, day.month, day.day),  # noqa: DTZ001  (the file holds no zone)
            }
        )
        writer = _Writer(book, lang, clean(title))
        for sheet in made:
            writer.sheet(sheet)
    return out.getvalue()


class _Writer:
    """Writes sheets; formats and names are shared by the workbook."""

    def __init__(self, book: xlsxwriter.Workbook, lang: Language, title: str) -> None:
        self._book = book
        self._lang = lang
        self._title = title
        self._names: set[str] = set()
        self._tables = 0
        self._cells = CellWriter(book, lang)
        self._heading = book.add_format({"bold": True, "font_size": 13, "font_color": "#0B4F6C"})
        look = {
            "bold": True,
            "text_wrap": True,
            "valign": "bottom",
            "bg_color": "#F1F5F8",
            "bottom": 2,
            "bottom_color": "#0B4F6C",
        }
        self._heads = {side: book.add_format({**look, "align": side}) for side in ("left", "right")}

    def sheet(self, sheet: Sheet) -> None:
        """Write a sheet with its tables."""
        page = self._book.add_worksheet(self._sheet_name(self._lang(sheet.name)))
        single = len(sheet.blocks) == 1
        row = 0
        widths: dict[int, int] = {}
        for block in sheet.blocks:
            for index, column in enumerate(block.columns):
                widths[index] = max(widths.get(index, 0), column.width)
            if not single and block.title is not None:
                page.write_string(row, 0, clean(self._lang(block.title)), self._heading)
                row += 1
            row = self._block(page, block, row) + 2
        for index, width in widths.items():
            page.set_column(index, index, width)
        if single:
            page.freeze_panes(1, 0)
            page.repeat_rows(0)
        self._print(page, max(len(block.columns) for block in sheet.blocks))

    def _print(self, page: Any, columns: int) -> None:
        page.set_paper(8 if columns > _MANY else 9)
        if columns > 5:
            page.set_landscape()
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        page.set_header("&L&A&R" + self._title.replace("&", "&&")[:120])
        page.set_footer("&R&P / &N")

    def _block(self, page: Any, block: Table, row: int) -> int:
        """Write a table; return the row below it."""
        columns = block.columns
        last = row + max(len(block.rows), 1)
        self._tables += 1
        heads = self._headings(columns)
        page.add_table(
            row,
            0,
            last,
            len(columns) - 1,
            {
                "name": f"planctl_{self._tables}",
                "style": "Table Style Light 1",
                "banded_rows": False,
                "columns": [
                    {
                        "header": head,
                        "header_format": self._heads["left" if column.kind in ("text", "status") else "right"],
                    }
                    for head, column in zip(heads, columns, strict=True)
                ],
            },
        )
        page.set_row(row, 2 * _LINE + 4)
        for number, cells in enumerate(block.rows, row + 1):
            said = tuple(self._lang.show(cell) if isinstance(cell, (Text, Spoken)) else cell for cell in cells)
            page.set_row(number, min(_LINE * lines_of(said, columns) + 2, _TALLEST))
            for index, (cell, column) in enumerate(zip(cells, columns, strict=True)):
                self._cells.write(page, number, index, cell, column)
        if block.total is not None:
            last += 1
            for index, (cell, column) in enumerate(zip(block.total, columns, strict=True)):
                above = [cells[index] for cells in block.rows]
                self._cells.write_sum(page, last, index, cell, column, above)
        return last

    def _headings(self, columns: tuple[Column, ...]) -> list[str]:
        """Name the columns, no two alike, as Excel demands of a table."""
        found: list[str] = []
        for column in columns:
            title = clean(self._lang(column.title))[: _HEADING - 5].strip() or "–"
            title, base, number = title[:1].upper() + title[1:], title[:1].upper() + title[1:], 2
            while title.casefold() in {other.casefold() for other in found}:
                title, number = f"{base} ({number})", number + 1
            found.append(title)
        return found

    def _sheet_name(self, wanted: str) -> str:
        """Name a sheet as Excel allows: short, without some signs, no two alike."""
        base = _FORBIDDEN.sub(" ", clean(wanted)).strip("' ")[:_NAME].strip("' ") or "–"
        base = base[:1].upper() + base[1:]
        if base.casefold() == "history":
            base = f"{base} –"
        name, number = base, 2
        while name.casefold() in self._names:
            name, number = f"{base[: _NAME - 4]} ({number})", number + 1
        self._names.add(name.casefold())
        return name
