"""A document as Word: real headings, tables with repeated header rows, alternative texts, language and title.

With the municipality's own document the styles are its own, found by their names; what it lacks is written
with the nearest it has. Nothing that stands in it is removed, but for the paragraph `{{rapport}}`.
"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from planctl.i18n import Language, T
from planctl.reports.formats.document import Document
from planctl.reports.formats.docx_blocks import Writer
from planctl.reports.formats.docx_own import checked
from planctl.reports.formats.docx_page import plain_page, whole_page
from planctl.reports.formats.docx_runs import sub_element
from planctl.reports.formats.docx_table import MOST_TITLE
from planctl.reports.formats.format_error import FormatError
from planctl.reports.formats.zips import repacked

_LOCALE = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}


def render(document: Document, lang: Language, day: date, own: bytes | None = None) -> bytes:
    """Write the Word document; the same document gives the same bytes."""
    if own is None:
        return _written(plain_page(lang), document, lang, day, own_look=False)
    word = _opened(own)
    try:
        whole_page(word)
        return _written(word, document, lang, day, own_look=True)
    except (OpcError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise FormatError(T("The document template is not a Word document (.docx) that can be read.")) from error


def _written(word: Any, document: Document, lang: Language, day: date, *, own_look: bool) -> bytes:
    title = document.title or lang("Report")
    _properties(word, title, lang, day, keep_author=own_look)
    Writer(word, document, own_look=own_look).write(title, "" if own_look else lang("Contents"))
    out = io.BytesIO()
    word.save(out)
    return repacked(out.getvalue())


def _opened(own: bytes) -> Any:
    try:
        return docx.Document(io.BytesIO(checked(own)))
    except (OpcError, KeyError, ValueError, OSError, SyntaxError) as error:
        raise FormatError(T("The document template is not a Word document (.docx) that can be read.")) from error
    except Exception as error:
        if type(error).__name__ not in {"BadZipFile", "XMLSyntaxError"}:
            raise
        raise FormatError(T("The document template is not a Word document (.docx) that can be read.")) from error


def _properties(word: Any, title: str, lang: Language, day: date, *, keep_author: bool) -> None:
    about, moment = word.core_properties, datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)
    about.title, about.language = title[:MOST_TITLE], _LOCALE[lang.code]
    about.subject = lang("Judged at {day}.", day=day)[:MOST_TITLE]
    about.created = about.modified = moment
    about.last_printed = moment
    about.revision, about.comments, about.last_modified_by = 1, "", "planctl"
    if not keep_author:
        about.author = "planctl"
    defaults = word.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}") if defaults is not None else None
    if run is not None and run.find(qn("w:lang")) is None:
        sub_element(run, "w:lang", val=_LOCALE[lang.code])
    for known in word.styles.element.iter(qn("w:lang")):
        known.set(qn("w:val"), _LOCALE[lang.code])
