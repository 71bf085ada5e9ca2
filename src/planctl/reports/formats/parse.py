"""Markdown, as the templates write it, to a document.

CommonMark with tables is read, no more. Raw HTML is text like any other, except that `<br>` breaks a line
and a comment is left out, so that a municipality's own template may use both. Links lead to https, http and
mailto addresses or to headings; pictures are the report's own figures, found by name, never files: large ones alone in
a paragraph, small ones in a line or a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from planctl.reports.figures.figure import Figure
from planctl.reports.formats.clean import clean
from planctl.reports.formats.document import (
    Align,
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
    plain,
)
from planctl.reports.formats.spans import COMMENT, figure_path, line_of
from planctl.values import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token

MAIN = "report"
"""The anchor of a page's main part, which no heading takes."""
_ALIGNS: dict[str, Align] = {"text-align:right": "right", "text-align:center": "center"}


def parse(text: str, figures: Iterable[Figure] = ()) -> Document:
    """Read Markdown to a document."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    blocks = _Reader(tokens, {figure.path: figure for figure in figures}).blocks()
    blocks = _without_doubles(blocks)
    first = next((block for block in blocks if isinstance(block, Heading) and block.level == 1), None)
    rest = tuple(block for block in blocks if block is not first)
    return Document(plain(first.line), rest, first.anchor) if first else Document("", rest)


def _without_doubles(blocks: Sequence[Block]) -> list[Block]:
    """Leave out the description that `place` writes below a figure: the formats take it from the figure."""
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if not (isinstance(before, Picture) and isinstance(block, Paragraph) and _describes(block, before.figure)):
            found.append(block)
    return found


def _describes(block: Paragraph, figure: Figure) -> bool:
    return plain(block.line).split() == clean(figure.description).split()


@dataclass()
class _Reader:
    """Walks the tokens once; `at` is the next token to read."""

    tokens: Sequence[Token]
    figures: Mapping[str, Figure]
    at: int = 0
    anchors: set[str] = field(default_factory=lambda: {MAIN})
    label: Heading | None = None

    def blocks(self, end: str = "") -> list[Block]:
        """Read blocks until a closing token."""
        found: list[Block] = []
        while self.at < len(self.tokens) and self.tokens[self.at].type != end:
            block = self._block(self._next())
            if block is not None:
                found.append(block)
        self.at += 1
        return found

    def _next(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _block(self, token: Token) -> Block | None:
        match token.type:
            case "heading_open":
                return self._heading(int(token.tag[1]))
            case "paragraph_open":
                return self._paragraph()
            case "bullet_list_open" | "ordered_list_open":
                return self._listing(token)
            case "table_open":
                return self._table()
            case "blockquote_open":
                return Quote(tuple(self.blocks("blockquote_close")))
            case "fence" | "code_block":
                return Code(clean(token.content.rstrip("\n"), lines=True))
            case "html_block":
                rest = clean(COMMENT.sub("", token.content))
                return Paragraph((Span(rest),)) if rest.strip() else None
            case "hr":
                return Rule()
        return None

    def _heading(self, level: int) -> Heading:
        line = line_of(self._next(), self.figures)
        self.at += 1
        base = re.sub(r"[^\w]+", "-", plain(line).casefold()).strip("-")[:60] or "del"
        anchor, number = base, 2
        while anchor in self.anchors:
            anchor, number = f"{base}-{number}", number + 1
        self.anchors.add(anchor)
        self.label = Heading(level, line, anchor)
        return self.label

    def _paragraph(self) -> Block:
        inline = self._next()
        self.at += 1
        children = inline.children or []
        if len(children) == 1 and children[0].type == "image":
            figure = self.figures.get(figure_path(children[0]))
            if figure is not None:
                return Picture(figure)
        return Paragraph(line_of(inline, self.figures))

    def _listing(self, token: Token) -> Listing:
        items = []
        while self._next().type == "list_item_open":
            items.append(tuple(self.blocks("list_item_close")))
        start = int(token.attrGet("start") or 1) if token.type == "ordered_list_open" else None
        return Listing(tuple(items), start)

    def _table(self) -> Table:
        aligns: list[Align] = []
        rows: list[tuple[Line, ...]] = []
        cells: list[Line] = []
        while (token := self._next()).type != "table_close":
            match token.type:
                case "tr_open":
                    cells = []
                case "th_open":
                    aligns.append(_ALIGNS.get(str(token.attrGet("style")), "left"))
                case "inline":
                    cells.append(line_of(token, self.figures))
                case "tr_close":
                    rows.append(tuple(cells))
        return Table(rows[0], tuple(aligns), tuple(rows[1:]), self.label)
