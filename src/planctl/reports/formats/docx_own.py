"""A municipality's own Word document as it comes from a repository: what it may hold, checked before it is opened.

Anyone who can change a repository can change its `templates/mal.docx`, and the report that is made of it is opened by
people in the town hall. So it may hold nothing that Word fetches from elsewhere (a template, a picture, a linked file),
and it may not unpack to more than planctl has room for.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from planctl.i18n import T
from planctl.reports.formats.format_error import FormatError

MOST_PARTS = 1000
"""How many files the document may hold."""
MOST_MEGABYTES = 64
"""How much it may unpack to."""
MOST_XML_MEGABYTES = 16
"""How much of that may be XML, which takes many times its size in memory."""
_LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_FETCHING = re.compile(r"\b(INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE|LINK|IMPORT|RD)\b", re.IGNORECASE)
_UNREADABLE = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, ValueError, OSError, RuntimeError, EOFError)
_XML = (".xml", ".rels")


def checked(own: bytes) -> bytes:
    """Return the document; raise FormatError when it is none, is too large, or brings something from elsewhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(own)) as document:
            _sizes(document)
            for part in document.infolist():
                name = part.filename.lower()
                if name.endswith("vbaproject.bin"):
                    raise FormatError(T("The document template holds macros. Save it as an ordinary document (.docx)."))
                if name.endswith(_XML):
                    _part(name, document.read(part))
    except _UNREADABLE as error:
        raise FormatError(T("The document template is not a Word document (.docx) that can be read.")) from error
    return own


def _sizes(document: zipfile.ZipFile) -> None:
    """Refuse a document that unpacks to too much, by the sizes it states: no more than those is ever unpacked."""
    parts = document.infolist()
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith(_XML))
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or whole > MOST_MEGABYTES << 20 or xml > MOST_XML_MEGABYTES << 20:
        message = T(
            "The document template unpacks to more than {limit} MB, or more than {xml} MB of XML.",
            limit=MOST_MEGABYTES, xml=MOST_XML_MEGABYTES,
        )  # fmt: skip
        raise FormatError(message)


def _part(name: str, data: bytes) -> None:
    """Look through a part: no office document has a DTD, whose entities could hide anything."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.internalDTD is not None:
        message = "a DTD"
        raise ValueError(message)
    if name.endswith(".rels"):
        _relations(root)
    else:
        _fields(root)


def _relations(root: Any) -> None:
    """Refuse what is fetched from elsewhere; a link that a reader may follow is none of that."""
    for row in root.iter("{*}Relationship"):
        kind, target = row.get("Type", "").rpartition("/")[2], row.get("Target", "")
        if row.get("TargetMode", "") == "External" and (kind != "hyperlink" or not _LINK.match(target)):
            message = T(
                "The document template fetches something from outside itself ({kind}: {target}). "
                "Take that away in Word, and save it again.",
                kind=kind, target=target[:100],
            )  # fmt: skip
            raise FormatError(message)


def _fields(root: Any) -> None:
    """Refuse Word's fields that fetch files."""
    for code in _codes(root):
        found = _FETCHING.match(code.strip())
        if found:
            message = T(
                "The document template holds the field {field}, which fetches something. Take it away in Word, and "
                "save it again.",
                field=found[1].upper(),
            )  # fmt: skip
            raise FormatError(message)


def _codes(root: Any) -> Iterator[str]:
    """Yield the codes of a part's fields; one may be cut over several runs, and others may stand inside it."""
    open_codes: list[str] = []
    for element in root.iter("{*}fldSimple", "{*}fldChar", "{*}instrText"):
        local = etree.QName(element).localname
        if local == "fldSimple":
            yield _attribute(element, "instr")
        elif local == "instrText":
            open_codes[-1:] = [(open_codes[-1] if open_codes else "") + (element.text or "")]
        elif _attribute(element, "fldCharType") == "begin":
            open_codes.append("")
        elif _attribute(element, "fldCharType") == "end" and open_codes:
            yield open_codes.pop()
    yield from open_codes


def _attribute(element: Any, name: str) -> str:
    found: str = next((value for key, value in element.attrib.items() if etree.QName(key).localname == name), "")
    return found
