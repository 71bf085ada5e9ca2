"""Blocks of a report as paragraphs, lists, tables and pictures of a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Emu, Pt

from planctl.reports.formats.document import (
    Block,
    Code,
    Document,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Table,
)
from planctl.reports.formats.docx_contents import Contents
from planctl.reports.formats.docx_runs import Pictures, write_runs
from planctl.reports.formats.docx_table import TableWriter

_MARKER = re.compile(r"\s*\{\{\s*rapport\s*\}\}\s*\Z", re.IGNORECASE)


class Writer:
    """Writes blocks one after the other, at the end of the document or where the marker stands."""

    def __init__(self, word: Any, document: Document, *, own_look: bool) -> None:
        self._word, self._document, self._contents = word, document, Contents(document)
        self._styles = {style.name: style for style in word.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
        section = word.sections[-1]
        self._width = Emu(section.page_width - section.left_margin - section.right_margin)
        self._pictures = Pictures()
        grid = next((style.style_id for style in word.styles if own_look and style.name == "Table Grid"), None)
        total = int(self._width / 635)
        self._tables = TableWriter(word._body, self._pictures, total, grid, own_look=own_look)
        marker = next((item for item in word.paragraphs if _MARKER.match(item.text)), None)
        self._before = marker._p if marker is not None else None
        self._last: Any = None

    def write(self, title: str, contents: str) -> None:
        """Write the title, a list of contents under its heading where one is given, and then everything."""
        self._paragraph((Span(title),), "Title", "Heading 1")
        if contents and self._document.contents:
            self._paragraph((Span(contents, strong=True),), "Normal").paragraph_format.keep_with_next = True
            for heading in self._document.contents:
                self._contents.entry(self._paragraph((), "Normal"), heading, self._width)
            self._last.paragraph_format.space_after = Pt(12)
        self._blocks(self._document.blocks)
        if self._before is not None:
            self._before.getparent().remove(self._before)

    def _place(self, element: Any) -> None:
        """Move what was added at the end to where the report stands."""
        if self._before is not None:
            self._before.addprevious(element)

    def _style(self, *names: str) -> Any:
        return next((self._styles[name] for name in names if name in self._styles), None)

    def _paragraph(self, line: Line, *styles: str) -> Any:
        paragraph = self._word.add_paragraph(style=self._style(*styles))
        self._place(paragraph._p)
        write_runs(paragraph, line, self._pictures)
        self._last = paragraph
        return paragraph

    def _blocks(self, blocks: Iterable[Block], depth: int = 0) -> None:
        rows = list(blocks)
        for block, after in zip_longest(rows, rows[1:]):
            self._block(block, depth)
            if isinstance(block, Paragraph) and isinstance(after, Table | Picture):
                self._last.paragraph_format.keep_with_next = True

    def _block(self, block: Block, depth: int) -> None:
        match block:
            case Heading():
                level = min(max(block.level - 1, 1), 9)
                self._contents.mark(self._paragraph(block.line, f"Heading {level}", "Heading 1"), block)
            case Paragraph():
                self._paragraph(block.line, *(["List Continue"] if depth else []), "Normal")
            case Listing():
                self._listing(block, depth)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case Quote():
                for inner in block.blocks:
                    if isinstance(inner, Paragraph):
                        self._paragraph(inner.line, "Quote", "Normal")
                    else:
                        self._block(inner, depth)
            case Code():
                for text in block.text.split("\n"):
                    self._paragraph((Span(text, code=True),), "Normal")
            case Rule():
                self._paragraph((), "Normal")

    def _listing(self, listing: Listing, depth: int) -> None:
        bullets = (f"List Bullet {depth + 1}", "List Bullet") if depth else ("List Bullet",)
        styles = bullets if listing.start is None else ()
        for number, item in enumerate(listing.items, listing.start or 1):
            first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (Paragraph(()), item)
            mark = Span("• " if listing.start is None else f"{number}. ")
            line = first.line if self._style(*styles) is not None else (mark, *first.line)
            self._paragraph(line, *styles, "List Paragraph", "Normal")
            if listing.start is not None:
                self._last.paragraph_format.first_line_indent = Pt(-13)
            self._blocks(rest, depth + 1)

    def _picture(self, picture: Picture) -> None:
        figure = picture.figure
        paragraph = self._paragraph((), "Normal")
        paragraph.paragraph_format.keep_with_next = True
        self._pictures.put(paragraph.add_run(), figure, self._width)
        self._paragraph((Span(f"{figure.title} ", strong=True), Span(figure.description)), "Caption", "Normal")

    def _table(self, table: Table) -> None:
        frame = self._tables.element(table)
        self._word.element.body.insert_element_before(frame, "w:sectPr")
        self._place(frame)
        after = self._paragraph((), "Normal")
        after.paragraph_format.space_after = Pt(4)
