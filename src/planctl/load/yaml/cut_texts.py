"""Texts cut short by a number sign: «tittel: Lys i hall #1» is read as «Lys i hall» and a comment (016)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yaml.nodes import ScalarNode

from planctl.findings.capped import MOST_OF_FORM
from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.files.byte_checks import split_lines
from planctl.load.schema.ids_around import id_around
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.yaml.compose import compose
from planctl.load.yaml.positions import walk
from planctl.source import Fix, Place, Pointer, Span, field_of

_SIGN = re.compile(rb"#(?<=[ \t]#)[^\s#=-]")  # begins with one fixed sign, for which a search is quick
_SUSPECT = re.compile(rb"[^\s#][ \t]+#[^\s#=-]")
_COMMENT = re.compile(r"[ \t]+(#(?!planctl:)[^\s#=-].*?)\s*\Z")
_SHORT = 70


def cut_texts(book: SchemaBook, path: str, source: bytes, data: Any) -> Iterator[Finding]:
    """Yield a finding for each text in a person's own words that a «#» right before a word or number ends."""
    if not (_SIGN.search(source) and _SUSPECT.search(source)):
        return
    node, _ = compose(path, source)
    lines, count = split_lines(source.decode()), 0
    for pointer, _, value in walk(node) if node is not None else ():
        if not isinstance(value, ScalarNode) or value.style or field_of(pointer) not in book.fields.free_texts:
            continue
        end = value.end_mark
        comment = _COMMENT.match(lines[end.line], end.column) if value.value else None
        if comment:
            count += 1
            yield _finding(path, pointer, value, comment, id_around(data, pointer), quote=count <= MOST_OF_FORM)


def _finding(
    path: str, pointer: Pointer, value: ScalarNode, comment: re.Match[str], owner: str | None, *, quote: bool
) -> Finding:
    """Make the finding; the text is written in quotes only where it will be shown, for that takes time."""
    from planctl.load.schema.wrong_value import show
    from planctl.load.yaml.block import scalar

    start, row = value.start_mark, value.end_mark.line
    begin, end = comment.span(1)
    place = Place(path, Span(row + 1, begin + 1, row + 1, end + 1))
    message = T("The text is cut at «#», where a comment begins: it became «{text}»", text=show(value.value))
    hint = T("Put quotes around the whole text. If it is a comment, write a space after «#».")
    fix = None
    if quote and start.line == row:
        quoted = scalar(comment.string[start.column : end])
        fix = Fix(Place(path, Span(row + 1, start.column + 1, row + 1, end + 1)), quoted, safe=False)
        if len(quoted) < _SHORT:
            hint = T("Write {quoted}. If it is a comment, write a space after «#».", quoted=quoted)
    return Finding("016", place, message, hint, owner, field_of(pointer), fix=fix)
