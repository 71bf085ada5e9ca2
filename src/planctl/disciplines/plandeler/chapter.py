"""The chapter on parts of plans in the tertial and annual reports: how it goes with each that was reported on."""

from __future__ import annotations

from planctl.domain.organisation import owner_of
from planctl.domain.parts import PartState, parts_at
from planctl.i18n import T
from planctl.model.chapter import Cell, Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where no report of the period tells of a part of a plan."""
    found = [
        item for item in parts_at(world, occasion.day, occasion.period.start) if _is_covered(item, world, occasion)
    ]
    if not found:
        return None
    columns = (
        Column(T("Part"), width=40),
        Column(T("{Plan}"), width=34),
        Column(T("Status"), "status", 16),
        Column(T("Comment"), width=60),
        Column(T("Reported by"), width=26),
    )
    reports = dict.fromkeys(item.entry.report for item in found)
    return Chapter(
        T("Parts of plans"),
        (T("How it goes with the parts that somebody has reported on as a whole, in the order of the plans."),),
        (Table(columns, tuple(_row(item, world) for item in found)),),
        shares(reports),
    )


def _is_covered(item: PartState, world: World, occasion: Occasion) -> bool:
    """Tell whether a report is about a part: that of a unit where it, or somebody below it, answers or has reported."""
    unit = item.entry.unit
    return occasion.covers(owner_of(item.record, world.plans)) or (unit is not None and occasion.covers(unit.id))


def _row(item: PartState, world: World) -> tuple[Cell, ...]:
    record, entry = item.record, item.entry
    number = record.get("nummer")
    title = f"{number} {record.title}" if isinstance(number, str) and number else record.title
    unit = entry.unit.title if entry.unit is not None else world.plans.config.municipality
    whole = record.plan is record
    return (title, None if whole else record.plan.title, entry.status, entry.comment, unit)
