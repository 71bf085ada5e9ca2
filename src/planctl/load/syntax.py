"""The parser's complaint in words a planner can use (001), at the place to mend."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import yaml

from planctl.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.guard import split_lines
from planctl.source import START, Place, Span

_GLUED_COLON = re.compile(r"\s*(?:- +)?([\w-]+):[^\s:/]")
_FIELD = re.compile(r"\s*(?:- +)*[^\s#\"'][^:]*:(?:\s|$)")
_FIELD_WITH_TEXT = re.compile(r"\s*(?:- +)*[^\s#\"'][^:]*: +[^\s#|>]")
_HARD_SPACE = re.compile(r"^[ -]*\u00a0|(?<=[:-])\u00a0")


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What the parser says, and the lines it says it of; `line` and `column` are 0-based."""

    lines: list[str]
    problem: str
    line: int
    column: int
    opening: tuple[int, int] | None

    @property
    def text(self) -> str:
        """The line with the mark."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def before(self) -> str:
        """What stands before the mark on its line."""
        return self.text[: self.column]

    def sign(self, place: tuple[int, int]) -> str:
        """Return the sign at a place."""
        line, column = place
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""

    def above(self) -> int | None:
        """Return the nearest line above that holds more than space and comment."""
        rows = range(min(self.line, len(self.lines)) - 1, -1, -1)
        return next((row for row in rows if self.lines[row].split("#")[0].strip()), None)


_Words = tuple[tuple[int, int], Text, Text]
"""Where to look (line and column, 0-based), what is wrong, what to do."""


def explain(path: str, data: bytes, error: yaml.YAMLError) -> Finding:
    """Turn a YAML error into finding 001, at the place a reader would look first."""
    opening, mark = (getattr(error, name, None) for name in ("context_mark", "problem_mark"))
    mark = mark or opening
    if mark is None:
        return Finding("001", Place(path, START), T("The file cannot be read as YAML"))
    problem = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    at = (opening.line, opening.column) if opening else None
    trouble = _Trouble(split_lines(data.decode("utf-8", errors="replace")), problem, mark.line, mark.column, at)
    (line, column), message, hint = next(filter(None, (read(trouble) for read in _READERS)))
    return Finding("001", Place(path, Span(line + 1, column + 1, line + 1, column + 2)), message, hint)


def _hard_space(trouble: _Trouble) -> _Words | None:
    rows = [trouble.line, trouble.above(), trouble.opening[0] if trouble.opening else None]
    for row in rows:
        found = _HARD_SPACE.search(trouble.lines[row]) if row is not None and row < len(trouble.lines) else None
        if row is not None and found:
            message = T("A non-breaking space stands here, and YAML takes it for a letter")
            return (row, found.end() - 1), message, T("Delete it, and type an ordinary space.")
    return None


def _tab(trouble: _Trouble) -> _Words | None:
    margin = trouble.text[: len(trouble.text) - len(trouble.text.lstrip())]
    if "\t" not in margin:
        return None
    hint = T("Delete the tab and use spaces: two for each level.")
    return (trouble.line, margin.index("\t")), T("The line is indented with a tab"), hint


def _ended(trouble: _Trouble) -> _Words | None:
    if "document start" not in trouble.problem:
        return None
    message = T("The file has been ended above with «...», but here it goes on")
    return (trouble.line, trouble.column), message, T("Delete the line «...».")


def _quote_open(trouble: _Trouble) -> _Words | None:
    """Find a quote that is never closed, also where the next quote closed it by mistake."""
    message = T("The quote that opens here is never closed")
    if "quoted scalar" in trouble.problem and "unexpected" in trouble.problem and trouble.opening:
        quote = trouble.sign(trouble.opening)
        return trouble.opening, message, T("Put {quote} after the text.", quote=quote)
    found = re.search(r"(?::|-|,|\[) *([\"'])$", trouble.before)
    if found is None:
        return None
    for row in range(trouble.line - 1, -1, -1):
        if trouble.lines[row].count(found[1]) % 2:
            return (row, trouble.lines[row].rindex(found[1])), message, T("Put {quote} after the text.", quote=found[1])
    return None


def _after_quote(trouble: _Trouble) -> _Words | None:
    last = trouble.before.rstrip()[-1:]
    place = (trouble.line, trouble.column)
    if not trouble.text[trouble.column :].strip() or "scanning" in trouble.problem:
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


def _escape(trouble: _Trouble) -> _Words | None:
    if "escape" not in trouble.problem and "hex" not in trouble.problem:
        return None
    column = trouble.text.rfind("\\", 0, trouble.column + 1)
    sign = trouble.text[column + 1 : column + 2]
    hint = T("Write the backslash twice, or put single quotes around the text.")
    return (trouble.line, max(0, column)), T("«\\{sign}» has no meaning inside double quotes", sign=sign), hint


def _first_sign(trouble: _Trouble) -> _Words | None:
    """Find a text that begins with a sign that means something else to YAML."""
    place = (trouble.line, trouble.column)
    if any(word in trouble.problem for word in ("an alias", "an anchor", "block scalar")) and trouble.opening:
        place = trouble.opening
    elif "cannot start any token" not in trouble.problem and "node content" not in trouble.problem:
        return None
    message = T("A text cannot begin with «{sign}» unless it stands in quotes", sign=trouble.sign(place))
    return place, message, T('Put quotes around the whole text: "…"')


def _bracket(trouble: _Trouble) -> _Words | None:
    if not re.search(r"',' or '[]}]'", trouble.problem) or trouble.opening is None:
        return None
    message = T("The bracket «{bracket}» that opens here is never closed", bracket=trouble.sign(trouble.opening))
    hint = T("Close it, or write each item on a line of its own with a hyphen before it.")
    return trouble.opening, message, hint


def _no_space(trouble: _Trouble) -> _Words | None:
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


def _colon_in_text(trouble: _Trouble) -> _Words | None:
    if "mapping values" not in trouble.problem or not re.search(r":\s|- ", trouble.before):
        return None
    message = T("The text holds a colon followed by a space, so YAML takes it for a new field")
    hint = T('Put quotes around the whole text: "…"')
    found = re.match(r"\s*(?:- +)*(?:[^:]+: +)?(.*?)\s*$", trouble.text)
    if found and '"' not in found[1] and ": " in found[1] and len(found[1]) < 70:
        hint = T('Put quotes around the whole text: "{text}"', text=found[1])
    return (trouble.line, trouble.column), message, hint


def _no_colon(trouble: _Trouble) -> _Words | None:
    row = trouble.line
    if "expected ':'" in trouble.problem and trouble.opening:
        row = trouble.opening[0]
    elif "mapping values" in trouble.problem:
        above = trouble.above()
        if above is None or _FIELD.match(trouble.lines[above]) or _indent(trouble.lines[above]) != _indent(trouble.text):
            return None
        row = above
    else:
        return None
    message = T("The line is neither a field («name: value») nor part of the text above")
    hint = T("Write a colon and a space after the field's name. If it belongs to the text above, indent it further.")
    return (row, _indent(trouble.lines[row])), message, hint


def _indentation(trouble: _Trouble) -> _Words | None:
    """Find a line that begins in a column where no record or list does."""
    if not re.search("mapping values|expected key|'-' indicator|block end", trouble.problem):
        return None
    column = _indent(trouble.text)
    place, above = (trouble.line, column), trouble.above()
    if above is not None and column > _start(trouble.lines[above]) and _FIELD_WITH_TEXT.match(trouble.lines[above]):
        message = T("The line is indented further than the field above, so YAML takes it for more of its text")
        return place, message, T("Begin it in column {column}, as line {line}.", column=_start(trouble.lines[above]) + 1, line=above + 1)
    rule = T("Fields of the same record begin in the same column, and so do the hyphens of a list.")
    like = _nearest_start(replace(trouble, column=column))
    if like is None:
        return place, T("The line does not fit the lines above"), rule
    hint = T("Begin it in column {column}, as line {line}. {rule}", column=like[1] + 1, line=like[0] + 1, rule=rule)
    return place, T("The line begins in a column that fits none of the lines above"), hint


def _nearest_start(trouble: _Trouble) -> tuple[int, int] | None:
    """Return the line above, and its column, that a line most likely was to begin under."""
    hyphen = trouble.sign((trouble.line, trouble.column)) == "-"
    found: dict[int, int] = {}
    lowest = 10_000
    for row in range(trouble.line - 1, -1, -1):
        text = trouble.lines[row]
        if not text.strip() or text.lstrip().startswith("#") or _indent(text) > lowest:
            continue
        lowest = _indent(text)
        starts = {_indent(text)} if text.lstrip().startswith("- ") == hyphen else set()
        starts |= set() if hyphen else {_start(text)}
        for start in starts:
            found.setdefault(start, row)
    best = min(found, key=lambda start: abs(start - trouble.column), default=None)
    return None if best is None or best == trouble.column else (found[best], best)


def _other(trouble: _Trouble) -> _Words:
    hint = T("Look for a missing quote, colon or bracket on this line or the one above.")
    return (trouble.line, trouble.column), T("YAML cannot be read here"), hint


_READERS: tuple[Callable[[_Trouble], _Words | None], ...] = (
    _hard_space, _tab, _ended, _quote_open, _after_quote, _escape, _first_sign, _bracket, _no_space, _colon_in_text,
    _no_colon, _indentation, _other,
)  # fmt: skip


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _start(text: str) -> int:
    """Return the column of the first field's name on a line, after its hyphens."""
    found = re.match(r" *(?:- +)*", text)
    return found.end() if found else 0
