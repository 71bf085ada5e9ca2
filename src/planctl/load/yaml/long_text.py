"""A text over several lines that holds a colon and a space: it needs `>-`, and each line its indentation."""

from __future__ import annotations

import re

from planctl.i18n import T
from planctl.load.yaml.block import block, folded, put_over, style_of, with_block
from planctl.load.yaml.parser_error import ParserError, Words, indent_of, start_of
from planctl.source import Fix, Place

_FIELD = re.compile(r"\s*(?:- +)*([\wæøåÆØÅ-]+): +([^\s#|>\"'\[{].*)\Z")
_PROSE = re.compile(r"\s*[^\s:]+ [^:]*: ")


def long_text(failure: ParserError) -> Words | None:
    """Find a text over several lines, one of which holds a colon that makes YAML take it for a field."""
    found = _lines_of(failure)
    if found is None:
        return None
    _, _, name, lines = found
    message = T("The text holds a colon followed by a space, so YAML takes it for a new field")
    hint = T("Begin the text with «>-», and indent its lines:")
    return (failure.line, failure.column), message, with_block(hint, block({name: folded(lines)}))


def long_text_fix(path: str, text: str, failure: ParserError) -> Fix | None:
    """Propose the text as a `>-` block: a guess, for one of its lines may have been meant as a field."""
    found = _lines_of(failure)
    if found is None:
        return None
    first, last, name, lines = found
    start = start_of(failure.lines[first])
    written = block({name: folded(lines)}, start + 1, style_of(text))
    edit = put_over(text, first + 1, last + 1, failure.lines[first][:start] + written.lstrip(" "))
    return Fix(Place(path, edit.span), edit.text, safe=False)


def _lines_of(failure: ParserError) -> tuple[int, int, str, list[str]] | None:
    """Give the first and last line of the text (0-based), its field, and its lines without indentation."""
    if "mapping values" not in failure.problem:
        return None
    row = failure.line
    own = _FIELD.match(failure.text)
    if own is None or ": " not in f"{own[2]} ":
        if not _PROSE.match(failure.text):
            return None
        above = (
            number for number in range(row - 1, -1, -1) if indent_of(failure.lines[number]) < indent_of(failure.text)
        )
        row = next(above, row)
        own = _FIELD.match(failure.lines[row])
    if own is None:
        return None
    end = row + 1
    while end < len(failure.lines) and indent_of(failure.lines[end]) > start_of(failure.lines[row]):
        end += 1
    rest = [line.strip() for line in failure.lines[row + 1 : end]]
    lines = [own[2].rstrip(), *rest]
    unlike = (not line or line.startswith(("- ", "#")) or " #" in line for line in lines)
    return None if not rest or any(unlike) or end <= failure.line else (row, end - 1, own[1], lines)
