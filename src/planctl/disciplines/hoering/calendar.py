"""The hearings that tell their own days: the others stand where their plan or activity does."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.hoering.hearings import KIND, own_time
from planctl.domain.dated import Dated
from planctl.model.period import Period, When
from planctl.world import World

LAYERS = ("høringer",)


def dates(world: World) -> Iterator[Dated]:
    """Yield each hearing from its first day to its last."""
    for record in world.plans.of_kind(KIND):
        time = own_time(record)
        first, last = time.first or time.last, time.last or time.first
        if first is not None and last is not None and first.first <= last.last:
            when = When(Period(first.first, last.last), "periode")
            yield Dated(record, when, LAYERS[0], "politisk", LAYERS[0])
