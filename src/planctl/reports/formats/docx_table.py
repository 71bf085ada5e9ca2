"""Tables of a Word report, written as elements: python-docx counts every cell again for each one it gives out."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as SIDE
from docx.oxml import OxmlElement
from docx.shared import Pt, Twips
from docx.text.paragraph import Paragraph as WordParagraph

from planctl.reports.formats.document import Line, Table, plain
from planctl.reports.formats.docx_runs import Pictures, sub_element, write_runs
from planctl.reports.formats.widths import weights

MOST_TITLE = 255
"""As many characters as Word allows in a property or a name."""
_BAND, _EDGE = "F1F5F8", "C8D0D8"
_SIDE = 60
"""The margin at each side of a cell, in twentieths of a point."""


class TableWriter:
    """Makes tables for a document; `style` is the id of the style of its own that tables take, if any."""

    def __init__(self, body: Any, pictures: Pictures, total: int, style: str | None, *, own_look: bool) -> None:
        self._body = body
        self._pictures = pictures
        self._total = total  # the page's width in twentieths of a point
        self._style = style
        self._own_look = own_look

    def element(self, table: Table) -> Any:
        """Write a table."""
        shares = weights(table)
        widths = [self._total * share // sum(shares) for share in shares]
        frame = OxmlElement("w:tbl")
        frame.append(self._look(table, sum(widths)))
        grid = sub_element(frame, "w:tblGrid")
        for width in widths:
            sub_element(grid, "w:gridCol", w=width)
        rows = [(table.head, True), *((row, False) for row in table.rows)]
        for cells, head in rows:
            frame.append(self._row(table, cells, widths, head=head))
        return frame

    def _look(self, table: Table, width: int) -> Any:
        look = OxmlElement("w:tblPr")
        if self._style is not None:
            sub_element(look, "w:tblStyle", val=self._style)
        sub_element(look, "w:tblW", w=width, type="dxa")
        if not self._own_look:
            borders = sub_element(look, "w:tblBorders")
            for side in ("bottom", "insideH"):
                sub_element(borders, f"w:{side}", val="single", sz=4, space=0, color=_EDGE)
        sub_element(look, "w:tblLayout", type="fixed")
        margins = sub_element(look, "w:tblCellMar")
        for side, size in (("top", 40), ("left", _SIDE), ("bottom", 40), ("right", _SIDE)):
            sub_element(margins, f"w:{side}", w=size, type="dxa")
        sub_element(look, "w:tblLook", val="04A0" if table.row_heads else "0420")
        if table.label is not None:
            sub_element(look, "w:tblCaption", val=plain(table.label.line)[:MOST_TITLE])
        return look

    def _row(self, table: Table, cells: tuple[Line, ...], widths: list[int], *, head: bool) -> Any:
        row = OxmlElement("w:tr")
        look = sub_element(row, "w:trPr")
        if max((len(plain(cell)) for cell in cells), default=0) < MOST_TITLE * 4:
            sub_element(look, "w:cantSplit")
        if head:
            sub_element(look, "w:tblHeader")
        total = not head and table.is_sum(cells)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            frame = sub_element(row, "w:tc")
            shape = sub_element(frame, "w:tcPr")
            sub_element(shape, "w:tcW", w=width, type="dxa")
            if head or total:
                sub_element(shape, "w:shd", val="clear", color="auto", fill=_BAND)
            if head:
                sub_element(shape, "w:vAlign", val="bottom")
            self._cell(frame, cell, table.aligns[index], width, head=head)
        return row

    def _cell(self, frame: Any, line: Line, align: str, width: int, *, head: bool) -> None:
        paragraph = WordParagraph(sub_element(frame, "w:p"), self._body)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = True if head else None
        if align != "left":
            paragraph.alignment = SIDE.RIGHT if align == "right" else SIDE.CENTER
        room = Twips(max(width - 2 * _SIDE, 1))
        write_runs(paragraph, line, self._pictures, size=8, strong=head, room=room)
