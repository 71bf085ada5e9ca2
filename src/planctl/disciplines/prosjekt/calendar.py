"""The dates of projects: decisions, what is to be delivered, and the reports to the portfolio board."""

from __future__ import annotations

from collections.abc import Container, Iterator

from planctl.disciplines.prosjekt.portfolio import portfolios
from planctl.disciplines.prosjekt.projects import Project, projects
from planctl.domain.dated import Dated
from planctl.model.period import when
from planctl.world import World

LAYER = "prosjekter"
LAYERS = (LAYER,)
_OURS, _COUNCILS = "administrativ", "politisk"


def dates(world: World) -> Iterator[Dated]:
    """Yield them, those of projects that have been stopped left out."""
    boards = {portfolio.get("organ") for portfolio in portfolios(world)}
    for item in projects(world):
        if not item.stopped_at(world.today):
            yield from _of(world, item, boards)
    for portfolio in portfolios(world):
        days = portfolio.get("rapporteres")
        for day in days if isinstance(days, list) else ():
            time = when(day)
            if time is not None:
                yield Dated(portfolio, time, LAYER, _OURS, "porteføljerapport")


def _of(world: World, item: Project, boards: Container[object]) -> Iterator[Dated]:
    """Yield the dates of a project: what a body decides that is not the portfolio board, is political."""
    for decision in item.decisions:
        time, name = when(decision.fields.get("dato")), decision.fields.get("organ")
        body = world.plans.get(name) if isinstance(name, str) and name not in boards else None
        ring = _COUNCILS if body is not None and body.kind == "organ" else _OURS
        if time is not None:
            yield Dated(item.record, time, LAYER, ring, "beslutningspunkt")
    rows = item.record.get("leveranser")
    for row in rows if isinstance(rows, list) else ():
        time = when(row.get("frist")) if isinstance(row, dict) else None
        if time is not None:
            yield Dated(item.record, time, LAYER, _OURS, "leveranse")
