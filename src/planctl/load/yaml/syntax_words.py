"""The parser's complaint in words a planner can use (001), at the place to mend."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.files.byte_checks import split_lines
from planctl.load.schema.date_guess import CURLY
from planctl.load.yaml.hyphens import list_beside, no_hyphen, two_hyphens
from planctl.load.yaml.indentation import indentation, no_colon, no_space
from planctl.load.yaml.long_text import long_text, long_text_fix
from planctl.load.yaml.parser_error import ParserError, Words
from planctl.source import START, Place, Span

_LONGEST = 2000
"""How long lines may be for all readers to look at them: no person writes longer ones."""
_HARD_SPACE = re.compile(r"^[ -]*\u00a0|(?<=[:-])\u00a0")


def explain(path: str, data: bytes, error: yaml.YAMLError) -> Finding:
    """Turn a YAML error into finding 001, at the place a reader would look first."""
    opening, mark = (getattr(error, name, None) for name in ("context_mark", "problem_mark"))
    mark = mark or opening
    if mark is None:
        return Finding("001", Place(path, START), T("The file cannot be read as YAML"))
    problem = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    at = (opening.line, opening.column) if opening else None
    text = data.decode("utf-8", errors="replace")
    failure = ParserError(split_lines(text), problem, mark.line, mark.column, at)
    readers = _READERS if max(map(len, failure.lines)) <= _LONGEST else (_bracket, no_colon, _other)
    told = ((read, words) for read in readers if (words := read(failure)) is not None)
    read, ((line, column), message, hint) = next(told)
    fix = long_text_fix(path, text, failure) if read is long_text else None
    line = min(line, len(failure.lines) - 1)
    column = min(column, len(failure.lines[line]))
    return Finding("001", Place(path, Span(line + 1, column + 1, line + 1, column + 2)), message, hint, fix=fix)


def _hard_space(failure: ParserError) -> Words | None:
    rows = [failure.line, failure.above(), failure.opening[0] if failure.opening else None]
    for row in rows:
        found = _HARD_SPACE.search(failure.lines[row]) if row is not None and row < len(failure.lines) else None
        if row is not None and found:
            message = T("A non-breaking space stands here, and YAML takes it for a letter")
            return (row, found.end() - 1), message, T("Delete it, and type an ordinary space.")
    return None


def _tab(failure: ParserError) -> Words | None:
    margin = failure.text[: len(failure.text) - len(failure.text.lstrip())]
    if "\t" not in margin:
        return None
    hint = T("Delete the tab and use spaces: two for each level.")
    return (failure.line, margin.index("\t")), T("The line is indented with a tab"), hint


def _ended(failure: ParserError) -> Words | None:
    if "document start" not in failure.problem:
        return None
    message = T("The file has been ended above with «...», but here it goes on")
    return (failure.line, failure.column), message, T("Delete the line «...».")


def _quote_open(failure: ParserError) -> Words | None:
    """Find a quote that is never closed, also where the next quote closed it by mistake."""
    message = T("The quote that opens here is never closed")
    if "quoted scalar" in failure.problem and "unexpected" in failure.problem and failure.opening:
        quote = failure.sign(failure.opening)
        return failure.opening, message, T("Put {quote} after the text.", quote=quote)
    found = re.search(r"(?::|-|,|\[) *([\"'])$", failure.before)
    if found is None:
        return None
    for row in range(failure.line - 1, -1, -1):
        if failure.lines[row].count(found[1]) % 2:
            return (row, failure.lines[row].rindex(found[1])), message, T("Put {quote} after the text.", quote=found[1])
    return None


def _after_quote(failure: ParserError) -> Words | None:
    last = failure.before.rstrip()[-1:]
    place = (failure.line, failure.column)
    if not failure.text[failure.column :].strip() or "scanning" in failure.problem:
        return None
    if last == '"':
        hint = T("Put single quotes around the whole text: '…'")
        return place, T("Something stands after the closing quote"), hint
    if last == "'":
        hint = T('Put double quotes around the whole text: "…"')
        return place, T("Something stands after the closing quote"), hint
    if last and last in "]}":
        hint = T('If it is all one text, put quotes around it: "…"')
        return place, T("Something stands after the closing bracket"), hint
    return None


def _escape(failure: ParserError) -> Words | None:
    if "escape" not in failure.problem and "hex" not in failure.problem:
        return None
    column = failure.text.rfind("\\", 0, failure.column + 1)
    sign = failure.text[column + 1 : column + 2]
    hint = T("Write the backslash twice, or put single quotes around the text.")
    return (failure.line, max(0, column)), T("«\\{sign}» has no meaning inside double quotes", sign=sign), hint


def _first_sign(failure: ParserError) -> Words | None:
    """Find a text that begins with a sign that means something else to YAML."""
    place = (failure.line, failure.column)
    if any(word in failure.problem for word in ("an alias", "an anchor", "block scalar")) and failure.opening:
        place = failure.opening
    elif "cannot start any token" not in failure.problem and "node content" not in failure.problem:
        return None
    if not failure.sign(place).strip():
        return None
    message = T("A text cannot begin with «{sign}» unless it stands in quotes", sign=failure.sign(place))
    return place, message, T('Put quotes around the whole text: "…"')


def _bracket(failure: ParserError) -> Words | None:
    opening = failure.opening if re.search(r"',' or '[]}]'", failure.problem) else None
    if "node content" in failure.problem and not failure.sign((failure.line, failure.column)).strip():
        opening = _last_open(failure.lines)
    if opening is None:
        return None
    message = T("The bracket «{bracket}» that opens here is never closed", bracket=failure.sign(opening))
    hint = T("Close it, or write each item on a line of its own with a hyphen before it.")
    return opening, message, hint


def _last_open(lines: list[str]) -> tuple[int, int] | None:
    """Find the last bracket that is not closed again, quotes and comments not regarded."""
    closed = 0
    for row in range(len(lines) - 1, -1, -1):
        for column in range(len(lines[row]) - 1, -1, -1):
            sign = lines[row][column]
            closed += sign in "]}"
            if sign in "[{":
                if not closed:
                    return row, column
                closed -= 1
    return None


def _colon_in_text(failure: ParserError) -> Words | None:
    if "mapping values" not in failure.problem or not re.search(r":\s|- ", failure.before):
        return None
    message = T("The text holds a colon followed by a space, so YAML takes it for a new field")
    hint = T('Put quotes around the whole text: "…"')
    found = re.match(r"\s*(?:- +)*(?:[^:]+: +)?(.*?)\s*$", failure.text)
    text = found[1] if found else ""
    if '"' not in text and ": " in text and len(text) < 70:
        hint = T('Put quotes around the whole text: "{text}"', text=text)
        if text[0] in CURLY and text[-1] in CURLY:
            hint = T('Put straight quotes around it: "{value}".', value=text.strip(CURLY))
    return (failure.line, failure.column), message, hint


def _other(failure: ParserError) -> Words:
    hint = T("Look for a missing quote, colon or bracket on this line or the one above.")
    return (failure.line, failure.column), T("YAML cannot be read here"), hint


_READERS: tuple[Callable[[ParserError], Words | None], ...] = (
    _hard_space, _tab, _ended, _quote_open, _after_quote, _escape, _bracket, list_beside, two_hyphens, no_hyphen,
    _first_sign, long_text, no_space, _colon_in_text, no_colon, indentation, _other,
)  # fmt: skip
