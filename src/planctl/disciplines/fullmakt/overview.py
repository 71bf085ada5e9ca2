"""The authorities that hold on a day, and how they are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planctl.disciplines.details import whole_table
from planctl.disciplines.fullmakt.authority import KIND, in_force
from planctl.disciplines.register import Field
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Table
from planctl.model.record import Record
from planctl.world import World

LEVELS = (1, 2)
_GIVEN_TO = 3
"""The column that tells who has it."""


def holding(world: World, day: date) -> list[Record]:
    """Give the authorities that hold on a day; of two with the same id only the first (203)."""
    every = (record for record in world.plans.of_kind(KIND) if world.plans.get(record.id) is record)
    return [record for record in every if in_force(record, day)]


def of_level(found: Sequence[Record], level: int) -> list[Record]:
    """Keep those of a level."""
    return [record for record in found if record.get("nivå") == level]


def table(world: World, found: Sequence[Record], title: Text | None = None) -> tuple[Table, ...]:
    """Tell authorities, one a row."""
    fields = (
        "tittel",
        Field("område", where="workbook"),
        Field("delegert_av", 26),
        Field("delegert_til", 36),
        Field("bygger_på", 36, "workbook"),
        Field("beløpsgrense", kind="amount"),
        Field("unntak", 40),
        Field("kan_delegeres", 14),
        "fra",
        "til",
        Field("kontroll", 40, "workbook"),
    )
    made = whole_table(world, found, fields, title, ("nivå",))
    return tuple(map(_with_holders, made))


def _with_holders(table: Table) -> Table:
    """Say who has what is given to nobody by name, where all of it is too."""
    holders = replace(table.columns[_GIVEN_TO], where="both")
    columns = (*table.columns[:_GIVEN_TO], holders, *table.columns[_GIVEN_TO + 1 :])
    return replace(table, columns=columns, rows=tuple(map(_with_holder, table.rows)))


def _with_holder(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return (*row[:_GIVEN_TO], row[_GIVEN_TO] or T("All leaders of the level"), *row[_GIVEN_TO + 1 :])


def counted(found: Sequence[Record]) -> Text:
    """Say how many hold, of each level, and how many cannot be given further."""
    first, second = (len(of_level(found, level)) for level in LEVELS)
    kept = sum(record.get("kan_delegeres") is False for record in found)
    return T(
        "{Fullmakt_pl} of level 1: {first}. Of level 2: {second}. Not to be delegated: {kept}.",
        first=first, second=second, kept=kept,
    )  # fmt: skip
