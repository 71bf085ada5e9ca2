"""How disciplines name records, say whose they are, and find those that a report is about."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.organisation import owner_of
from planctl.model.chapter import Occasion
from planctl.model.illustrative import is_illustrative
from planctl.model.record import Record
from planctl.world import World

_WHOSE = ("enhet", "virksomhet", "eier", "ansvarlig")
"""The fields of a record that say whose it is, where nobody is named to answer for it."""


def titled(world: World, name: object) -> str | None:
    """Name a unit, a role, a body or another record by its title; the id where it is not known."""
    found = world.plans.get(name) if isinstance(name, str) else None
    return found.title if found is not None else name if isinstance(name, str) else None


def marked(record: Record) -> str:
    """Give a title, with an asterisk where it is illustrative."""
    return f"{record.title} *" if is_illustrative(record) else record.title


def text(record: Record, field: str) -> str | None:
    """Return a field that holds text; None when it holds none."""
    value = record.get(field)
    return value if isinstance(value, str) and value.strip() else None


def unit_of(world: World, record: Record) -> str | None:
    """Give the id of who a record belongs to: its own ansvarlig, else whose it is, else that of what it stands in."""
    return owner_of(record, world.plans) or place_of(record)


def place_of(record: Record) -> str | None:
    """Give the id of whose a record is, whoever answers for it or deals with it: of itself, else of what it stands in.

    An `ansvarlig` of its own counts last.
    """
    here: Record | None = record
    while here is not None:
        found = next((name for field in _WHOSE if (name := text(here, field)) is not None), None)
        if found is not None:
            return found
        here = here.parent
    return None


def records_for(world: World, occasion: Occasion, *kinds: str) -> Iterator[Record]:
    """Yield the records of some kinds that an occasion covers; of two with the same id only the first (203)."""
    plans = world.plans
    for record in plans.of_kind(*kinds):
        first = record.id is None or plans.get(record.id) is record
        if first and occasion.covers(unit_of(world, record)):
            yield record
