"""By which day something must be renewed, as its schema says (`x-fornyes`): a ros-analyse, a routine, a survey."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planctl.model.period import deadline
from planctl.model.record import Record

if TYPE_CHECKING:
    from planctl.world import World


def renewed_by(world: World, record: Record, day: date) -> date | None:
    """Give the day by which a record must be renewed, as that was known on a day.

    None for what need not be: it names no day, is over by then, has a status that asks for nothing, or another of its
    kind comes after it.
    """
    renewal = world.plans.known_kinds.matters.renewed.get(record.kind)
    if renewal is None or record.get("status") in renewal.silent:
        return None
    end = deadline(record.get(renewal.end)) if renewal.end else None
    if (end is not None and end < day) or _has_heir(world, record):
        return None
    return deadline(record.get(renewal.field))


def is_out_of_date(world: World, record: Record, day: date, limit: date | None = None) -> bool:
    """Tell whether a record should have been renewed before a day, or another, the limit."""
    due = renewed_by(world, record, day)
    return due is not None and due < (limit or day)


def _has_heir(world: World, record: Record) -> bool:
    """Tell whether another of the same kind comes after it (`x-rekkefølge`), as one that names it in `avløser`."""
    refs = world.graph.refs_to(record)
    return any(ref.source.kind == record.kind and ref.reference.order == "etter" for ref, _ in refs)
