"""Places in plan files: spans in code points, and pointers to fields."""

from __future__ import annotations

from planctl.values import dataclass

Pointer = tuple[str | int, ...]
"""The way from a file's root to a value: keys and 0-based list indices."""


def field_of(pointer: Pointer) -> str:
    """Give the name of the field that a pointer leads to, or into a list of; empty for a whole file."""
    return next((part for part in reversed(pointer) if isinstance(part, str)), "")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file: lines and columns are 1-based, in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: a file and a pointer into it (its key or its value), or a span."""

    path: str
    at: Pointer | Span = ()
    key: bool = False


@dataclass(frozen=True, slots=True)
class Location:
    """A place made exact: path relative to the repository, with forward slashes, and a span."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Fix:
    """A proposal: put `text`, as YAML, in the place of what stands at `place`.

    It is safe when the meaning cannot become another than the planner's.
    """

    place: Place
    text: str
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Edit:
    """A fix made exact: put `text` in the place of a span."""

    span: Span
    text: str
    safe: bool = True
