"""The tiltak that solve a løsbar, as a vedtak or a risiko: those under it, and those that name it in `løser`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from planctl.domain.work import Bonds
from planctl.model.record import Record

if TYPE_CHECKING:
    from planctl.world import World


def solving(world: World, record: Record, day: date) -> Iterator[tuple[Record, str | None]]:
    """Yield the tiltak of a løsbar, each with the status that holds on a day.

    One that was neither done nor given up before its plan was over, counts no more: what goes on of it, stands in
    the plan of the new year.
    """
    bonds = world.bonds if day == world.today else Bonds(world.plans, world.graph, day)
    for tiltak in world.graph.children(record):
        if tiltak.kind == "tiltak" and world.plans.get(tiltak.id) is tiltak:
            state = world.status_reports.at(tiltak, day)
            if state.done or tiltak.parent is record or not bonds.is_over(tiltak):
                yield tiltak, state.status
