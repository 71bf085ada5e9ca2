"""Exercises by the plan they are of, and when the next one is due."""

from __future__ import annotations

from datetime import date

from planctl.law.deadlines import years_after
from planctl.law.versions import Version
from planctl.model.period import deadline, parse_date
from planctl.model.record import Record
from planctl.world import World

KIND, PLAN, NEXT = "øvelse", "plan", "neste"
_REPLACES = "avløser"


def by_plan(world: World) -> dict[Record | None, list[tuple[date, Record]]]:
    """Give the exercises with their days, those planned too, by plan: of plans that replaced each other by the oldest.

    Those that name no plan stand under None.
    """
    found: dict[Record | None, list[tuple[date, Record]]] = {}
    for record in world.plans.of_kind(KIND):
        day = parse_date(record.get("dato"))
        if day is not None:
            plan = next(iter(world.graph.targets(record, PLAN)), None)
            found.setdefault(oldest(world, plan) if plan is not None else None, []).append((day, record))
    return found


def oldest(world: World, plan: Record) -> Record:
    """Give the first of the plans that have replaced each other, the last of which is this one."""
    here: Record | None = plan
    seen: list[Record] = []
    while here is not None and here not in seen:
        seen.append(here)
        here = next(iter(world.graph.targets(here, _REPLACES)), None)
    return seen[-1]


def due_after(held: date, record: Record, version: Version) -> date:
    """Give the day by which a plan is exercised again: what its newest exercise says, else by the law."""
    planned = deadline(record.get(NEXT))
    return planned if planned is not None else years_after(held, version.limit)
