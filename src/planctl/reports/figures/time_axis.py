"""An axis of time in whole years, with tertials where there is room for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from planctl.reports.figures import draw
from planctl.svg.look import GRID, LINE, MUTED
from planctl.values import dataclass

_TERTIALS = ((1, "1"), (5, "2"), (9, "3"))
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
        return left, max(right, left + 3)

    @property
    def _day(self) -> float:
        return (self.right - self.left) / (date(self.last, 12, 31).toordinal() + 1 - date(self.first, 1, 1).toordinal())

    def draw(self, top: float, bottom: float) -> Iterator[str]:
        """Write the years, and the tertials below them, and draw lines down from them."""
        year_wide = (self.right - self.left) / (self.last - self.first + 1)
        every = max(1, -int(-(draw.wide("2021", bold=True) + 8) // year_wide))
        tertials = year_wide / 3 >= _ROOM
        for year in range(self.first, self.last + 1):
            x = self.x(date(year, 1, 1))
            named = (year - self.first) % every == 0
            if named or every == 1:
                yield draw.path(draw.line(x, top, x, bottom), LINE)
            if named and x + year_wide * every <= self.right + 1:
                yield draw.text(x + 4, top + 15, str(year), bold=True)
            for month, number in _TERTIALS if tertials else ():
                at = self.x(date(year, month, 1))
                if month > 1:
                    yield draw.path(draw.line(at, top + 22, at, bottom), GRID)
                yield draw.text(at + year_wide / 6, top + 36, f"T{number}", fill=MUTED, anchor="middle")
        yield draw.path(draw.line(self.right, top, self.right, bottom), LINE)
