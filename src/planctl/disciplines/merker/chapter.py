"""The table of tags in the tertial and annual reports: how much work has each, and how it goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.domain.organisation import Organisation
from planctl.domain.tags import known_tags, tags_of
from planctl.domain.work import Bonds
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Occasion, Table
from planctl.model.record import Record
from planctl.world import World

_COLUMNS = (
    Column(T("Tag"), width=34),
    Column(T("{Oppdrag_pl}"), "number", 12),
    Column(T("{Tiltak_pl}"), "number", 12),
    Column(T("Completed"), "number", 12),
    Column(T("Delayed or at risk"), "number", 14),
)
_DONE = "fullført"
_BAD = ("forsinket", "risiko")


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where no work that binds on the day has a tag.

    The report's own banner counts what of the work is illustrative.
    """
    works = list(_works(world, occasion))
    rows = tuple(
        row for tag, name in known_tags(world.config).items() if (row := _row(world, occasion, works, tag, name))
    )
    if not rows:
        return None
    words = T("The words that {oppdrag_pl} and {tiltak_pl} are marked with. One can have several.")
    return Chapter(T("Operations, development and other tags"), (words,), (Table(_COLUMNS, rows),))


def _works(world: World, occasion: Occasion) -> Iterator[Record]:
    """Yield the oppdrag and tiltak with tags that bind, and that the report is about."""
    organisation = Organisation(world.plans, world.graph)
    bonds = world.bonds if occasion.day == world.today else Bonds(world.plans, world.graph, occasion.day)
    for record in world.plans.of_kind("oppdrag", "tiltak"):
        if tags_of(record) and world.plans.get(record.id) is record and bonds.binds(record):
            unit = organisation.unit_of(record)
            if occasion.covers(unit.name if unit is not None else record.get("ansvarlig")):
                yield record


def _row(world: World, occasion: Occasion, works: Sequence[Record], tag: str, name: Text) -> tuple[Cell, ...] | None:
    mine = [record for record in works if tag in tags_of(record)]
    if not mine:
        return None
    states = [world.status_reports.at(record, occasion.day) for record in mine]
    return (
        name,
        sum(record.kind == "oppdrag" for record in mine),
        sum(record.kind == "tiltak" for record in mine),
        sum(state.status == _DONE for state in states),
        sum(state.status in _BAD for state in states),
    )
