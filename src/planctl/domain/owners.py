"""The references to those who answer for something that lead nowhere, told apart for 303 and 307."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planctl.domain.person_names import UNKNOWN_OWNER, person_in, words_of
from planctl.graph import Broken
from planctl.i18n import Text
from planctl.model.record import Record

if TYPE_CHECKING:
    from planctl.world import World


def broken_owners(world: World) -> Iterator[tuple[Broken, Text | None]]:
    """Yield each broken reference of `ansvarlig` and `medansvarlige`, with what in it points at a person."""
    titles = {title: record for title, record in titles_of(world).items() if not _is_person(record)}
    words = words_of(record.title for record in titles.values())
    told: dict[str, Text | None] = {}
    for broken in world.graph.broken:
        ref = broken.ref
        if ref.reference.unknown_rule != UNKNOWN_OWNER or not ref.target.strip():
            continue
        if ref.target not in told:
            known = broken.found is not None or ref.target.strip().casefold() in titles
            told[ref.target] = None if known else person_in(ref.target, words)
        yield broken, told[ref.target]


def _is_person(record: Record) -> bool:
    """Tell whether a role is entered with a person's name (307 tells so in the organisation)."""
    return record.kind == "rolle" and person_in(record.title) is not None


def example_owner(record: Record, world: World) -> str:
    """Give the id of one who may answer for a record: the unit of its plan, else the first unit there is."""
    unit = world.plans.get(str(record.plan.get("virksomhet"))) or next(world.plans.of_kind("enhet"), None)
    return unit.name if unit is not None else "veg"


def titles_of(world: World) -> dict[str, Record]:
    """Give the units, roles, bodies and external parties by title, in lower case."""
    found: dict[str, Record] = {}
    for record in world.plans.of_kind("eiere"):
        found.setdefault(record.title.casefold(), record)
    return found
