"""One line of a plan file deleted: what that may take from its records, and what it took."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yaml.nodes import Node, ScalarNode

from planctl.load.yaml.compose import compose
from planctl.load.yaml.positions import walk
from planctl.load.yaml.values import Builder
from planctl.source import Pointer

ANY_TEXT = "any text"
"""Stands for a text of several lines that has lost one of them."""


@dataclass(frozen=True)
class Whole:
    """A plan file before a line is deleted: its bytes, its data, and the lines (from 1) that each value takes up."""

    path: str
    source: bytes
    data: Any
    rows: dict[Pointer, tuple[int, int]]
    texts: frozenset[Pointer]

    def without(self, line: int) -> bytes:
        """Give the file's bytes without one line."""
        lines = self.source.splitlines(keepends=True)
        return b"".join([*lines[: line - 1], *lines[line:]])

    def expected(self, line: int) -> Any:
        """Give the data with nothing lost but the field, the item or the line of text that the line holds."""
        return self._less(self.data, (), line)

    def _less(self, value: Any, pointer: Pointer, line: int) -> Any:
        first, last = self.rows[pointer]
        if first < line <= last and pointer in self.texts:
            return ANY_TEXT
        if isinstance(value, dict):
            return {
                key: self._less(value[key], (*pointer, key), line) for key in value if self._stays(pointer, key, line)
            }
        if isinstance(value, list):
            return [
                self._less(item, (*pointer, at), line)
                for at, item in enumerate(value)
                if self._stays(pointer, at, line)
            ]
        return value

    def _stays(self, holder: Pointer, part: str | int, line: int) -> bool:
        return self.rows[*holder, part] != (line, line)


def whole(path: str, source: bytes) -> Whole:
    """Read a file that nothing is wrong with."""
    node, findings = compose(path, source)
    assert node is not None
    assert not findings
    rows, texts = {}, set()
    for pointer, key, value in walk(node):
        first = (key or value).start_mark.line + 1
        rows[pointer] = first, max(first, _last_line(value))
        if isinstance(value, ScalarNode):
            texts.add(pointer)
    return Whole(path, source, Builder(path).build(node), rows, frozenset(texts))


def _last_line(value: Node) -> int:
    """Give the last line (from 1) of a value; the parser ends a block where the next thing begins."""
    if isinstance(value, ScalarNode) and value.style in ("|", ">"):
        return value.end_mark.line
    if isinstance(value, ScalarNode) or value.flow_style:
        return value.end_mark.line + 1
    parts = [part for item in value.value for part in (item if isinstance(item, tuple) else (item,))]
    return max([value.start_mark.line + 1, *(_last_line(part) for part in parts)])


def same(wanted: Any, read: Any) -> bool:
    """Compare data, what is empty counted as absent."""
    if wanted is ANY_TEXT:
        return isinstance(read, str)
    if isinstance(wanted, dict) and isinstance(read, dict):
        keys = [key for key in {*wanted, *read} if not (_empty(wanted.get(key)) and _empty(read.get(key)))]
        return all(same(wanted.get(key), read.get(key)) for key in keys)
    if isinstance(wanted, list) and isinstance(read, list):
        left = [item for item in wanted if not _empty(item)], [item for item in read if not _empty(item)]
        return len(left[0]) == len(left[1]) and all(map(same, *left))
    return bool(wanted == read) or (_empty(wanted) and _empty(read))


def _empty(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_empty, value.values()))
    return (
        value is None
        or (value is not ANY_TEXT and value == [])
        or (isinstance(value, list) and all(map(_empty, value)))
    )
