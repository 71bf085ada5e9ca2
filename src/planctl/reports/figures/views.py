"""What figures draw that the report's own view does not hold."""

from __future__ import annotations

from collections.abc import Mapping

from planctl.model.bands import Bands
from planctl.reports.views.goals import Indicator, Point
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator with all its values known on the day, the oldest first, and its bands.

    `line` holds the nullpunkt and the måltall up to the target: the straight way the values should go.
    """

    item: Indicator
    points: tuple[Point, ...]
    bands: Bands | None = None
    line: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A satsingsområde: how many (tiltak, oppdrag) each tjenesteområde has that serve it."""

    number: str
    title: str
    cells: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Satsingsområder by tjenesteområder; each cell counts a tiltak or oppdrag once."""

    areas: tuple[str, ...]
    rows: tuple[CoverageRow, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nobody works for anything."""
        return not any(any(cell) for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class FnUse:
    """One of FN's goals: its titles by language, and how many mål and tiltak build on it."""

    number: str
    titles: Mapping[str, str]
    prioritised: bool
    goals: int
    tiltak: int


@dataclass(frozen=True, slots=True)
class FnGoals:
    """FN's goals in their order; `kind` is the kind of mål that is counted."""

    rows: tuple[FnUse, ...]
    kind: str = "delmål"
