"""The fix of a field whose value is a list where a group belongs, or the other way round: its lines written anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.load.schema.block_help import as_meant
from planctl.load.schema.file_under_check import CheckedFile
from planctl.load.schema.wrong_value import Wrong
from planctl.load.yaml.block import block, style_of
from planctl.source import Fix, Place, Pointer, Span


def block_fix(file: CheckedFile, pointer: Pointer, wrong: Wrong) -> Fix | None:
    """Propose the field as it is meant; None where that is not certain, or a comment or a notation would be lost."""
    if not pointer or not isinstance(pointer[-1], str) or not isinstance(wrong.value, (dict, list)):
        return None
    right = as_meant(file.book, wrong.schema, wrong.value, blanks=False)
    if right is None or not file.book.validators.accepts(wrong.schema, right):
        return None
    rows = _rows(file, pointer)
    if rows is None or not all(_kept(file, at, leaf) for at, leaf in _leaves(wrong.value, pointer)):
        return None
    text = block({pointer[-1]: right}, rows.column, style_of(file.positions.text_of_file)).lstrip(" ")
    return Fix(Place(file.path, rows), text)


def _rows(file: CheckedFile, pointer: Pointer) -> Span | None:
    """Give the span of a field from its name to the end of its value; None where a comment stands in it.

    The parser ends a block where the next one begins, so the lines are held against the field's own column too.
    """
    lines = file.positions.lines
    key, whole = file.positions.span(pointer, key=True), file.positions.whole(pointer)
    if whole is None or (whole.line, whole.column) <= (key.line, key.column):
        return None
    last, end = whole.end_line, whole.end_column
    while last > whole.line and not "".join(lines[last - 1 : last])[: end - 1].strip():
        last -= 1
        end = len(lines[last - 1]) + 1
    inside = lines[key.line : last]
    own = (row[: key.column].strip() in ("", "-") and row[: key.column - 1].strip() == "" for row in inside)
    commented = any("#" in row for row in lines[key.line - 1 : last])
    return Span(key.line, key.column, last, end) if all(own) and not commented else None


def _leaves(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
    """Yield the texts, numbers and yes/no of a value with their places."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*pointer, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*pointer, index))
    else:
        yield pointer, value


def _kept(file: CheckedFile, pointer: Pointer, value: Any) -> bool:
    """Tell whether a value is written as it would be again; a number such as 8.10 would not."""
    written = file.positions.text(pointer)
    return bool(written) if isinstance(value, str) else written == str(value)
