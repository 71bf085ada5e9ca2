"""The parser's complaint in words a planner can use (001)."""

from __future__ import annotations

from typing import Any

import yaml

from planctl.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.guard import split_lines
from planctl.source import START, Place, Span


def explain(path: str, data: bytes, error: yaml.YAMLError) -> Finding:
    """Turn a YAML error into finding 001, at the place a reader would look first."""
    problem_mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    mark = problem_mark or context_mark
    if mark is None:
        return Finding("001", Place(path, START), T("The file cannot be read as YAML"))
    lines = split_lines(data.decode("utf-8", errors="replace"))
    message, hint, at = _reading(str(getattr(error, "problem", "")), lines, mark, context_mark)
    width = 1
    return Finding("001", Place(path, Span(at.line + 1, at.column + 1, at.line + 1, at.column + 1 + width)), message, hint)


def _reading(problem: str, lines: list[str], mark: Any, context: Any) -> tuple[Text, Text, Any]:
    line = lines[mark.line] if mark.line < len(lines) else ""
    sign = line[mark.column : mark.column + 1]
    if "mapping values are not allowed" in problem:
        if ": " in line[: mark.column]:
            return (
                T("The text holds a colon followed by a space, so YAML takes it for a new field"),
                T('Put quotes around the whole text: "…: …"'),
                mark,
            )
        return (
            T("The indentation does not fit the lines above"),
            T("Fields of the same record begin in the same column; use two spaces for each level."),
            mark,
        )
    if "cannot start any token" in problem and sign == "\t":
        return T("The line is indented with a tab"), T("Use spaces; YAML does not allow tabs here."), mark
    if "cannot start any token" in problem:
        return (
            T("A text cannot begin with «{sign}» without quotes", sign=sign),
            T('Put quotes around the whole text: "…"'),
            mark,
        )
    if "unexpected end of stream" in problem and context:
        return T("The quote that opens here is never closed"), T("Put the same kind of quote after the text."), context
    if "unknown escape character" in problem:
        return (
            T("«\\{sign}» has no meaning inside double quotes", sign=line[mark.column : mark.column + 1]),
            T("Write the backslash twice, or use single quotes around the text."),
            mark,
        )
    if "',' or ']'" in problem or "',' or '}'" in problem:
        bracket = lines[context.line][context.column : context.column + 1] if context else "["
        return (
            T("The bracket «{bracket}» that opens here is never closed, or a comma is missing", bracket=bracket),
            T("Close the bracket, or write one item on each line with a hyphen before it."),
            context or mark,
        )
    if "could not find expected ':'" in problem:
        return (
            T("The line is neither a field («name: value») nor part of the text above"),
            T("Add the colon and a space after the field's name, or indent the line."),
            context or mark,
        )
    if "did not find expected key" in problem or "expected '-' indicator" in problem:
        if sign and line[: mark.column].strip():
            return (
                T("There is something after the text's closing quote"),
                T("Put the whole text inside the quotes, or use another kind of quote around it."),
                mark,
            )
        return (
            T("The indentation does not fit the lines above"),
            T("Fields of the same record begin in the same column; use two spaces for each level."),
            mark,
        )
    return T("YAML cannot be read here"), T("Look for a missing quote, colon or bracket on this line or the one above."), mark
