"""Stretches of text in a Word document, and elements that python-docx has no way to."""

from __future__ import annotations

import io
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from planctl.reports.figures.figure import Figure
from planctl.reports.formats.document import SMALL_MM, Line
from planctl.reports.formats.raster import png


class Pictures:
    """Puts figures in runs; each gets a number of its own, and is drawn once."""

    def __init__(self) -> None:
        self._count = 0
        self._drawn: dict[tuple[Figure, bool], bytes] = {}

    def put(self, run: Any, figure: Figure, width: int, *, small: bool = False) -> None:
        """Put a figure in a run, so wide (in EMU), with its title and its words for those who do not see it."""
        if (figure, small) not in self._drawn:
            self._drawn[figure, small] = png(figure, small=small)
        shape = run.add_picture(io.BytesIO(self._drawn[figure, small]), width=width)
        self._count += 1
        about = shape._inline.docPr
        about.set("id", str(1000 + self._count))
        about.set("name", figure.name)
        about.set("title", figure.title)
        about.set("descr", figure.words)


def write_runs(
    paragraph: Any, line: Line, pictures: Pictures, *, size: float | None = None, strong: bool = False, room: int = 0
) -> None:
    """Write a line; a small figure is no wider than the `room` (in EMU), when that is given."""
    for span in line:
        run = paragraph.add_run()
        if span.br:
            run.add_break()
        if span.figure is not None:
            pictures.put(run, span.figure, min(Mm(SMALL_MM), room or Mm(SMALL_MM)), small=True)
            continue
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


def sub_element(parent: Any, name: str, **attributes: object) -> Any:
    """Add an element with attributes, all of Word's own namespace."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    parent.append(element)
    return element
