"""Exact positions of every key and value of a file, composed again only when they are needed."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planctl.load.compose import compose, mark_span
from planctl.load.guard import split_lines
from planctl.load.tree import Tree, nfc
from planctl.source import START, Location, Place, Pointer, Span


class FilePositions:
    """Where each pointer of one file stands, and the file's lines."""

    def __init__(self, path: str, data: bytes) -> None:
        self.lines = split_lines(data.decode("utf-8", errors="replace"))
        self._keys: dict[Pointer, Span] = {}
        self._values: dict[Pointer, Span] = {}
        self._groups: set[Pointer] = set()
        node, _ = compose(path, data)
        if node is not None:
            for pointer, key, value in _walk(node, ()):
                if key is not None:
                    self._keys.setdefault(pointer, mark_span(key))
                self._values.setdefault(pointer, self._value_span(value))
                if not isinstance(value, ScalarNode):
                    self._groups.add(pointer)

    def span(self, pointer: Pointer, *, key: bool) -> Span:
        """Give the span of a pointer's key or value; of the nearest one above it when absent."""
        while pointer:
            wanted = self._keys if key or pointer in self._groups else self._values
            found = wanted.get(pointer) or self._values.get(pointer)
            if found is not None:
                return found
            pointer = pointer[:-1]
        return self._values.get((), START)

    def text(self, pointer: Pointer) -> str:
        """Return a one-line value as it is written in the file."""
        span = self._values.get(pointer, START)
        if span.line != span.end_line or span.line > len(self.lines):
            return ""
        return self.lines[span.line - 1][span.column - 1 : span.end_column - 1]

    def _value_span(self, node: Node) -> Span:
        span = mark_span(node)
        if isinstance(node, ScalarNode) and span.line == span.end_line:
            return span
        line = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
        end = max(span.column + 1, len(line.rstrip()) + 1)
        return Span(span.line, span.column, span.line, end)


def _walk(node: Node, pointer: Pointer) -> Iterator[tuple[Pointer, Node | None, Node]]:
    if not pointer:
        yield pointer, None, node
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                here = (*pointer, nfc(key.value))
                yield here, key, value
                yield from _walk(value, here)
    elif isinstance(node, SequenceNode):
        for index, value in enumerate(node.value):
            here = (*pointer, index)
            yield here, None, value
            yield from _walk(value, here)


class Locator:
    """Makes places exact; reads and composes a file at most once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._files: dict[str, FilePositions] = {}

    def file(self, path: str) -> FilePositions:
        """Return the positions of a file; an unreadable one has none."""
        if path not in self._files:
            try:
                data = self._tree.read(path)
            except OSError:
                data = b""
            self._files[path] = FilePositions(path, data)
        return self._files[path]

    def locate(self, place: Place) -> Location:
        """Turn a place into a location with a span."""
        if isinstance(place.at, Span):
            return Location(place.path, place.at)
        return Location(place.path, self.file(place.path).span(place.at, key=place.key))
