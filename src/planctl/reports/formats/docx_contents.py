"""The list of contents of a Word report: each chapter with a link to it and the number of its page.

The numbers are fields: what opens the document works them out, as only that knows where its pages end.
"""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from planctl.reports.formats.document import Document, Heading, plain
from planctl.reports.formats.docx_runs import sub_element

_BOOKMARK = 5000
"""Bookmarks have numbers from here, which no other part of the document uses."""


class Contents:
    """The chapters of a document; each is marked where it begins, so that the list can lead to it."""

    def __init__(self, document: Document) -> None:
        self._numbers = {heading: number for number, heading in enumerate(document.contents, 1)}

    def mark(self, paragraph: Any, heading: Heading) -> None:
        """Put a bookmark around a chapter's heading."""
        number = self._numbers.get(heading)
        if number is None:
            return
        begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (begin, end):
            element.set(qn("w:id"), str(_BOOKMARK + number))
        begin.set(qn("w:name"), _name(number))
        paragraph._p.insert_element_before(begin, "w:r", "w:hyperlink")
        paragraph._p.append(end)

    def entry(self, paragraph: Any, heading: Heading, width: Any) -> None:
        """Write a line of the list, with dots up to the number of the page at the right edge."""
        name = _name(self._numbers[heading])
        look = paragraph.paragraph_format
        look.space_after = Pt(2)
        look.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        link = sub_element(paragraph._p, "w:hyperlink", anchor=name, history=1)
        _run(link, "w:t").text = plain(heading.line)
        _run(link, "w:tab")
        _run(link, "w:fldChar", fldCharType="begin", dirty="true")
        _run(link, "w:instrText").text = f" PAGEREF {name} \\h "
        _run(link, "w:fldChar", fldCharType="separate")
        _run(link, "w:t").text = "…"
        _run(link, "w:fldChar", fldCharType="end")


def _name(number: int) -> str:
    return f"_Toc{number:04}"


def _run(link: Any, name: str, **attributes: object) -> Any:
    return sub_element(sub_element(link, "w:r"), name, **attributes)
