"""How mature internal control is, area by area: as a picture and as a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.disciplines.kontroll.controls import level
from planctl.disciplines.records import marked
from planctl.i18n import T, Text
from planctl.model.chapter import Occasion
from planctl.model.picture import Climb, Steps
from planctl.model.record import Record

LEVELS = (T("unreliable"), T("informal"), T("standardised"), T("monitored"), T("optimised"))
"""The steps from 1 to 5 (S2 5)."""


def picture(occasion: Occasion, records: Sequence[Record]) -> tuple[Steps, ...]:
    """Draw areas with their level on the day, and as they are to be; nothing without any."""
    if not records:
        return ()
    rows = tuple(Climb(marked(record), level(record, occasion.day), _wanted(record)) for record in records)
    return (
        Steps("modenhet", T("Maturity of internal control"), reached(occasion, records), len(LEVELS), rows, LEVELS),
    )


def reached(occasion: Occasion, records: Sequence[Record]) -> Text:
    """Say how many areas are as mature as they are to be."""
    pairs = [(level(record, occasion.day) or 0, wanted) for record in records if (wanted := _wanted(record))]
    count = sum(now >= wanted for now, wanted in pairs)
    return T("Areas at or above the ambition: {count} of {all}.", count=count, all=len(pairs))


def _wanted(record: Record) -> int | None:
    value = record.get("ambisjon")
    return value if isinstance(value, int) else None
