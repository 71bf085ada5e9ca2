"""What a report tells of: what was reported in its period, and in the same days of the year before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median_low
from typing import Self

from planctl.disciplines.avvik.deviations import Deviation, deviations
from planctl.disciplines.records import place_of, unit_of
from planctl.model.chapter import Occasion
from planctl.model.period import Period
from planctl.values import dataclass
from planctl.world import World

_LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class Told:
    """The messages that an occasion covers, reported by its day; `before` are those of the same days a year earlier.

    `compares` tells whether anything is known of the year before.
    """

    world: World
    occasion: Occasion
    known: tuple[Deviation, ...]
    now: tuple[Deviation, ...]
    before: tuple[Deviation, ...]

    @classmethod
    def of(cls, world: World, occasion: Occasion) -> Self:
        """Gather them."""
        known = tuple(
            one for one in deviations(world) if one.matter.known_at(occasion.day) and _is_covered(world, occasion, one)
        )
        return cls(
            world,
            occasion,
            known,
            reported(known, occasion.period),
            reported(known, year_before(occasion.period)),
        )

    @property
    def compares(self) -> bool:
        """Whether there is a year before to hold this one against."""
        return bool(self.before)

    @property
    def open(self) -> tuple[Deviation, ...]:
        """Those that were open on the day."""
        return tuple(one for one in self.known if one.matter.open_at(self.occasion.day))

    @property
    def late(self) -> tuple[Deviation, ...]:
        """Those that were open after their deadline."""
        return tuple(one for one in self.known if self.is_late(one))

    def is_late(self, one: Deviation) -> bool:
        """Tell whether it was open after its deadline."""
        return one.matter.late_at(self.occasion.day, ended=self.occasion.ended)

    @property
    def settled(self) -> tuple[Deviation, ...]:
        """Those that were settled in the period."""
        return settled_in(self.known, self.occasion.period)

    @property
    def settled_before(self) -> tuple[Deviation, ...]:
        """Those that were settled in the same days of the year before."""
        return settled_in(self.known, year_before(self.occasion.period))


def _is_covered(world: World, occasion: Occasion, one: Deviation) -> bool:
    """Tell whether a message is about what a report covers, or is dealt with by it."""
    return occasion.covers(place_of(one.record)) or occasion.covers(unit_of(world, one.record))


def reported(items: Iterable[Deviation], period: Period) -> tuple[Deviation, ...]:
    """Keep those that were reported in a period."""
    return tuple(one for one in items if one.reported is not None and one.reported in period)


def settled_in(items: Iterable[Deviation], period: Period) -> tuple[Deviation, ...]:
    """Keep those that were settled in a period, as far as the day is told."""
    return tuple(one for one in items if one.settled is not None and one.settled in period)


def days_to_close(items: Iterable[Deviation]) -> int | None:
    """Give the number of days within which half of them were settled; None where no day is told."""
    days = [one.days for one in items if one.days is not None]
    return median_low(days) if days else None


def year_before(period: Period) -> Period:
    """Give the same days of the year before: to the end of February where the period ends there."""
    last = period.end + timedelta(1)
    return Period(_earlier(period.start), _earlier(last) - timedelta(1))


def _earlier(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == _LEAP_DAY else day.day)
