"""Which routines are in use, and what the seven chapters of the felles ledelsessystem are called."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.i18n import T, Text
from planctl.model.period import deadline, parse_date
from planctl.model.record import Record
from planctl.world import World

CHAPTERS: dict[int, Text] = {
    1: T("The municipality as such"),
    2: T("The needs of users"),
    3: T("Processes of leadership"),
    4: T("Main processes"),
    5: T("Supporting processes"),
    6: T("Following up results"),
    7: T("Improvements"),
}
"""The seven chapters of the felles ledelsessystem, by number (S4 «Felles struktur»)."""
_OUT_OF_USE = frozenset({"utkast", "utgått"})


def in_use(world: World, day: date | None = None) -> Iterator[Record]:
    """Yield the routines that hold, as of a day: neither drafts, nor retired, nor approved later.

    Of two with the same id only the first counts (203).
    """
    for record in world.plans.of_kind("rutine"):
        approved = parse_date(record.get("godkjent"))
        later = day is not None and approved is not None and approved > day
        if record.get("status") not in _OUT_OF_USE and not later and world.plans.get(record.id) is record:
            yield record


def due(record: Record) -> date | None:
    """Give the last day of its next review."""
    return deadline(record.get("neste_revisjon"))


def is_late(record: Record, day: date) -> bool:
    """Tell whether it should have been reviewed before a day."""
    last = due(record)
    return last is not None and last < day
