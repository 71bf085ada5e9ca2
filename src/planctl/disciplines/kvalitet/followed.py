"""The funn that quality is about: those of audits, surveys and the observatory, among all that are followed up."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.disciplines.matters import Matters
from planctl.domain.matters import Matter, matters_of
from planctl.i18n import T
from planctl.model.chapter import Column, Occasion, Table
from planctl.model.record import Record
from planctl.world import World

SOURCES = ("revisjon", "undersøkelse", "observatorieplass")
"""The kinds whose funn they are."""
_SORTS = {
    "lovbrudd": T("Breaches of law"),
    "avvik": T("Deviations"),
    "merknad": T("Remarks"),
    "anbefaling": T("Recommendations"),
}


def funn(world: World, occasion: Occasion) -> Matters:
    """Gather those that an occasion covers."""
    return Matters.of(world, occasion, "funn").under(*world.plans.of_kind(*SOURCES))


def all_funn(world: World) -> list[Matter]:
    """Give those of the whole municipality."""
    return [one for one in matters_of(world.plans, "funn") if _is_ours(one.record)]


def with_counts(table: Table, records: Sequence[Record]) -> Table:
    """Add to a table of audits, one row each, how many funn of each sort every one of them gave."""
    columns = tuple(Column(name, "number", 12) for name in _SORTS.values())
    counts = [_counted(record) for record in records]
    rows = tuple((*row, *more) for row, more in zip(table.rows, counts, strict=True))
    return Table((*table.columns, *columns), rows, table.title)


def _counted(record: Record) -> tuple[int, ...]:
    rows = record.get("funn")
    sorts = [row.get("slag") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return tuple(sorts.count(sort) for sort in _SORTS)


def _is_ours(record: Record) -> bool:
    return record.parent is not None and record.parent.kind in SOURCES
