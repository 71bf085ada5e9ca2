"""The days by which avvik are to be dealt with, as a layer of the calendar: of those that are open."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik.deviations import deviations
from planctl.domain.dated import Dated
from planctl.model.period import when
from planctl.world import World

LAYERS = ("avvik",)


def dates(world: World) -> Iterator[Dated]:
    """Yield the deadlines of open avvik."""
    for item in deviations(world):
        time = when(item.record.get("frist")) if item.matter.is_open else None
        if time is not None:
            yield Dated(item.record, time, LAYERS[0], "administrativ", "frist")
