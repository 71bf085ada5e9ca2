"""The day of play, in a layer of its own."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.dated import Dated
from planctl.model.period import when
from planctl.world import World

LAYERS = ("lekedager",)


def dates(world: World) -> Iterator[Dated]:
    """Yield the day of each register."""
    for record in world.plans.of_kind("lekeplassregister"):
        day = when(record.get("lekedag"))
        if day is not None:
            yield Dated(record, day, "lekedager", "politisk", "lekedag")
