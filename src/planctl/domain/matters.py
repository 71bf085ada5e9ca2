"""A matter that its schema tells the end of (`x-lukket`), as a risiko: since when it is known, until when open."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from planctl.model.period import parse_date
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
        return parse_date(self.record.get("lukket") or (told.get("dato") if isinstance(told, dict) else None))

    def known_at(self, day: date) -> bool:
        """Tell whether it was there by a day: the day it was `meldt`, else the `dato` of it or of what it stands in."""
        made = parse_date(self.record.get("meldt") or self.record.inherited("dato")[0])
        return made is None or made <= day

    def open_at(self, day: date) -> bool:
        """Tell whether it was open at the end of a day: there by then, and not settled, or on a later day."""
        settled = self.settled
        return self.known_at(day) and (self.is_open or (settled is not None and settled > day))
