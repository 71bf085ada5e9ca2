"""A matter that its schema tells the end of (`x-lukket`), as a risiko: since when it is known, until when open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from planctl.model.period import deadline, parse_date
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.values import dataclass


class Followed(Protocol):
    """What is followed up: a vedtak or a punkt of one, or another matter."""

    @property
    def settled(self) -> date | None:
        """The day it was settled, as far as that is told."""

    def known_at(self, day: date) -> bool:
        """Tell whether it was there by a day."""

    def open_at(self, day: date) -> bool:
        """Tell whether it was open at the end of a day."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A record with the statuses that settle it."""

    record: Record
    closed: frozenset[str]

    @property
    def is_open(self) -> bool:
        """Whether somebody waits for it."""
        return self.record.get("status") not in self.closed

    @property
    def settled(self) -> date | None:
        """The day it was settled, as far as that is told: its `lukket`, else that of its evaluation."""
        if self.is_open:
            return None
        told = self.record.get("evaluering")
        return parse_date(self.record.get("lukket")) or (
            parse_date(told.get("dato")) if isinstance(told, dict) else None
        )

    @property
    def deadline(self) -> date | None:
        """The last day of its frist."""
        return deadline(self.record.get("frist"))

    def known_at(self, day: date) -> bool:
        """Tell whether it was there by a day: by its `meldt`, else the `dato` of itself or of what it stands in."""
        made = parse_date(self.record.get("meldt")) or parse_date(self.record.inherited("dato")[0])
        return made is None or made <= day

    def open_at(self, day: date) -> bool:
        """Tell whether it was open at the end of a day: there by then, and not settled, or on a later day."""
        settled = self.settled
        return self.known_at(day) and (self.is_open or (settled is not None and settled > day))

    def late_at(self, day: date, *, ended: bool) -> bool:
        """Tell whether it was open on a day, after its deadline: of the day itself when that has ended."""
        due = self.deadline
        return self.open_at(day) and due is not None and (due <= day if ended else due < day)

    def days_late(self, day: date, *, ended: bool) -> int | None:
        """Count the days since its deadline; None where it is not late."""
        due = self.deadline
        return (day - due).days if due is not None and self.late_at(day, ended=ended) else None


def matters_of(plans: PlanSet, *kinds: str) -> Iterator[Matter]:
    """Yield the matters of some kinds; of two with the same id only the first (203)."""
    closed = plans.known_kinds.matters.closed
    for record in plans.of_kind(*kinds):
        if record.id is None or plans.get(record.id) is record:
            yield Matter(record, closed.get(record.kind, frozenset()))
