"""How it goes with a part of a plan, as the reports tell it: an innsatsområde, a satsingsområde or a whole plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from planctl.domain.status_reports import StatusEntry
from planctl.model.record import Record
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.world import World

PARTS = "plandeler"
"""The group of kinds that are a part of a plan, and have no status of their own."""


@dataclass(frozen=True, slots=True)
class PartState:
    """A part of a plan, and the newest report on it."""

    record: Record
    entry: StatusEntry


def reported_parts(world: World) -> list[Record]:
    """List the parts, and the whole plans, that reports tell of, in the order of the plans."""
    kinds = {record.kind for record in world.plans.of_kind(PARTS, "plan")}
    spoken = set(world.status_reports.reported(*kinds))
    return [record for record in world.plans.records if record in spoken]


def parts_at(world: World, day: date, since: date = date.min) -> Iterator[PartState]:
    """Yield the parts that are reported on, each by its newest report on a period that ended by a day.

    A report on a period that ended before `since`, or that tells nothing of the status, is passed over.
    """
    for record in reported_parts(world):
        told = [entry for entry in world.status_reports.entries(record) if entry.status]
        past = [entry for entry in told if since <= entry.period.end <= day]
        if past:
            yield PartState(record, past[-1])
