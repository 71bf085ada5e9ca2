"""The municipality's scale of risk: how many steps, what they are called, and which cells demand tiltak.

Asker has 5 × 5, and asks for tiltak where sannsynlighet × konsekvens is more than 10 (S4 «ROS-tiltak inn i
AskerDialogen»). Others have other sizes and name the cells one by one: `ros` in planctl.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, Literal

from planctl.config import Config
from planctl.values import dataclass

GROUP = "ros"
"""The group of planctl.yaml that holds the scale."""
Level = Literal["høy", "middels", "lav"]
LEVELS: tuple[Level, ...] = ("høy", "middels", "lav")
Cell = tuple[int, int]
"""A cell of the matrix: sannsynlighet and konsekvens, each from 1."""

_SIZE, _HIGH, _MIDDLE = 5, 10, 4
_SIZES = range(2, 11)


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale: `high` and `middle` are the cells of those levels; the names are those of the steps, from 1 up."""

    size: int
    high: frozenset[Cell]
    middle: frozenset[Cell]
    probabilities: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()

    @property
    def steps(self) -> range:
        """The steps, from the lowest."""
        return range(1, self.size + 1)

    def holds(self, step: int) -> bool:
        """Tell whether a step is on the scale."""
        return 1 <= step <= self.size

    def level(self, cell: Cell) -> Level:
        """Judge a cell."""
        return "høy" if cell in self.high else "middels" if cell in self.middle else "lav"


def scale_of(config: Config) -> Scale:
    """Read the scale of a municipality; what is not written is as in Asker."""
    said = config.groups.get(GROUP, {})
    size = _number(said.get("skala"), _SIZE)
    size = size if size in _SIZES else _SIZE
    steps = range(1, size + 1)
    cells = list(product(steps, steps))
    high = _cells(said, "tiltak_i", "tiltak_over", _HIGH, cells)
    middle = _cells(said, "følges_opp_i", "følges_opp_over", _MIDDLE, cells)
    return Scale(size, high, middle - high, _names(said, "sannsynlighet", size), _names(said, "konsekvens", size))


def cell_named(value: Any) -> Cell | None:
    """Read a cell as planctl.yaml writes it, `3x4`: sannsynlighet first."""
    first, _, second = str(value).replace("×", "x").partition("x")
    return (int(first), int(second)) if first.isdecimal() and second.isdecimal() else None


def written_cells(config: Config) -> Iterator[tuple[str, int, Cell]]:
    """Yield every cell that planctl.yaml names: the field, its place in the list, the cell."""
    said = config.groups.get(GROUP, {})
    for field in ("tiltak_i", "følges_opp_i"):
        rows = said.get(field)
        for index, value in enumerate(rows if isinstance(rows, list) else ()):
            cell = cell_named(value)
            if cell is not None:
                yield field, index, cell


def _cells(said: Any, listed: str, over: str, usual: int, every: list[Cell]) -> frozenset[Cell]:
    rows = said.get(listed)
    if isinstance(rows, list):
        return frozenset(cell for value in rows if (cell := cell_named(value)) is not None)
    limit = _number(said.get(over), usual)
    return frozenset(cell for cell in every if cell[0] * cell[1] > limit)


def _names(said: Any, field: str, size: int) -> tuple[str, ...]:
    """Give the names of the steps; none where there are not as many as steps (821 tells)."""
    rows = said.get(field)
    return tuple(map(str, rows)) if isinstance(rows, list) and len(rows) == size else ()


def _number(value: Any, usual: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else usual
