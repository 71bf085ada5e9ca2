"""Where the fields of records stand that are rows of a CSV file: each in its cell."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from yaml.nodes import Node

from planctl.load.yaml.positions import FilePositions
from planctl.source import Pointer, Span


class TablePositions(FilePositions):
    """The cells of a CSV file by the pointer of what they hold; a field that is absent stands where its record does.

    `cells` gives them, and is asked when something in the file is to be placed.
    """

    def __init__(self, path: str, data: bytes, cells: Callable[[], dict[Pointer, Span]]) -> None:
        super().__init__(path, data)
        self._cells = cells

    @cached_property
    def _nodes(self) -> list[tuple[Pointer, Node | None, Node]]:
        return []

    @cached_property
    def _wholes(self) -> dict[Pointer, Span]:
        return self._cells()

    @cached_property
    def _spans(self) -> tuple[dict[Pointer, Span], dict[Pointer, Span], set[Pointer]]:
        return {}, self._wholes, set()
