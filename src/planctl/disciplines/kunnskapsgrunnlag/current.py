"""Which analyses hold on a day: those made by then that no other one had replaced."""

from __future__ import annotations

from datetime import date

from planctl.disciplines.records import records_for
from planctl.model.chapter import Occasion
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.world import World


def known_at(record: Record, day: date) -> bool:
    """Tell whether a record was there by a day; one that tells no day always was."""
    made = parse_date(record.get("dato"))
    return made is None or made <= day


def current(world: World, kind: str, day: date) -> list[Record]:
    """Give the analyses of a kind that hold on a day, the newest first; of two with the same id only the first."""
    plans = world.plans
    known = [one for one in plans.of_kind(kind) if known_at(one, day) and plans.get(one.id) is one]
    replaced = {old for one in known for old in world.graph.targets(one, "avløser")}
    return sorted(
        (one for one in known if one not in replaced), key=lambda one: str(one.get("dato") or ""), reverse=True
    )


def current_for(world: World, occasion: Occasion, kind: str) -> list[Record]:
    """Give those of them that an occasion covers."""
    mine = set(records_for(world, occasion, kind))
    return [one for one in current(world, kind, occasion.day) if one in mine]
