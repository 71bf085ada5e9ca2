"""The formats of a report: Markdown, HTML, PDF, DOCX and XLSX.

One source for the texts. A template gives Markdown; `parse` reads it to a small tree of frozen values
(`document`), and HTML, PDF and DOCX are written from that tree alone. So the documents cannot say
different things, a municipality's own template gives every format, and plan text is escaped in one place
per format, after it has become plain text again. XLSX is made from the view instead (`sheets`): a workbook
holds numbers and dates, not words that look like them.

Choices, with reasons:

- **PDF by typst**, a wheel from PyPI that holds everything: it writes PDF/UA-1 and refuses to write a file that
  breaks it. WeasyPrint needs pango from the system. The tree goes to typst as JSON through `sys.inputs`,
  and the typst template (`templates/typst/rapport.typ`) shows it as data: plan text is never typst markup.
- **Fonts**: Arimo (as wide as Arial, letter by letter) lies in `templates/typst/fonts`; system fonts are not
  looked at, so the bytes are the same everywhere. A character that no font at hand has is written `[U+4E2D]`.
- **DOCX by python-docx**, on the municipality's own `templates/mal.docx` when there is one: its styles are
  used by their names, and the report stands where a paragraph says `{{rapport}}`, else after all that is there.
  Figures are PNG, made by typst with the same font as in the PDF.
- **XLSX by xlsxwriter**: typed cells, Excel tables with filters, text always stored as text.
- **Same bytes every time**: dates inside the files are the day the report judges at; zip entries are dated 1980.
- **Figures** are SVG values (`reports.figures.figure`); Markdown has them as files beside it, HTML inline.
- markdown-it-py reads the Markdown and comes with rich; the other libraries are the extra `all`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from planctl.i18n import Language, T
from planctl.reports.figures.figure import Figure
from planctl.reports.formats.format_error import FormatError as FormatError
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.reports.formats.document import Document


@dataclass(frozen=True)
class Source:
    """What a report is made of: its Markdown, figures and view, and the day it judges at.

    `own_docx` is the municipality's own Word document, when it has one.
    """

    markdown: str
    lang: Language
    day: date
    view: Any = None
    figures: tuple[Figure, ...] = field(default=())
    own_docx: bytes | None = None

    @cached_property
    def document(self) -> Document:
        """The Markdown as a tree, read once for all formats."""
        from planctl.reports.formats.parse import parse

        return parse(self.markdown, self.figures)


def _markdown(source: Source) -> bytes:
    return source.markdown.encode()


def _html(source: Source) -> bytes:
    from planctl.reports.formats.html import render

    return render(source.document, source.lang, source.day).encode()


def _pdf(source: Source) -> bytes:
    from planctl.reports.formats.pdf import render

    return render(source.document, source.lang, source.day)


def _docx(source: Source) -> bytes:
    from planctl.reports.formats.docx import render

    return render(source.document, source.lang, source.day, source.own_docx)


def _xlsx(source: Source) -> bytes:
    from planctl.reports.formats.xlsx import render

    return render(source.view, source.document, source.lang, source.day)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: whether it is text, and how it is made. A file's name ends with the format's own."""

    text: bool
    make: Callable[[Source], bytes]


REPORT_FORMATS: dict[str, Format] = {
    "md": Format(True, _markdown),
    "html": Format(True, _html),
    "pdf": Format(False, _pdf),
    "docx": Format(False, _docx),
    "xlsx": Format(False, _xlsx),
}
"""Every format by the name `--format` takes."""

_PACKAGES = {"docx": "python-docx", "xlsxwriter": "XlsxWriter", "markdown_it": "markdown-it-py"}


def make(name: str, source: Source) -> bytes:
    """Make a report in a format; a library that is not installed becomes a message that says how to get it."""
    try:
        return REPORT_FORMATS[name].make(source)
    except ModuleNotFoundError as error:
        module = str(error.name).partition(".")[0]
        if module == "planctl":
            raise
        message = T(
            "The format {format} needs the library {library}, which is not installed. "
            "Install it with: python -m pip install {library}",
            format=name,
            library=_PACKAGES.get(module, module),
        )
        raise FormatError(message) from error
