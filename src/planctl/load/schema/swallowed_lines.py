"""Lines that became part of the text above them: a field's or a list's name is missing (017, 018, 104)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from yaml.nodes import ScalarNode

from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.files.byte_checks import split_lines
from planctl.load.schema.ids_around import id_around
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.yaml.compose import compose
from planctl.load.yaml.positions import walk
from planctl.model.formats import is_id
from planctl.source import Place, Pointer, Span, field_of

_ITEM = re.compile(r"\s*- +(?:\{|([^\s:]+):(?:\s|$)|[^\s:]+$)")
_FIELD = re.compile(r"\s*([^\s:]+):(?:\s+(\S.*))?$")
_VALUE = re.compile(r"[\[{\"'>|]|[-+]?\d[\d.,]*$")
_JOIN = T(
    "If the name of a field or a list is missing above it, write it back, as in «tiltak:». "
    "If the line belongs to the text, join it to the line above."
)
_SENTENCE_END = (".", "!", "?", ":", "»", '"')


def swallowed(book: SchemaBook, path: str, source: bytes, data: Any, texts: list[ScalarNode]) -> Iterator[Finding]:
    """Yield a finding for each of a file's `texts` that has taken in lines that look like fields, items or a text."""
    lines = split_lines(source.decode()) if texts else []
    if any(_in_block(book, lines, node) is not None if node.style else True for node in texts):
        yield from _told(book, path, source, lines, data)


def _told(book: SchemaBook, path: str, source: bytes, lines: list[str], data: Any) -> Iterator[Finding]:
    node, _ = compose(path, source)
    for pointer, _, value in walk(node) if node is not None else ():
        if not isinstance(value, ScalarNode) or value.end_mark.line == value.start_mark.line:
            continue
        if value.style in (">", "|"):
            row = _in_block(book, lines, value)
            if row is not None:
                yield _block(path, lines[row], row, pointer, data)
        elif not value.style and field_of(pointer) in book.fields.free_texts:
            yield from _plain(book, path, lines, value, pointer, data)


def _in_block(book: SchemaBook, lines: list[str], node: ScalarNode) -> int | None:
    """Find the first line of a block text (from 0) that is shaped like an item or a field."""
    before = "."
    for row in range(node.start_mark.line + 1, min(node.end_mark.line, len(lines))):
        text = lines[row].rstrip()
        shaped = before.endswith(_SENTENCE_END) and (":" in text or text.lstrip().startswith("- "))
        if shaped and (_is_item(text, folded=node.style == ">") or _is_field(book, text)):
            return row
        before = text or "."
    return None


def _is_item(text: str, *, folded: bool) -> bool:
    """Tell whether a line is an item: a group or one word; in `|` a word alone may be a list in prose."""
    found = _ITEM.match(text)
    if found is None:
        return False
    return bool(found[1] and is_id(found[1])) or "{" in found[0] or folded or bool(re.search(r"[\d.]", found[0]))


def _is_field(book: SchemaBook, text: str) -> bool:
    """Tell whether a line is a field that plan files know, or an id or a name with a value that is no prose."""
    found = _FIELD.match(text)
    if found is None:
        return False
    name, value = found.groups()
    return name in book.fields.names or bool(is_id(name) and (value is None or _VALUE.match(value)))


def _block(path: str, text: str, row: int, pointer: Pointer, data: Any, hint: Text = _JOIN) -> Finding:
    message = T("The line looks like a field or a list, but is read as part of the text in «{field}»",
                field=field_of(pointer))  # fmt: skip
    return Finding("017", _line(path, text, row), message, hint, id_around(data, pointer), field_of(pointer))


def _plain(
    book: SchemaBook, path: str, lines: list[str], node: ScalarNode, pointer: Pointer, data: Any
) -> Iterator[Finding]:
    """Find a title over several lines (104), and a text that has taken in a list (017) or a second text (018)."""
    field, record = field_of(pointer), id_around(data, pointer)
    row = next(row for row in range(node.start_mark.line + 1, len(lines)) if lines[row].strip())
    place = _line(path, lines[row], row)
    if field in book.one_line:
        message = T("«{field}» goes on over several lines", field=field)
        hint = T("Is the name of a field missing above this line, as «omtale: >-»? If not, write it all on one line.")
        yield Finding("104", place, message, hint, record, field)
    elif (listed := _listed(lines, node)) is not None:
        hint = T(
            "If the name of a field or a list is missing above it, write it back, as in «tiltak:». "
            "If it is a list in the text, write «{field}: |» and the text below.", field=field,
        )  # fmt: skip
        yield _block(path, lines[listed], listed, pointer, data, hint)
    elif (glued := _glued(lines, node)) is not None:
        message = T("Two texts may have become one: this line is read as part of «{field}»", field=field)
        hint = T("Is the name of a field missing above it? If it is one text, write «{field}: >-» and the text below.",
                 field=field)  # fmt: skip
        yield Finding("018", _line(path, lines[glued], glued), message, hint, record, field)


def _listed(lines: list[str], node: ScalarNode) -> int | None:
    """Find the first line of a plain text (from 0) that is an item: a sentence ends above it, or it is no prose."""
    for above, row in pairwise(_rows(lines, node)):
        text = lines[row].rstrip()
        ended = lines[above].rstrip().endswith(_SENTENCE_END)
        if text.lstrip().startswith("- ") and (ended or _is_item(text, folded=True)):
            return row
    return None


def _rows(lines: list[str], node: ScalarNode) -> list[int]:
    """Give the lines of a text that hold anything."""
    return [row for row in range(node.start_mark.line, node.end_mark.line + 1) if lines[row].strip()]


def _glued(lines: list[str], node: ScalarNode) -> int | None:
    """Find the line of a plain text (from 0) that need not belong to the one above.

    The line above ends a sentence, has room for the line's first word, or the line is an item of a list.
    """
    rows = _rows(lines, node)
    width = max(len(lines[row].rstrip()) for row in rows)
    for above, row in pairwise(rows):
        before, words = lines[above].rstrip(), lines[row].split()
        if words[0] == "-" or before.endswith(_SENTENCE_END) or len(before) + 1 + len(words[0]) <= width:
            return row
    return None


def _line(path: str, text: str, row: int) -> Place:
    inner = text.strip()
    column = len(text) - len(text.lstrip()) + 1
    return Place(path, Span(row + 1, column, row + 1, column + max(1, len(inner))))
