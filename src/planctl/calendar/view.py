"""What the year wheel shows: frozen data, ready to draw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Literal, get_args

from planctl.model.period import Precision, Season
from planctl.values import dataclass

Ring = Literal["politisk", "administrativ", "stat", "ingen"]
RINGS: dict[str, Ring] = {name: name for name in get_args(Ring)}
"""The rings by name; `ingen` holds what has been put in none."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of the year, or another date; `start` and `end` are both included.

    `layer` is the layer it stands in, `word` what the date is to what the title names (`frist`), `origin` the plan or
    process it is from, where that must be told. `count` is how many dates it stands for, where it is not itself one.
    `season` is the season it is some day of, where it is told by its name.
    """

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
    layer: str = ""
    word: str = ""
    origin: str | None = None
    count: int = 0
    season: Season | None = None

    @property
    def spans_months(self) -> bool:
        """Whether it is some day of a season or of the year, so that it stands in no month."""
        return self.precision in ("sesong", "år")


@dataclass(frozen=True, slots=True)
class YearWheel:
    """One year's activities in number order; `today` is given only if it lies in the year.

    `layers` are those that are shown where the year's own wheel is not.
    """

    year: int
    title: str
    municipality: str
    activities: tuple[Activity, ...]
    today: date | None = None
    layers: tuple[str, ...] = ()

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
        later = (item for item in self.activities if self.today <= item.start and not item.spans_months)
        return min(later, key=lambda item: (item.start, item.number), default=None)


def numbered(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Order activities by start and end, those at the same time as they are written, and number them from 1.

    What is some day of a season or of the year, stands before what is known better.
    """
    ordered = sorted(activities, key=lambda item: (item.start, not item.spans_months, item.end))
    return tuple(replace(item, number=number) for number, item in enumerate(ordered, 1))
