"""Syntax errors that come of a line's beginning: its indentation, hyphen or colon."""

from __future__ import annotations

import re
from dataclasses import replace

from planctl.i18n import T
from planctl.load.yaml.parser_error import ParserError, Words, indent_of, start_of

_GLUED_COLON = re.compile(r"\s*(?:- +)?([\w-]+):[^\s:/]")
_FIELD = re.compile(r"\s*+(?:- ++)*+[^\s#\"'][^:]*+:(?:\s|$)")
_FIELD_WITH_TEXT = re.compile(r"\s*+(?:- ++)*+[^\s#\"'][^:]*+: ++[^\s#|>]")


def no_space(failure: ParserError) -> Words | None:
    """Find a colon or a hyphen without a space after it."""
    row = failure.opening[0] if "expected ':'" in failure.problem and failure.opening else failure.line
    above = failure.above()
    for number in (row, above):
        text = failure.lines[number] if number is not None and number < len(failure.lines) else ""
        found = _GLUED_COLON.match(text)
        if number is not None and found and not _FIELD.match(text):
            message = T("There is no space after the colon")
            return (number, found.end(1)), message, T("Write «{field}: » and then the value.", field=found[1])
    found = re.match(r" *(-)[^\s-]", failure.text)
    if found:
        return (failure.line, found.start(1)), T("There is no space after the hyphen"), T("Write a space after it.")
    return None


def no_colon(failure: ParserError) -> Words | None:
    """Find a line that has no colon and continues no text."""
    row = failure.line
    if "expected ':'" in failure.problem and failure.opening:
        row = failure.opening[0]
    elif "mapping values" in failure.problem:
        above = failure.above()
        text = "" if above is None else failure.lines[above]
        if above is None or _FIELD.match(text) or indent_of(text) != indent_of(failure.text):
            return None
        row = above
    else:
        return None
    message = T("The line is neither a field («name: value») nor part of the text above")
    hint = T("Write a colon and a space after the field's name. If it belongs to the text above, indent it further.")
    return (row, indent_of(failure.lines[row])), message, hint


def indentation(failure: ParserError) -> Words | None:
    """Find a line that begins in a column where no record or list does."""
    if not re.search("mapping values|expected key|'-' indicator|block end", failure.problem):
        return None
    column = indent_of(failure.text)
    place, above = (failure.line, column), failure.above()
    odd = _outdented(failure, above)
    if above is not None and odd is not None:
        hint = T("Begin it in column {column}, as line {line}.", column=column + 1, line=odd + 1)
        message = T("The line begins in a column that fits none of the lines above")
        return (above, indent_of(failure.lines[above])), message, hint
    if above is not None and column > start_of(failure.lines[above]) and _FIELD_WITH_TEXT.match(failure.lines[above]):
        message = T("The line is indented further than the field above, so YAML takes it for more of its text")
        column = start_of(failure.lines[above]) + 1
        return place, message, T("Begin it in column {column}, as line {line}.", column=column, line=above + 1)
    rule = T("Fields of the same record begin in the same column, and so do the hyphens of a list.")
    like = _nearest_start(replace(failure, column=column))
    if like is None:
        return place, T("The line does not fit the lines above"), rule
    hint = T("Begin it in column {column}, as line {line}. {rule}", column=like[1] + 1, line=like[0] + 1, rule=rule)
    return place, T("The line begins in a column that fits none of the lines above"), hint


def _outdented(failure: ParserError, above: int | None) -> int | None:
    """Tell whether the line above has slipped out between two fields; return the line of the first of them."""
    before = replace(failure, line=above).above() if above is not None else None
    if above is None or before is None:
        return None
    column = indent_of(failure.text)
    slipped = indent_of(failure.lines[above]) < column == start_of(failure.lines[before])
    return before if slipped and _FIELD_WITH_TEXT.match(failure.lines[above]) and column else None


def _nearest_start(failure: ParserError) -> tuple[int, int] | None:
    """Return the line above, and its column, that a line most likely was to begin under."""
    hyphen = failure.sign((failure.line, failure.column)) == "-"
    found: dict[int, int] = {}
    lowest = 10_000
    for row in range(failure.line - 1, -1, -1):
        text = failure.lines[row]
        if not text.strip() or text.lstrip().startswith("#") or indent_of(text) > lowest:
            continue
        lowest = indent_of(text)
        starts = {indent_of(text)} if text.lstrip().startswith("- ") == hyphen else set()
        starts |= set() if hyphen else {start_of(text)}
        for start in starts:
            found.setdefault(start, row)
    best = min(found, key=lambda start: abs(start - failure.column), default=None)
    return None if best is None or best == failure.column else (found[best], best)
