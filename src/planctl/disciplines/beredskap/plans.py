"""The plans for emergencies: when each was last revised and exercised, and when it must be again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planctl.disciplines.beredskap.exercises import PLAN, by_plan, due_after, oldest
from planctl.disciplines.records import marked
from planctl.domain.adoption import adopted_when
from planctl.domain.in_force import is_replaced
from planctl.i18n import T
from planctl.law.deadlines import end_of_year_after
from planctl.law.versions import PREPAREDNESS, PREPAREDNESS_EXERCISE, version_at
from planctl.model.chapter import Cell, Column, Occasion, Table
from planctl.model.record import Record
from planctl.model.time_words import time_words
from planctl.model.vedtak import NOT_YET
from planctl.world import World

_KIND = "beredskapsplan"
_COLUMNS = (
    Column(T("{Plan}"), width=46),
    Column(T("Last revised"), "date"),
    Column(T("To be revised by"), "date"),
    Column(T("Last {øvelse}"), width=40),
    Column(T("Held on"), "date"),
    Column(T("Next {øvelse} by"), "date"),
)


def plans(world: World, occasion: Occasion, exercises: Iterable[Record]) -> list[Record]:
    """Give the beredskapsplaner and the plans that were exercised; of one unit only those that it exercised."""
    own = [plan for record in exercises for plan in world.graph.targets(record, PLAN)]
    roots = {oldest(world, plan) for plan in own}
    entries = [record for record in world.plans.of_kind("registerplan") if record.get("slag") == _KIND]
    found = dict.fromkeys((*entries, *own))
    return [
        plan
        for plan in found
        if _holds(world, plan, occasion.day) and (not occasion.of_unit or oldest(world, plan) in roots)
    ]


def _holds(world: World, plan: Record, day: date) -> bool:
    """Tell whether a plan is adopted, and nothing has taken its place: its years may be over."""
    adopted = adopted_when(plan, world.plans)
    if plan.get("status") in NOT_YET or is_replaced(plan, world.graph, day) or (adopted and adopted.first > day):
        return False
    return plan.get("status") != "utgått" or any(world.graph.refs_to(plan, "avløser"))


def plans_table(world: World, found: Iterable[Record], day: date) -> tuple[Table, ...]:
    """Tell plans, one a row; none without any."""
    rows = tuple(_row(world, plan, day) for plan in found)
    return (Table(_COLUMNS, rows).without_empty,) if rows else ()


def _row(world: World, plan: Record, day: date) -> tuple[Cell, ...]:
    adopted, yearly = adopted_when(plan, world.plans), version_at(PREPAREDNESS, day)
    wanted = plan.get("slag") == _KIND and yearly is not None and adopted is not None
    return (
        marked(plan),
        time_words(adopted),
        end_of_year_after(adopted.last) if wanted and adopted is not None else None,
        *_exercised(world, plan, day),
    )


def _exercised(world: World, plan: Record, day: date) -> tuple[Cell, ...]:
    """Tell the newest exercise by a day, and the next: one that is planned, else when it is due."""
    known = sorted(by_plan(world).get(oldest(world, plan), []), key=lambda row: row[0])
    before, version = [row for row in known if row[0] <= day], version_at(PREPAREDNESS_EXERCISE, day)
    coming = next((when for when, _ in known if when > day), None)
    if not before:
        return None, None, coming
    held, record = before[-1]
    if coming is None and version is not None:
        coming = due_after(held, record, version)
    return marked(record), held, coming
