"""Counts that could point at someone: a small one is told as «under 5», and cannot be worked out from sums."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from planctl.domain.withheld import FEW, few
from planctl.domain.working_out import Edge, Net
from planctl.i18n import T, Text
from planctl.values import dataclass

NOT_SHOWN = T("not shown")


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something there are; `personal` tells that all of them may be about a person."""

    number: int
    personal: bool

    @property
    def is_small(self) -> bool:
        """Whether it could point at someone."""
        return self.personal and 0 < self.number < FEW

    def __add__(self, other: Count) -> Count:
        """Count both: of none it is true that all are personal."""
        mine, others = self.personal or not self.number, other.personal or not other.number
        return Count(self.number + other.number, mine and others)


NONE = Count(0, personal=True)
Told = int | Text


@dataclass(frozen=True, slots=True)
class ToldGrid:
    """What is told of the counts in a table: of each cell, the sum of each row, and that of each column."""

    cells: tuple[tuple[Told, ...], ...]
    rows: tuple[Told, ...]
    columns: tuple[Told, ...]


def told_grid(
    cells: Sequence[Sequence[Count]],
    *,
    kept: Sequence[int] = (),
    groups: Sequence[int] = (),
    rows_told: bool = False,
) -> ToldGrid | None:
    """Tell the counts of a table by rows and columns, beside their sums; None where it would give a small one away.

    The sum of all is told elsewhere as it is. So are the sums of groups of columns, where `groups` has the group of
    each; and of rows, but where `rows_told` says that they are part of the table, and are guarded too. The rows in
    `kept` are told of nowhere. Where «under 5» would say too much, as of two that are three together, nothing is said
    of the small counts but that they are not shown.
    """
    for small in (FEW - 1, inf):
        made = _Table(cells, kept, groups, rows_told=rows_told, most=small)
        if made.net.guard():
            return made.told()
    return None


def told_counts(counts: Sequence[Count]) -> tuple[Told, ...] | None:
    """Tell the counts of a column whose sum is told; None where it would give a small one away."""
    grid = told_grid([counts])
    return None if grid is None else grid.cells[0]


class _Table:
    """A table as a net: from each row to each column, on to the group of the column, and from the whole to each row."""

    def __init__(
        self,
        cells: Sequence[Sequence[Count]],
        kept: Sequence[int],
        groups: Sequence[int],
        *,
        rows_told: bool,
        most: float,
    ) -> None:
        self.height, self.width = len(cells), len(cells[0]) if cells else 0
        self._most = most
        whole = self.height + self.width
        group = groups or [0] * self.width
        edges = [
            self._edge(row, self.height + column, count, never=row in kept)
            for row, line in enumerate(cells)
            for column, count in enumerate(line)
        ]
        sums = [_sum(line[column] for line in cells) for column in range(self.width)]
        edges += [self._edge(self.height + at, whole + 1 + group[at], count) for at, count in enumerate(sums)]
        self._rows_told = rows_told and self.height > 1  # the sum of a single row is that of all
        if self._rows_told:
            edges += [self._edge(whole, row, _sum(line)) for row, line in enumerate(cells)]
        self.net = Net(edges)
        self._rows = [_sum(line).number for line in cells]

    def _edge(self, start: int, end: int, count: Count, *, never: bool = False) -> Edge:
        sure = self._most < inf and not never
        guarded = count.is_small and not never
        most = self._most if guarded else inf
        return Edge(start, end, count.number, int(sure and count.number > 0), most, never, guarded)

    def told(self) -> ToldGrid:
        """Give what is told."""
        said = [self._said(index, edge) for index, edge in enumerate(self.net.edges)]
        cells = tuple(tuple(said[row * self.width : (row + 1) * self.width]) for row in range(self.height))
        rest = said[self.height * self.width :]
        rows = tuple(rest[self.width :]) if self._rows_told else tuple(self._rows)
        return ToldGrid(cells, rows, tuple(rest[: self.width]))

    def _said(self, index: int, edge: Edge) -> Told:
        if index not in self.net.hidden:
            return edge.number
        return few(edge.number) if edge.guarded and self._most < inf else NOT_SHOWN


def _sum(counts: Iterable[Count]) -> Count:
    total = NONE
    for count in counts:
        total += count
    return total
