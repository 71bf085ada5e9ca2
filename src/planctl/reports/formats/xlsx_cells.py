"""Cells of a workbook: dates, numbers, shares and texts, each in its format."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_range  # type: ignore[import-untyped]

from planctl.i18n import Language, Spoken, Text
from planctl.model.chapter import Cell, Column, ColumnKind, Value
from planctl.reports.formats.clean import clean

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "'")
_MOST = 32767
"""As many characters as Excel allows in a cell."""
_WRAPPED = 22
"""A column as wide as this wraps its texts."""
_NUMBERS: dict[ColumnKind, str] = {
    "text": "@",
    "status": "@",
    "number": "0",
    "amount": "#,##0;[Red]-#,##0",
    "date": "yyyy-mm-dd",
    "percent": "0.0%",
    "value": "General",
}


class CellWriter:
    """Writes the cells of a workbook; alike formats are made once."""

    def __init__(self, book: xlsxwriter.Workbook, lang: Language) -> None:
        self._book = book
        self._lang = lang
        self._formats: dict[tuple[str, bool, bool, bool], Any] = {}

    def write(self, page: Any, row: int, index: int, cell: Cell, column: Column, *, strong: bool = False) -> None:
        """Write a cell as its column's kind; text stays text, however it begins."""
        match cell:
            case None:
                page.write_blank(row, index, None, self._format(_NUMBERS[column.kind], strong=strong))
            case date():
                page.write_datetime(row, index, cell, self._format(_NUMBERS["date"], strong=strong))
            case Value():
                places = "." + "0" * cell.decimals if cell.decimals else ""
                shown = self._format(f"0{places}%" if cell.percent else f"#,##0{places}", strong=strong)
                page.write_number(row, index, float(cell.amount / 100 if cell.percent else cell.amount), shown)
            case int() | Decimal():
                share = column.kind == "percent"
                shown = self._format(_NUMBERS[column.kind], strong=strong)
                page.write_number(row, index, float(Decimal(cell) / 100) if share else int(cell), shown)
            case str() | Text() | Spoken():
                text = clean(self._lang.show(cell), lines=True)
                if isinstance(cell, Text):
                    text = text[:1].upper() + text[1:]
                text = text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
                quoted = text.startswith(_ACTIVE)
                wrapped = column.width >= _WRAPPED
                page.write_string(row, index, text, self._format("@", strong=strong, quoted=quoted, wrapped=wrapped))

    def write_sum(self, page: Any, row: int, index: int, cell: Cell, column: Column, above: Sequence[Cell]) -> None:
        """Write a cell of a row of sums, right below the cells it sums: a formula that follows a filter, if it is one.

        Where it is no sum of what stands there, as below the largest of many rows, it is a number like others.
        """
        if not column.adds or not _is_sum(cell, above):
            self.write(page, row, index, cell, column, strong=True)
            return
        cells = xl_range(row - len(above), index, row - 1, index)
        shown = self._format(_NUMBERS[column.kind], strong=True)
        page.write_formula(row, index, f"=SUBTOTAL(109,{cells})", shown, _number(cell))

    def _format(self, number: str, *, strong: bool, quoted: bool = False, wrapped: bool = False) -> Any:
        key = (number, strong, quoted, wrapped)
        if key not in self._formats:
            made = self._book.add_format({"num_format": number, "valign": "top", "text_wrap": wrapped, "bold": strong})
            if strong:
                made.set_top(2)
                made.set_top_color("#0B4F6C")
            if quoted:
                made.set_quote_prefix()
            self._formats[key] = made
        return self._formats[key]


def _is_sum(cell: Cell, above: Sequence[Cell]) -> bool:
    if not _is_number(cell) or not all(one is None or _is_number(one) for one in above):
        return False
    return sum(_number(one) for one in above) == _number(cell) and any(one is not None for one in above)


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, (int, Decimal)) and not isinstance(cell, bool)


def _number(cell: Cell) -> int:
    return int(cell) if isinstance(cell, (int, Decimal)) else 0


def lines_of(cells: tuple[Cell, ...], columns: tuple[Column, ...]) -> int:
    """Estimate how many lines the longest of the wrapped texts takes."""
    pairs = [(cell, column.width) for cell, column in zip(cells, columns, strict=True) if isinstance(cell, str)]
    return max([1, *(ceil(len(cell) * 1.12 / width) for cell, width in pairs if width >= _WRAPPED)])
