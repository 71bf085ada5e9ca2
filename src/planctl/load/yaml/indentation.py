"""Syntax errors that come of a line's beginning: its indentation, hyphen or colon."""

from __future__ import annotations

import re
from dataclasses import replace

from planctl.i18n import T
from planctl.load.yaml.parser_error import Trouble, Words, indent_of, start_of

_GLUED_COLON = re.compile(r"\s*(?:- +)?([\w-]+):[^\s:/]")
_FIELD = re.compile(r"\s*+(?:- ++)*+[^\s#\"'][^:]*+:(?:\s|$)")
_FIELD_WITH_TEXT = re.compile(r"\s*+(?:- ++)*+[^\s#\"'][^:]*+: ++[^\s#|>]")


def no_space(trouble: Trouble) -> Words | None:
    """Find a colon or a hyphen without a space after it."""
    row = trouble.opening[0] if "expected ':'" in trouble.problem and trouble.opening else trouble.line
    above = trouble.above()
    for number in (row, above):
        text = trouble.lines[number] if number is not None and number < len(trouble.lines) else ""
        found = _GLUED_COLON.match(text)
        if number is not None and found and not _FIELD.match(text):
            message = T("There is no space after the colon")
            return (number, found.end(1)), message, T("Write «{field}: » and then the value.", field=found[1])
    found = re.match(r" *(-)[^\s-]", trouble.text)
    if found:
        return (trouble.line, found.start(1)), T("There is no space after the hyphen"), T("Write a space after it.")
    return None


def no_colon(trouble: Trouble) -> Words | None:
    """Find a line that has no colon and continues no text."""
    row = trouble.line
    if "expected ':'" in trouble.problem and trouble.opening:
        row = trouble.opening[0]
    elif "mapping values" in trouble.problem:
        above = trouble.above()
        text = "" if above is None else trouble.lines[above]
        if above is None or _FIELD.match(text) or indent_of(text) != indent_of(trouble.text):
            return None
        row = above
    else:
        return None
    message = T("The line is neither a field («name: value») nor part of the text above")
    hint = T("Write a colon and a space after the field's name. If it belongs to the text above, indent it further.")
    return (row, indent_of(trouble.lines[row])), message, hint


def indentation(trouble: Trouble) -> Words | None:
    """Find a line that begins in a column where no record or list does."""
    if not re.search("mapping values|expected key|'-' indicator|block end", trouble.problem):
        return None
    column = indent_of(trouble.text)
    place, above = (trouble.line, column), trouble.above()
    odd = _outdented(trouble, above)
    if above is not None and odd is not None:
        hint = T("Begin it in column {column}, as line {line}.", column=column + 1, line=odd + 1)
        message = T("The line begins in a column that fits none of the lines above")
        return (above, indent_of(trouble.lines[above])), message, hint
    if above is not None and column > start_of(trouble.lines[above]) and _FIELD_WITH_TEXT.match(trouble.lines[above]):
        message = T("The line is indented further than the field above, so YAML takes it for more of its text")
        column = start_of(trouble.lines[above]) + 1
        return place, message, T("Begin it in column {column}, as line {line}.", column=column, line=above + 1)
    rule = T("Fields of the same record begin in the same column, and so do the hyphens of a list.")
    like = _nearest_start(replace(trouble, column=column))
    if like is None:
        return place, T("The line does not fit the lines above"), rule
    hint = T("Begin it in column {column}, as line {line}. {rule}", column=like[1] + 1, line=like[0] + 1, rule=rule)
    return place, T("The line begins in a column that fits none of the lines above"), hint


def _outdented(trouble: Trouble, above: int | None) -> int | None:
    """Tell whether the line above has slipped out between two fields; return the line of the first of them."""
    before = replace(trouble, line=above).above() if above is not None else None
    if above is None or before is None:
        return None
    column = indent_of(trouble.text)
    slipped = indent_of(trouble.lines[above]) < column == start_of(trouble.lines[before])
    return before if slipped and _FIELD_WITH_TEXT.match(trouble.lines[above]) and column else None


def _nearest_start(trouble: Trouble) -> tuple[int, int] | None:
    """Return the line above, and its column, that a line most likely was to begin under."""
    hyphen = trouble.sign((trouble.line, trouble.column)) == "-"
    found: dict[int, int] = {}
    lowest = 10_000
    for row in range(trouble.line - 1, -1, -1):
        text = trouble.lines[row]
        if not text.strip() or text.lstrip().startswith("#") or indent_of(text) > lowest:
            continue
        lowest = indent_of(text)
        starts = {indent_of(text)} if text.lstrip().startswith("- ") == hyphen else set()
        starts |= set() if hyphen else {start_of(text)}
        for start in starts:
            found.setdefault(start, row)
    best = min(found, key=lambda start: abs(start - trouble.column), default=None)
    return None if best is None or best == trouble.column else (found[best], best)
