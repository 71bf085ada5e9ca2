"""Syntax errors that come of the hyphens of a list: one too few, one too many, or another sign."""

from __future__ import annotations

import re

from planctl.i18n import T
from planctl.load.yaml.parser_error import ParserError, Words, indent_of

_DASH = re.compile(r" *([–—•·*])\s")
_TWO_HYPHENS = re.compile(r" *- +(- )")
_LIST_BESIDE = re.compile(r"\s*(?:- +)*[^\s#\"'][^:]*: +(- +)(?P<item>.*)")
_NEW_RECORD = re.compile(r" *id: ")
_OPENER = re.compile(r"\s*(?:- +)*[^\s#\"'][^:]*:\s*(?:#.*)?$")


def no_hyphen(failure: ParserError) -> Words | None:
    """Find a record in a list without the hyphen that begins it, or with another sign in its place."""
    dash = _DASH.match(failure.text)
    if dash:
        hint = T("Put a hyphen and a space in its place: «- ».")
        return (failure.line, dash.start(1)), T("«{sign}» is no hyphen", sign=dash[1]), hint
    column = indent_of(failure.text)
    hint = T("Put a hyphen and a space before its first field: «- ».")
    if _NEW_RECORD.match(failure.text) and _in_list(failure, column):
        return (failure.line, column), T("A new record begins here without a hyphen"), hint
    first = _first_of_block(failure, column) if failure.text.lstrip().startswith("- ") else None
    if first is not None:
        place = (first, indent_of(failure.lines[first]))
        return place, T("The first record of the list begins here without a hyphen"), hint
    return None


def two_hyphens(failure: ParserError) -> Words | None:
    """Find a record that begins with two hyphens."""
    for row in (failure.line, failure.above()):
        twice = _TWO_HYPHENS.match(failure.lines[row]) if row is not None and row < len(failure.lines) else None
        if row is not None and twice:
            return (row, twice.start(1)), T("Two hyphens stand here"), T("Delete one of them.")
    return None


def list_beside(failure: ParserError) -> Words | None:
    """Find a list that begins on the line of its field: «løser: - hp2021.o1»."""
    found = _LIST_BESIDE.match(failure.text) if "sequence entries" in failure.problem else None
    if found is None:
        return None
    message = T("A list with hyphens cannot begin on the line of its field")
    hint = T("Begin it on the line below, or put brackets around it: [{value}]", value=found["item"].strip())
    return (failure.line, found.start(1)), message, hint


def _in_list(failure: ParserError, column: int) -> bool:
    """Tell whether a list above has its hyphens in a column."""
    rows = (row for row in reversed(failure.lines[: failure.line]) if row.strip() and indent_of(row) <= column)
    above = next(rows, "")
    return indent_of(above) == column and above.lstrip().startswith("- ")


def _first_of_block(failure: ParserError, column: int) -> int | None:
    """Return the line of the field that stands where the first item of a hyphen's list should; None if none does."""
    first = None
    for row in range(failure.line - 1, -1, -1):
        text = failure.lines[row]
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if text.lstrip().startswith("- "):
            first = None
            continue
        if indent_of(text) < column or (indent_of(text) == column and _OPENER.match(text)):
            return first if _OPENER.match(text) else None
        first = row
    return None
