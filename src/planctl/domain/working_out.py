"""What a reader can work out of a table whose sums are known, and the least that must be left out against it.

A table is a net: each number an edge between the node of its row and that of its column, each sum an edge on from
there, and in every node as much comes in as goes out. So a number that is not shown can be another one exactly where
it lies on a circle of numbers that are not shown, along which one more here is one less there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from math import inf

from planctl.values import dataclass

_EMPTY = 1_000_000
"""What it costs to leave out a zero, which is done only where nothing else helps."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A number between two nodes.

    `most` is what the reader knows it is no more than, `least` no less than. `never` tells that it is never shown, and
    `guarded` that it must not be known.
    """

    start: int
    end: int
    number: int
    least: int = 0
    most: float = inf
    never: bool = False
    guarded: bool = False


class Net:
    """The numbers of a table that may be left out. A sum that is always told is no edge: it holds by itself."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self.edges = tuple(edges)
        self.hidden = {index for index, edge in enumerate(self.edges) if edge.never or edge.guarded}
        self._at: dict[int, list[int]] = {}
        for index, edge in enumerate(self.edges):
            self._at.setdefault(edge.start, []).append(index)
            self._at.setdefault(edge.end, []).append(index)

    def guard(self) -> bool:
        """Leave out as little as is needed; tell whether it was enough."""
        guarded = [index for index, edge in enumerate(self.edges) if edge.guarded]
        for index in guarded:
            circle = self._circle(index)
            if circle is None:
                return False
            self.hidden.update(circle)
        also = [index for index in self.hidden if not self.edges[index].never and not self.edges[index].guarded]
        for index in sorted(also, key=lambda index: (-self._cost(index), index)):
            self.hidden.remove(index)
            if not all(self._is_open(each) for each in guarded):
                self.hidden.add(index)
        return True

    def _cost(self, index: int) -> int:
        return self.edges[index].number or _EMPTY

    def _is_open(self, index: int) -> bool:
        """Tell whether what is left out already lets a number be another one."""
        return self._circle(index, only_hidden=True) is not None

    def _circle(self, index: int, *, only_hidden: bool = False) -> list[int] | None:
        """Find the circle through a number that takes least to leave out, with one more or one less of it."""
        edge, found = self.edges[index], []
        if edge.number < edge.most:
            found.append(self._way(edge.end, edge.start, index, only_hidden=only_hidden))
        if edge.number > edge.least:
            found.append(self._way(edge.start, edge.end, index, only_hidden=only_hidden))
        ways = [way for way in found if way is not None]
        return min(ways, default=(0, None), key=lambda way: way[0])[1]

    def _way(self, start: int, goal: int, but: int, *, only_hidden: bool) -> tuple[int, list[int]] | None:
        """Find the cheapest way between two nodes, not along one edge."""
        queue: list[tuple[int, int, list[int]]] = [(0, start, [])]
        seen: set[int] = set()
        while queue:
            cost, node, way = heappop(queue)
            if node == goal:
                return cost, way
            if node in seen:
                continue
            seen.add(node)
            for index, other in self._steps(node):
                if index != but and other not in seen and not (only_hidden and index not in self.hidden):
                    price = 0 if index in self.hidden else self._cost(index)
                    heappush(queue, (cost + price, other, [*way, index]))
        return None

    def _steps(self, node: int) -> Iterator[tuple[int, int]]:
        """Yield the edges along which one more can go on from a node: forwards as one more, backwards as one less."""
        for index in self._at[node]:
            edge = self.edges[index]
            if edge.start == node and edge.number < edge.most:
                yield index, edge.end
            elif edge.end == node and edge.number > edge.least:
                yield index, edge.start
