"""A plan file's text as blocks: fields by their names, records by their ids, comments with what they stand above.

A record without an id is known by the fields that its schema names instead (`x-nøkkel`), as the body and the day of a
meeting.
"""

from __future__ import annotations

from dataclasses import field
from functools import cache, cached_property

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planctl.load.files.tree import nfc
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.yaml.parser_error import indent_of
from planctl.values import dataclass


@dataclass(slots=True)
class Part:
    """One field or record: the blank lines and comments above it, its own lines, its node."""

    head: list[str]
    body: list[str]
    node: Node | None
    line: int
    """The 0-based line in the file where `body` begins."""


@dataclass()
class Block:
    """The parts of one block mapping or list, and the column they begin in."""

    column: int
    parts: dict[str, Part] = field(default_factory=dict)
    dash: bool = False

    @property
    def form(self) -> tuple[int, bool]:
        """The column and whether the parts are items of a list: what blocks must share to be merged."""
        return self.column, self.dash

    @cached_property
    def keys(self) -> list[str]:
        """The names or ids of the parts, in file order."""
        return list(self.parts)


def split(node: Node | None, lines: list[str], start: int) -> Block | None:
    """Split lines that hold one block mapping or list of records; None where they are something else.

    `start` is the line of the file where `lines` begin.
    """
    if isinstance(node, MappingNode) and not node.flow_style:
        rows = [(_key(key), key, value) for key, value in node.value]
        return _cut(rows, lines, start, dash=False)
    if isinstance(node, SequenceNode) and not node.flow_style:
        items = [(_id(item), item, item) for item in node.value]
        return _cut(items, lines, start, dash=True)
    return None


def _cut(rows: list[tuple[str | None, Node, Node]], lines: list[str], start: int, *, dash: bool) -> Block | None:
    """Cut lines where each row begins; None when two rows share a line, a name or nothing to know them by."""
    names = [name for name, _, _ in rows]
    if not rows or None in names or len(set(names)) < len(names):
        return None
    begins = [first.start_mark.line - start for _, first, _ in rows]
    block = Block(indent_of(lines[begins[0]]), dash=dash)
    edge = 0
    for index, (name, first, value) in enumerate(rows):
        line = lines[begins[index]] if begins[index] < len(lines) else ""
        above = first.start_mark.column if not dash else line.find("-")
        if begins[index] < edge or indent_of(line) != block.column or above != block.column:
            return None
        if dash and line[above + 1 : first.start_mark.column].strip(" "):
            return None
        following = begins[index + 1] if index + 1 < len(rows) else len(lines)
        end = _end(lines, begins[index], following, block.column) if index + 1 < len(rows) else following
        block.parts[str(name)] = Part(
            lines[edge : begins[index]], lines[begins[index] : end], value, first.start_mark.line
        )
        edge = end
    return block


def _end(lines: list[str], begin: int, following: int, column: int) -> int:
    """Give the line where the comments above the next part begin: those that stand no deeper than it."""
    end = following
    while end > begin + 1:
        text = lines[end - 1].strip()
        if text and not (text.startswith("#") and indent_of(lines[end - 1]) <= column):
            break
        end -= 1
    return end


def _key(node: Node) -> str | None:
    return nfc(node.value) if isinstance(node, ScalarNode) else None


def _id(node: Node) -> str | None:
    if not isinstance(node, MappingNode) or node.flow_style:
        return None
    fields = {_key(key): _key(value) for key, value in node.value}
    if "id" in fields:
        return fields["id"]
    named = ([fields.get(name) for name in names] for names in _other_names())
    return next((" ".join(map(str, values)) for values in named if None not in values), None)


@cache
def _other_names() -> tuple[tuple[str, ...], ...]:
    """Give the fields that name the records of each kind that needs no id."""
    return SchemaBook().key_fields
