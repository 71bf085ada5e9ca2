"""Exact positions of every key and value of a file, composed again only when they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from planctl.load.files.byte_checks import split_lines
from planctl.load.files.tree import Tree, nfc
from planctl.load.yaml.compose import compose, mark_span
from planctl.source import START, Location, Place, Pointer, Span


class FilePositions:
    """Where each pointer of one file stands, and the file's lines."""

    def __init__(self, path: str, data: bytes) -> None:
        self._path = path
        self._data = data
        self._aliases: dict[Pointer, tuple[int, Pointer]] = {}

    @property
    def text_of_file(self) -> str:
        """The file's whole text, line ends as they are."""
        return decoded(self._data)

    @cached_property
    def lines(self) -> list[str]:
        """The file's lines, without their ends."""
        table = _table_text(self._data) if self._path.lower().endswith(".csv") else None
        return split_lines(decoded(self._data) if table is None else table)

    @cached_property
    def _wholes(self) -> dict[Pointer, Span]:
        """The spans of whole values; of a field that stands twice, that of the first."""
        found: dict[Pointer, Span] = {}
        for pointer, _, value in self._nodes:
            found.setdefault(pointer, mark_span(value))
        return found

    @cached_property
    def _nodes(self) -> list[tuple[Pointer, Node | None, Node]]:
        """Each value with its pointer and its key."""
        node, _ = compose(self._path, self._data)
        return [] if node is None else list(walk(node))

    @cached_property
    def _spans(self) -> tuple[dict[Pointer, Span], dict[Pointer, Span], set[Pointer]]:
        """The spans of keys and of values, and which values are groups or lists."""
        keys: dict[Pointer, Span] = {}
        values: dict[Pointer, Span] = {}
        groups: set[Pointer] = set()
        for pointer, key, value in self._nodes:
            if pointer not in values:
                if key is not None:
                    keys[pointer] = mark_span(key)
                values[pointer] = self._value_span(value)
                if not isinstance(value, ScalarNode):
                    groups.add(pointer)
        return keys, values, groups

    def span(self, pointer: Pointer, *, key: bool) -> Span:
        """Give the span of a pointer's key or value; of the nearest one above it when absent."""
        pointer = self._written(pointer)
        keys, values, groups = self._spans
        while pointer:
            found = (keys if key or pointer in groups else values).get(pointer) or values.get(pointer)
            if found is not None:
                return found
            pointer = pointer[:-1]
        return values.get((), START)

    def whole(self, pointer: Pointer) -> Span | None:
        """Give the span of a whole value, brackets included; None where it is absent.

        That of a group or a list with hyphens ends where the next value begins.
        """
        return self._wholes.get(self._written(pointer))

    def single(self, pointer: Pointer) -> bool:
        """Tell whether one text, number or yes/no is written at a pointer: no group, no list, and not nothing."""
        _, values, groups = self._spans
        written = self._written(pointer)
        return written in values and written not in groups

    def alias(self, pointer: Pointer, written: Pointer) -> None:
        """Let a field that is misspelled in the file be found by its right name too."""
        order, _ = self._aliases.get(pointer, (len(self._aliases), ()))
        self._aliases[pointer] = (order, written)

    def _written(self, pointer: Pointer) -> Pointer:
        """Turn a pointer into the one in the file: by the aliases of it and of what is around it, in their order."""
        last = -1
        while self._aliases:
            known = ((size, *self._aliases.get(pointer[:size], (-1, ()))) for size in range(len(pointer) + 1))
            fitting = min((row for row in known if row[1] > last), key=lambda row: row[1], default=None)
            if fitting is None:
                break
            size, last, written = fitting
            pointer = (*written, *pointer[size:])
        return pointer

    def text(self, pointer: Pointer) -> str:
        """Return a one-line value as it is written in the file; nothing for one over several lines."""
        span = self._wholes.get(pointer, START)
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


def walk(node: Node, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Node | None, Node]]:
    """Yield each value of a node with its pointer and its key, from the outside in."""
    if not pointer:
        yield pointer, None, node
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                here = (*pointer, nfc(key.value))
                yield here, key, value
                yield from walk(value, here)
    elif isinstance(node, SequenceNode):
        for index, value in enumerate(node.value):
            here = (*pointer, index)
            yield here, None, value
            yield from walk(value, here)


def _table_text(data: bytes) -> str | None:
    from planctl.load.tables.csv_bytes import text_of

    return text_of(data)


def decoded(data: bytes) -> str:
    """Read a file's bytes as text to show, also where they are no proper text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    return "" if b"\0" in data[:4096] else data.decode("utf-8", errors="replace")


class Locator:
    """Makes places exact; reads and composes a file at most once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._files: dict[str, FilePositions] = {}

    def file(self, path: str) -> FilePositions:
        """Return the positions of a file; one that cannot be read, or that planctl fails on, has none."""
        if path not in self._files:
            try:
                self._files[path] = FilePositions(path, self._tree.read(path))
            except Exception:  # noqa: BLE001  (012 or 901 has told why)
                self._files[path] = FilePositions(path, b"")
        return self._files[path]

    def keep(self, path: str, positions: FilePositions) -> None:
        """Take over the positions of a file that is loaded; they are shared by all trees that hold it."""
        self._files[path] = positions

    def locate(self, place: Place) -> Location:
        """Turn a place into a location with a span."""
        if isinstance(place.at, Span):
            return Location(place.path, place.at)
        return Location(place.path, self.file(place.path).span(place.at, key=place.key))
