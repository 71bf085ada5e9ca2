"""The meetings of owners: general meetings, boards of representatives, and the day the owners meet the companies."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.eierskap.companies import companies
from planctl.disciplines.eierskap.meetings import dated_meetings
from planctl.domain.dated import Dated
from planctl.model.period import when
from planctl.world import World

LAYERS = ("eiermøter",)


def dates(world: World) -> Iterator[Dated]:
    """Yield each meeting with its company, and those of all companies with their register."""
    for day, record, row in dated_meetings(world, list(companies(world)), whole=True):
        time = when(day.isoformat())
        if time is not None:
            yield Dated(record, time, "eiermøter", "politisk", str(row.get("slag") or "eiermøte"))
