"""The dates of projects: decisions, what is to be delivered, and the reports to the portfolio board."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.prosjekt.portfolio import portfolios
from planctl.disciplines.prosjekt.projects import Project, projects
from planctl.domain.dated import Dated
from planctl.model.period import when
from planctl.world import World

LAYER = "prosjekter"
LAYERS = (LAYER,)
_RING = "administrativ"


def dates(world: World) -> Iterator[Dated]:
    """Yield them, those of projects that have been stopped left out."""
    for item in projects(world):
        if not item.stopped_at(world.today):
            yield from _of(item)
    for portfolio in portfolios(world):
        days = portfolio.get("rapporteres")
        for day in days if isinstance(days, list) else ():
            time = when(day)
            if time is not None:
                yield Dated(portfolio, time, LAYER, _RING, "porteføljerapport")


def _of(item: Project) -> Iterator[Dated]:
    for decision in item.decisions:
        time = when(decision.fields.get("dato"))
        if time is not None:
            yield Dated(item.record, time, LAYER, _RING, "beslutningspunkt")
    rows = item.record.get("leveranser")
    for row in rows if isinstance(rows, list) else ():
        time = when(row.get("frist")) if isinstance(row, dict) else None
        if time is not None:
            yield Dated(item.record, time, LAYER, _RING, "leveranse")
