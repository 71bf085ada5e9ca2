"""The page of a Word report that has no document of the municipality's own: size, styles, and the page's number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import docx
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as SIDE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from planctl.i18n import Language

_MARK = "0B4F6C"
_SOFT = "4D5862"
_FONT = "Arial"
_USUAL = {
    "page_width": 210,
    "page_height": 297,
    "left_margin": 20,
    "right_margin": 20,
    "top_margin": 20,
    "bottom_margin": 20,
}
_AFTER_HYPHENS = ("w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
"""What the format wants after the element that forbids hyphens, of what the styles say of a paragraph."""
_LEAST, _MOST = 30, 2000
"""Millimetres: how narrow the text of a page may be, and how large the page."""


def plain_page(lang: Language) -> Any:
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
            style.font.color.rgb = RGBColor.from_string(_SOFT if name == "Caption" else _MARK)
            style.font.bold = name != "Caption"
    word.styles["Normal"].paragraph_format.space_after = Pt(6)
    for name, before in (("Heading 1", 22), ("Heading 2", 16), ("Heading 3", 12)):
        word.styles[name].paragraph_format.space_before = Pt(before)
        word.styles[name].paragraph_format.space_after = Pt(6)
    _hyphenate(word, sizes)
    _footer(section, lang)
    return word


def _hyphenate(word: Any, styles: Iterable[str]) -> None:
    """Let long words be divided at the end of a line, as narrow columns need, but not in a heading."""
    tabs = word.settings.element.find(qn("w:defaultTabStop"))
    tabs.addnext(OxmlElement("w:autoHyphenation"))
    for name in styles:
        if name != "Normal":
            look = word.styles[name].element.get_or_add_pPr()
            look.insert_element_before(OxmlElement("w:suppressAutoHyphens"), *_AFTER_HYPHENS)


def whole_page(word: Any) -> None:
    """Give the last section of a municipality's own document the size and margins that it lacks: A4, 20 mm."""
    word.element.body.get_or_add_sectPr()
    section = word.sections[-1]
    found = {name: _length(section, name) for name in _USUAL}
    width, left, right = (found[name] for name in ("page_width", "left_margin", "right_margin"))
    narrow = width is not None and width - (left or 0) - (right or 0) < Mm(_LEAST)
    for name, usual in _USUAL.items():
        if found[name] is None or narrow:
            setattr(section, name, Mm(usual))


def _length(section: Any, name: str) -> int | None:
    """Read a length of a page; None where it is not there or is none."""
    try:
        value: int | None = getattr(section, name)
    except ValueError:
        return None
    return value if value is not None and 0 <= value <= Mm(_MOST) else None


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
