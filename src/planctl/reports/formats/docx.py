"""A document as Word: real headings, tables with repeated header rows, alternative texts, language and title.

With the municipality's own document the styles are its own, found by their names; what it lacks is written
with the nearest it has. Nothing that stands in it is removed, but for the paragraph `{{rapport}}`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as SIDE
from docx.opc.exceptions import OpcError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor

from planctl.i18n import Language, T
from planctl.reports.formats import FormatError
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
    plain,
)
from planctl.reports.formats.raster import png
from planctl.reports.formats.zips import repacked

_LOCALE = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
_MARKER = re.compile(r"\s*\{\{\s*rapport\s*\}\}\s*\Z", re.IGNORECASE)
_MARK, _BAND, _EDGE = "0B4F6C", "F1F5F8", "C8D0D8"
_FONT = "Arial"
_MOST_TITLE = 255
"""As many characters as Word allows in a property."""


def render(document: Document, lang: Language, day: date, own: bytes | None = None) -> bytes:
    """Write the Word document; the same document gives the same bytes."""
    word = _opened(own) if own is not None else _plain(lang)
    title = document.title or lang("Report")
    _properties(word, title, lang, day, keep_author=own is not None)
    _Writer(word, lang, own_look=own is not None).write(document, title)
    out = io.BytesIO()
    word.save(out)
    return repacked(out.getvalue())


def _opened(own: bytes) -> Any:
    try:
        return docx.Document(io.BytesIO(own))
    except (OpcError, KeyError, ValueError, OSError, SyntaxError) as error:
        raise FormatError(T("The document template is not a Word document (.docx) that can be read.")) from error
    except Exception as error:
        if type(error).__name__ not in {"BadZipFile", "XMLSyntaxError"}:
            raise
        raise FormatError(T("The document template is not a Word document (.docx) that can be read.")) from error


def _plain(lang: Language) -> Any:
    """Begin with an empty page and the look of the other formats."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    sizes = {"Normal": 10.0, "Title": 22.0, "Heading 1": 15.0, "Heading 2": 12.0, "Heading 3": 10.5, "Caption": 9.0}
    for name, size in sizes.items():
        style = word.styles[name]
        style.font.size, style.font.name, style.font.italic = Pt(size), _FONT, False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        fonts.set(qn("w:cs"), _FONT)
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string("4D5862" if name == "Caption" else _MARK)
            style.font.bold = name != "Caption"
    word.styles["Normal"].paragraph_format.space_after = Pt(6)
    for name, before in (("Heading 1", 22), ("Heading 2", 16), ("Heading 3", 12)):
        word.styles[name].paragraph_format.space_before = Pt(before)
        word.styles[name].paragraph_format.space_after = Pt(6)
    _footer(section, lang)
    return word


def _footer(section: Any, lang: Language) -> None:
    """Write the page's number at its foot."""
    paragraph = section.footer.paragraphs[0]
    paragraph.style.font.size, paragraph.style.font.name = Pt(8), _FONT
    paragraph.alignment = SIDE.RIGHT
    before, _, after = lang("Page {page} of {pages}", page="\x00", pages="\x01").partition("\x00")
    between, _, end = after.partition("\x01")
    for text, code in ((before, "PAGE"), (between, "NUMPAGES"), (end, "")):
        if text:
            paragraph.add_run(text)
        if code:
            _field(paragraph, code)


def _field(paragraph: Any, code: str) -> None:
    """Add a field that Word fills in."""
    run = paragraph.add_run()
    for kind in ("begin", None, "separate", "text", "end"):
        if kind == "text":
            element = OxmlElement("w:t")
            element.text = "1"
        elif kind is None:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {code} "
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)  # python-docx has no other way to fields


def _properties(word: Any, title: str, lang: Language, day: date, *, keep_author: bool) -> None:
    about, moment = word.core_properties, datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)
    about.title, about.language = title[:_MOST_TITLE], _LOCALE[lang.code]
    about.subject = lang("Judged at {day}.", day=day)[:_MOST_TITLE]
    about.created = about.modified = moment
    about.last_printed = moment
    about.revision, about.comments, about.last_modified_by = 1, "", "planctl"
    if not keep_author:
        about.author = "planctl"
    defaults = word.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}") if defaults is not None else None
    if run is not None and run.find(qn("w:lang")) is None:
        _sub(run, "w:lang", val=_LOCALE[lang.code])
    for known in word.styles.element.iter(qn("w:lang")):
        known.set(qn("w:val"), _LOCALE[lang.code])


class _Writer:
    """Writes blocks one after the other, at the end of the document or where the marker stands."""

    def __init__(self, word: Any, lang: Language, *, own_look: bool) -> None:
        self._word = word
        self._lang = lang
        self._own_look = own_look
        self._styles = {style.name: style for style in word.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
        self._lists: dict[str, Any] = {style.name: style for style in word.styles}
        self._pictures = 0
        section = word.sections[-1]
        self._width = Emu(section.page_width - section.left_margin - section.right_margin)
        marker = next((item for item in word.paragraphs if _MARKER.match(item.text)), None)
        self._before = marker._p if marker is not None else None

    def write(self, document: Document, title: str) -> None:
        """Write the title, and then everything."""
        self._paragraph((Span(title),), "Title", "Heading 1")
        self._blocks(document.blocks)
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
        _runs(paragraph, line)
        return paragraph

    def _blocks(self, blocks: Iterable[Block], depth: int = 0) -> None:
        for block in blocks:
            self._block(block, depth)

    def _block(self, block: Block, depth: int) -> None:
        match block:
            case Heading():
                level = min(max(block.level - 1, 1), 9)
                self._paragraph(block.line, f"Heading {level}", "Heading 1")
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
        kind = "List Bullet" if listing.start is None else "List Number"
        deeper = f"{kind} {depth + 1}" if depth else kind
        for number, item in enumerate(listing.items, listing.start or 1):
            first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (Paragraph(()), item)
            style = self._style(deeper, kind)
            mark = Span("• " if listing.start is None else f"{number}. ")
            line = first.line if style is not None and listing.start is None else (mark, *first.line)
            self._paragraph(line, *((deeper, kind) if listing.start is None else ()), "List Paragraph", "Normal")
            self._blocks(rest, depth + 1)

    def _picture(self, picture: Picture) -> None:
        figure = picture.figure
        paragraph = self._paragraph((), "Normal")
        paragraph.paragraph_format.keep_with_next = True
        shape = paragraph.add_run().add_picture(io.BytesIO(png(figure)), width=self._width)
        self._pictures += 1
        about = shape._inline.docPr
        about.set("id", str(1000 + self._pictures))
        about.set("name", figure.name)
        about.set("title", figure.title)
        about.set("descr", f"{figure.title}. {figure.description}")
        self._paragraph((Span(f"{figure.title} ", strong=True), Span(figure.description)), "Caption", "Normal")

    def _table(self, table: Table) -> None:
        """Write a table as elements: python-docx counts every cell again for each one it gives out."""
        total = self._width.twips if hasattr(self._width, "twips") else int(self._width / 635)
        weights = table.weights
        widths = [total * weight // sum(weights) for weight in weights]
        frame = OxmlElement("w:tbl")
        frame.append(self._table_look(table, sum(widths)))
        grid = _sub(frame, "w:tblGrid")
        for width in widths:
            _sub(grid, "w:gridCol", w=width)
        rows = [(table.head, True), *((row, False) for row in table.rows)]
        for cells, head in rows:
            frame.append(self._row(table, cells, widths, head=head))
        self._word.element.body.insert_element_before(frame, "w:sectPr")
        self._place(frame)
        after = self._paragraph((), "Normal")
        after.paragraph_format.space_after = Pt(4)

    def _table_look(self, table: Table, width: int) -> Any:
        look = OxmlElement("w:tblPr")
        if self._own_look and "Table Grid" in self._lists:
            _sub(look, "w:tblStyle", val=self._lists["Table Grid"].style_id)
        _sub(look, "w:tblW", w=width, type="dxa")
        if not self._own_look:
            borders = _sub(look, "w:tblBorders")
            for side in ("bottom", "insideH"):
                _sub(borders, f"w:{side}", val="single", sz=4, space=0, color=_EDGE)
        _sub(look, "w:tblLayout", type="fixed")
        margins = _sub(look, "w:tblCellMar")
        for side, size in (("top", 40), ("left", 60), ("bottom", 40), ("right", 60)):
            _sub(margins, f"w:{side}", w=size, type="dxa")
        _sub(look, "w:tblLook", val="04A0" if table.row_heads else "0420")
        if table.label is not None:
            _sub(look, "w:tblCaption", val=plain(table.label.line)[:_MOST_TITLE])
        return look

    def _row(self, table: Table, cells: tuple[Line, ...], widths: list[int], *, head: bool) -> Any:
        row = OxmlElement("w:tr")
        look = _sub(row, "w:trPr")
        if max((len(plain(cell)) for cell in cells), default=0) < _MOST_TITLE * 4:
            _sub(look, "w:cantSplit")
        if head:
            _sub(look, "w:tblHeader")
        total = not head and table.is_sum(cells)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            frame = _sub(row, "w:tc")
            shape = _sub(frame, "w:tcPr")
            _sub(shape, "w:tcW", w=width, type="dxa")
            if head or total:
                _sub(shape, "w:shd", val="clear", color="auto", fill=_BAND)
            if head:
                _sub(shape, "w:vAlign", val="bottom")
            self._cell(frame, cell, table.aligns[index], head=head)
        return row

    def _cell(self, frame: Any, line: Line, align: str, *, head: bool) -> None:
        from docx.text.paragraph import Paragraph as WordParagraph

        element = _sub(frame, "w:p")
        paragraph = WordParagraph(element, self._word._body)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = True if head else None
        if align != "left":
            paragraph.alignment = SIDE.RIGHT if align == "right" else SIDE.CENTER
        _runs(paragraph, line, size=8, strong=head)


def _runs(paragraph: Any, line: Line, size: float | None = None, *, strong: bool = False) -> None:
    for span in line:
        run = paragraph.add_run()
        if span.br:
            run.add_break()
        run.add_text(span.text)
        if span.strong or strong:
            run.bold = True
        if span.emphasis:
            run.italic = True
        if span.code:
            run.font.name = "Consolas"
        if size is not None:
            run.font.size = Pt(size)
        if span.target and not span.target.startswith("#"):
            _link(paragraph, run, span.target)


def _link(paragraph: Any, run: Any, target: str) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(target, kind, is_external=True))
    run.font.underline = True
    run._r.addprevious(link)
    link.append(run._r)


def _sub(parent: Any, name: str, **attributes: object) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    parent.append(element)
    return element
