"""Edits of a file's text on exact spans: everything outside them stays as it was."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from planctl.source import Edit, Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, list[tuple[Edit, Span]]]:
    """Apply edits to a text; of two that overlap, the last in the file is kept.

    Return the edits that changed it too, first in the file first, with the span that each one's text has now.
    """
    starts = _line_starts(text)
    done: list[tuple[int, int, Edit]] = []
    limit = len(text) + 1
    for edit in sorted(set(edits), key=lambda item: (item.span, item.text), reverse=True):
        start, end = _offsets(starts, edit.span)
        if end > limit or start > end:
            continue
        if text[start:end] != edit.text:
            done.append((start, end, edit))
        limit = start
    parts, at, moved = [], 0, 0
    offsets: list[tuple[Edit, int]] = []
    for start, end, edit in reversed(done):
        parts += [text[at:start], edit.text]
        offsets.append((edit, start + moved))
        moved += len(edit.text) - (end - start)
        at = end
    after = "".join([*parts, text[at:]])
    starts = _line_starts(after)
    return after, [(edit, _span(starts, start, start + len(edit.text))) for edit, start in offsets]


def between(text: str, span: Span) -> str:
    """Return the text that a span covers."""
    start, end = _offsets(_line_starts(text), span)
    return text[start:end]


def _offsets(starts: Sequence[int], span: Span) -> tuple[int, int]:
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1


def _span(starts: Sequence[int], start: int, end: int) -> Span:
    first, last = bisect_right(starts, start), bisect_right(starts, end)
    return Span(first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)


def _line_starts(text: str) -> list[int]:
    """Give the offset at which each line begins; a byte order mark belongs to no line."""
    first = 1 if text.startswith("\ufeff") else 0
    starts = [first]
    starts += [match.end() for match in _LINE.finditer(text) if match.group() and match.group()[-1] in "\r\n"]
    return starts
