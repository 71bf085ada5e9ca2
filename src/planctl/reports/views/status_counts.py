"""What the report shows of tiltak and oppdrag: each as it stood, and how many have each status.

Titles and explanations are the plans' own words, unescaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal

from planctl.domain.judgement.verdict import Verdict
from planctl.domain.on_hold import ON_HOLD
from planctl.values import dataclass

NOT_REPORTED = "ikke rapportert"
STATUSES = ("ikke startet", "i rute", "risiko", "forsinket", ON_HOLD, "fullført", "utgår", NOT_REPORTED)
"""The statuses a tiltak or oppdrag is counted under, in the order of the tables.

A table in which nothing is on hold has no column for it.
"""

MOVING = tuple(status for status in STATUSES if status != ON_HOLD)
"""The statuses that every table has."""


@dataclass(frozen=True, slots=True)
class Work:
    """One tiltak or oppdrag as it stood on the period's last day.

    `planned` is the plan's own frist, `deadline` the one that holds (the latest ny_frist).
    `days_late` is given when that has run out and the work is not done: 0 on the day itself.
    `before` is what was said last, and for which period, when the period's reports are silent.
    `computed` is the judgement from what lies below; None for work that is cancelled. `until` is the day that work on
    hold waits for, where one is told.
    """

    kind: Literal["tiltak", "oppdrag"]
    number: str
    title: str
    unit: str
    area: str
    status: str
    planned: date | None
    deadline: date | None
    days_late: int | None = None
    cause: str | None = None
    corrective: str | None = None
    comment: str | None = None
    before: tuple[str, str] | None = None
    computed: Verdict | None = None
    id: str = ""
    until: date | None = None

    @property
    def overdue(self) -> bool:
        """Whether the deadline has run out with the work undone."""
        return self.days_late is not None

    @property
    def deviates(self) -> bool:
        """Whether the work is reported late, at risk or put on hold, or is overdue."""
        return self.overdue or self.status in {"risiko", "forsinket", ON_HOLD}

    @property
    def contradicts(self) -> bool:
        """Whether the status says that all is well while the deadline has run out."""
        return self.overdue and self.status in {"i rute", "ikke startet"}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many tiltak or oppdrag have each status: `counts` in the order of MOVING, and how many are `on_hold`.

    `on_hold` is None in a table in which nothing is. It stands by itself so that copies of templates and frozen
    figures from before there was such a status have in `counts` what they always had.
    """

    name: str
    counts: tuple[int, ...] = (0,) * len(MOVING)
    on_hold: int | None = None

    @classmethod
    def of(cls, name: str, statuses: Iterable[str], *, waiting: bool = False) -> Tally:
        """Count statuses; `waiting` tells that something in the same table is on hold."""
        found = list(statuses)
        held = found.count(ON_HOLD)
        return cls(name, tuple(found.count(status) for status in MOVING), held if held or waiting else None)

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses that are counted."""
        return MOVING if self.on_hold is None else STATUSES

    @property
    def cells(self) -> tuple[int, ...]:
        """How many have each of `statuses`, in their order."""
        return tuple(map(self.__getitem__, self.statuses))

    def __getitem__(self, status: str) -> int:
        return (self.on_hold or 0) if status == ON_HOLD else self.counts[MOVING.index(status)]

    @property
    def total(self) -> int:
        """The sum of all."""
        return sum(self.cells)

    @property
    def reported(self) -> int:
        """How many have a status."""
        return self.total - self[NOT_REPORTED]

    @property
    def share(self) -> Decimal | None:
        """How many per cent have a status."""
        return percent(self.reported, self.total)

    @property
    def parts(self) -> tuple[tuple[str, int], ...]:
        """The statuses that occur, each with its number."""
        return tuple((status, count) for status, count in zip(self.statuses, self.cells, strict=True) if count)


@dataclass(frozen=True, slots=True)
class Tallies:
    """A table of tallies by tjenesteområde, and their sum."""

    rows: tuple[Tally, ...]
    total: Tally

    @property
    def has_areas(self) -> bool:
        """Whether any of the work belongs to a tjenesteområde: else the sum is all there is to tell."""
        return any(row.name for row in self.rows)


def percent(part: int, whole: int) -> Decimal | None:
    """Give a share in per cent; None of nothing."""
    return Decimal(part) * 100 / whole if whole else None
