"""What the year wheel shows: frozen data, ready to draw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from planctl.model.activity import Precision

Ring = Literal["politisk", "administrativ", "stat"]


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of the year; `start` and `end` are both included."""

    number: int
    id: str
    title: str
    ring: Ring
    start: date
    end: date
    precision: Precision
    organ: str | None = None
    responsible: str | None = None
    output: str | None = None
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class YearWheel:
    """One year's activities in number order; `today` is given only if it lies in the year."""

    year: int
    title: str
    municipality: str
    activities: tuple[Activity, ...]
    today: date | None = None

    @property
    def all_illustrative(self) -> bool:
        """Tell whether every activity, and at least one, is illustrative."""
        return bool(self.activities) and all(item.illustrative for item in self.activities)

    @property
    def starred(self) -> frozenset[int]:
        """Collect the numbers that need an asterisk: the illustrative among real ones."""
        marked = frozenset(item.number for item in self.activities if item.illustrative)
        return frozenset() if self.all_illustrative else marked

    @property
    def upcoming(self) -> Activity | None:
        """Find the first activity that starts today or later."""
        if self.today is None:
            return None
        later = (item for item in self.activities if self.today <= item.start)
        return min(later, key=lambda item: (item.start, item.number), default=None)


def numbered(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Order activities by start and end, those at the same time as they are written, and number them from 1."""
    ordered = sorted(activities, key=lambda item: (item.start, item.end))
    return tuple(replace(item, number=number) for number, item in enumerate(ordered, 1))
