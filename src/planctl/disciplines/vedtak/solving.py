"""The tiltak that carry out a vedtak or punkt: those written under it, and those elsewhere that name it in `løser`."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.model.record import Record
from planctl.world import World


def solving(world: World, record: Record) -> Iterator[tuple[Record, str | None]]:
    """Yield the tiltak of a vedtak or punkt, each with the status that holds today."""
    for tiltak in world.graph.children(record):
        if tiltak.kind == "tiltak" and world.plans.get(tiltak.id) is tiltak:
            yield tiltak, world.status_reports.at(tiltak, world.today).status
