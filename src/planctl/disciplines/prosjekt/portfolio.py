"""Which projects a report is about, and in which order: those of a portfolio as it lists them, then the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.prosjekt.projects import KINDS, Project, projects
from planctl.disciplines.records import unit_of
from planctl.model.chapter import Occasion
from planctl.model.record import Record
from planctl.world import World

KIND = "portefølje"


def told(world: World, occasion: Occasion) -> list[Project]:
    """Give the projects that an occasion covers, in the order of the portfolios."""
    mine = [item for item in projects(world) if occasion.covers(unit_of(world, item.record))]
    order = {record: at for at, record in enumerate(_listed(world, portfolios(world)))}
    return sorted(mine, key=lambda item: order.get(item.record, len(order)))


def portfolios(world: World) -> list[Record]:
    """Give the portfolios; of two with the same id only the first (203)."""
    return [record for record in world.plans.of_kind(KIND) if world.plans.get(record.id) is record]


def within(world: World, portfolio: Record, found: Sequence[Project]) -> list[Project]:
    """Keep the projects of a portfolio: those it names, and those of the programmes it names."""
    held = set(_listed(world, [portfolio]))
    return [item for item in found if item.record in held]


def _listed(world: World, held: Sequence[Record]) -> dict[Record, None]:
    """Give what portfolios name, each programme followed by its projects."""
    found: dict[Record, None] = {}
    for portfolio in held:
        for record in world.graph.targets(portfolio, "prosjekter"):
            found.setdefault(record)
            found.update(dict.fromkeys(_inside(world, record)))
    return found


def _inside(world: World, program: Record) -> Iterator[Record]:
    for record in world.plans.of_kind(*KINDS):
        if program in world.graph.targets(record, "program"):
            yield record
