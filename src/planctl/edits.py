"""Edits of a file's text on exact spans: everything outside them stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planctl.source import Edit

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, int]:
    """Apply edits to a text; of two that overlap, the first in the file is kept. Return the count too."""
    starts = _line_starts(text)
    done = 0
    limit = len(text) + 1
    for edit in sorted(set(edits), key=lambda item: (item.span, item.text), reverse=True):
        start = starts[edit.span.line - 1] + edit.span.column - 1
        end = starts[edit.span.end_line - 1] + edit.span.end_column - 1
        if end > limit or start > end:
            continue
        if text[start:end] != edit.text:
            text = text[:start] + edit.text + text[end:]
            done += 1
        limit = start
    return text, done


def _line_starts(text: str) -> list[int]:
    """Give the offset at which each line begins; a byte order mark belongs to no line."""
    first = 1 if text.startswith("\ufeff") else 0
    starts = [first]
    starts += [match.end() for match in _LINE.finditer(text) if match.group() and match.group()[-1] in "\r\n"]
    return starts
