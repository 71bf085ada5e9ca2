"""YAML text of new or changed blocks and values, made by ruamel.yaml and spliced into a file as a span.

A whole file is never written anew: no YAML library keeps aligned columns, `[ a,b ]`, CRLF, lists that are not
indented or a missing last newline. So only the block is rendered, in the style of the file around it, and `put_after`
and `put_over` give the edit that places it. What is written reads back as the same values by our own YAML 1.2 rules
(`scalars.plain`): a text that would be read as a number or as true gets double quotes, and so does one that only
readers of YAML 1.1 take for something else, as 18:00 or no. A date gets none.

ruamel.yaml is imported when the first block is made, or the first value that needs quotes, so never in a clean run.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from planctl.i18n import T, Text
from planctl.load.files.byte_checks import split_lines
from planctl.load.yaml.scalars import plain
from planctl.source import Edit, Span
from planctl.values import dataclass

_OPENER = re.compile(r"( *)(?:- +)*[^\s#\"'-][^:]*:[ \t]*(?:#.*)?\Z")
_HYPHEN = re.compile(r"( *)- ")
_OTHERWISE_ELSEWHERE = re.compile(r"(?i)(?:y|yes|n|no|on|off)\Z|[0-9]+(?::[0-5]?[0-9])+\Z")
_SURELY_PLAIN = re.compile(r"(?:[a-zæøåA-ZÆØÅ]|\d{4}-)[\wæøåÆØÅ ./-]*(?<! )\Z")
_SHORT = 80


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How a file is laid out: the spaces before the hyphens of a list in a group, and the line end."""

    list_indent: int = 2
    newline: str = "\n"


def style_of(text: str) -> BlockStyle:
    """Read the style off a file's text: of its first list with hyphens, and of its first line end."""
    lines = split_lines(text)
    indent = 2
    for above, line in pairwise(lines):
        opener, hyphen = _OPENER.match(above), _HYPHEN.match(line)
        if opener and hyphen:
            indent = 0 if len(opener[1]) == len(hyphen[1]) else 2
            break
    found = re.search(r"\r\n|\n|\r", text)
    return BlockStyle(indent, found[0] if found else "\n")


def block(value: Mapping[str, Any] | Sequence[Any], column: int = 1, style: BlockStyle = BlockStyle()) -> str:
    """Render a group or a list of groups as lines that begin in a column (1-based); no line end after the last.

    Values are text, numbers, true and false, groups and lists of these, and what `folded` makes. A list of short
    texts or numbers stands on one line in brackets, every other list with hyphens.
    """
    out = io.StringIO()
    _writer(style.list_indent).dump(_node(value), out)
    lines = out.getvalue().rstrip("\n").split("\n")
    if not isinstance(value, Mapping):
        lines = [line.removeprefix(" " * style.list_indent) for line in lines]
    return style.newline.join(" " * (column - 1) + line if line else line for line in lines)


def scalar(text: str) -> str:
    """Write one text as a value on one line, after a key or in brackets: words and dates plain, all else in quotes."""
    if _SURELY_PLAIN.match(text) and plain(text) == text and not _OTHERWISE_ELSEWHERE.match(text):
        return text
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    out = io.StringIO()
    _writer(BlockStyle().list_indent).dump(_in_brackets([DoubleQuotedScalarString(text)]), out)
    return out.getvalue().strip().removeprefix("[").removesuffix("]")


def folded(lines: Sequence[str]) -> Any:
    """Make a text that is written as a `>-` block: it reads as the lines with a space between them."""
    from ruamel.yaml.scalarstring import FoldedScalarString

    text = FoldedScalarString(" ".join(lines))
    ends, at = [], -1
    for line in lines[:-1]:
        at += len(line) + 1
        ends.append(at)
    text.fold_pos = ends
    return text


def with_block(words: Text, lines: str) -> Text:
    """Make a help text of words and a block below them; formats that show several lines show it as it stands."""
    return T("{words}\n{block}", words=words, block=lines)


def put_after(text: str, line: int, lines: str) -> Edit:
    """Put a block as new lines after a line of a text (1-based); a missing last newline stays missing."""
    rows = split_lines(text)
    end = len(rows[line - 1]) + 1
    return Edit(Span(line, end, line, end), style_of(text).newline + lines)


def put_over(text: str, first: int, last: int, lines: str) -> Edit:
    """Put a block in the place of the lines from `first` to `last` of a text (1-based, both included)."""
    rows = split_lines(text)
    return Edit(Span(first, 1, last, len(rows[last - 1]) + 1), lines)


def _node(value: Any) -> Any:
    """Make plain data what ruamel.yaml writes in our style."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(value, Mapping):
        return CommentedMap((key, _node(item)) for key, item in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        short = len(str(value)) < _SHORT and not any(isinstance(item, (Mapping, list, tuple)) for item in value)
        return _in_brackets(value) if short else CommentedSeq([_node(item) for item in value])
    return value


def _in_brackets(values: Sequence[Any]) -> Any:
    """Make a list of texts and numbers what ruamel.yaml writes on one line."""
    from ruamel.yaml.comments import CommentedSeq

    found = CommentedSeq(values)
    found.fa.set_flow_style()
    return found


@cache
def _writer(list_indent: int) -> Any:
    """Make the writer: no line is wrapped, and quotes follow how planctl itself reads a value."""
    from ruamel.yaml import YAML
    from ruamel.yaml.emitter import Emitter
    from ruamel.yaml.nodes import ScalarNode
    from ruamel.yaml.resolver import VersionedResolver

    tags = {bool: "bool", int: "int", float: "float", type(None): "null", str: "str"}

    class Resolver(VersionedResolver):
        """Tells of a plain text what it would be read as."""

        def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
            """Give the tag of a plain text by planctl's own reading of YAML."""
            if kind is ScalarNode and implicit[0]:
                elsewhere = _OTHERWISE_ELSEWHERE.match(value)
                return f"tag:yaml.org,2002:{'bool' if elsewhere else tags[type(plain(str(value)))]}"
            return super().resolve(kind, value, implicit)

    class DoubleQuotes(Emitter):
        """Writes double quotes where ruamel.yaml would write single ones."""

        def choose_scalar_style(self) -> Any:
            """Choose the sign around a text."""
            chosen = super().choose_scalar_style()
            return '"' if chosen == "'" else chosen

    writer = YAML(typ="rt", pure=True)
    writer.Resolver, writer.Emitter = Resolver, DoubleQuotes
    writer.width = 1_000_000
    writer.indent(mapping=2, sequence=2 + list_indent, offset=list_indent)
    return writer
