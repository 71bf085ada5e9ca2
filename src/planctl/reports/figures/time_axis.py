"""An axis of time in whole years, with tertials where there is room for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from math import ceil

from planctl.reports.figures import draw
from planctl.svg.look import GRID, LINE, MUTED
from planctl.values import dataclass

_TERTIALS = (1, 5, 9)  # their first months
_THIN = 3.0  # the least a stretch is wide
_ROOM = 20.0  # the least a tertial is wide to be named


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Places days between two ends of the drawing; the axis runs from the first day of a year to the last of one."""

    left: float
    right: float
    first: int
    last: int

    @classmethod
    def over(cls, days: Iterable[date], left: float, right: float) -> TimeAxis:
        """Make one that holds some days."""
        years = [day.year for day in days]
        return cls(left, right, min(years), max(years))

    def x(self, day: date) -> float:
        """Place the morning of a day."""
        start = date(self.first, 1, 1).toordinal()
        days = date(self.last, 12, 31).toordinal() + 1 - start
        return self.left + (day.toordinal() - start) / days * (self.right - self.left)

    def ends(self, start: date | None, end: date | None) -> tuple[float, float]:
        """Give where a stretch begins and ends, its last day included; without a day it goes on out of the axis."""
        left = self.left if start is None else self.x(start)
        right = self.right if end is None else self.x(end) + self._day
        left = min(left, self.right - _THIN)
        return left, max(right, left + _THIN)

    @property
    def _day(self) -> float:
        return (self.right - self.left) / (date(self.last, 12, 31).toordinal() + 1 - date(self.first, 1, 1).toordinal())

    @property
    def high(self) -> float:
        """How high the names of years and tertials are."""
        return 44 if self._has_tertials else 24

    @property
    def _year(self) -> float:
        return (self.right - self.left) / (self.last - self.first + 1)

    @property
    def _has_tertials(self) -> bool:
        return self._year / 3 >= _ROOM

    @property
    def _named(self) -> range:
        """Give the years that are named: each one, or as many as have room."""
        return range(self.first, self.last + 1, max(1, ceil((draw.wide("2021", bold=True) + 8) / self._year)))

    def lines(self, top: float, bottom: float) -> Iterator[str]:
        """Draw a line down from each year that is named, and from each tertial."""
        for year in self._named:
            x = self.x(date(year, 1, 1))
            yield draw.path(draw.line(x, top, x, bottom), LINE)
            for month in (5, 9) if self._has_tertials else ():
                at = self.x(date(year, month, 1))
                yield draw.path(draw.line(at, top + 22, at, bottom), GRID)
        yield draw.path(draw.line(self.right, top, self.right, bottom), LINE)

    def names(self, top: float) -> Iterator[str]:
        """Write the years, and the tertials below them, over any line."""
        for year in self._named:
            x = self.x(date(year, 1, 1)) + 4
            if x + draw.wide(str(year), bold=True) <= self.right:
                yield plate(x, top + 10.3, draw.wide(str(year), bold=True))
                yield draw.text(x, top + 15, str(year), bold=True)
            for month in _TERTIALS if self._has_tertials else ():
                middle = self.x(date(year, month, 1)) + self._year / 6
                name = f"T{month // 4 + 1}"
                yield plate(middle - draw.wide(name) / 2, top + 31.3, draw.wide(name))
                yield draw.text(middle, top + 36, name, fill=MUTED, anchor="middle")


def plate(x: float, y: float, wide: float) -> str:
    """Hide the lines behind words."""
    return draw.rect(x - 1.5, y - 7, wide + 3, 14, "#fff")
