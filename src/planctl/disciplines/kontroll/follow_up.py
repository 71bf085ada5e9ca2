"""What is followed up in the municipality as a whole, by kind and by tjenesteområde; whichever discipline it is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.kontroll.controls import is_late
from planctl.disciplines.kontroll.told import breaks_law
from planctl.disciplines.matters import Matters
from planctl.disciplines.records import records_for, unit_of
from planctl.domain.organisation import Organisation
from planctl.domain.renewals import is_out_of_date
from planctl.i18n import T, Term, Text
from planctl.model.chapter import Cell, Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.world import World

_KINDS = (
    Column(T("Kind"), width=32),
    Column(T("Known"), "number", 12),
    Column(T("Open"), "number", 12),
    Column(T("Overdue"), "number", 12),
    Column(T("Settled in the year"), "number", 12),
    Column(T("Without {tiltak_pl}"), "number", 12),
)
_PLACES = (
    Column(T("{Tjenesteområde}"), width=32),
    Column(T("{Internkontroll_pl}"), "number", 14),
    Column(T("Not done in time"), "number", 12),
    Column(T("Found"), "number", 12),
    Column(T("Open"), "number", 12),
    Column(T("Breaches of law"), "number", 12),
    Column(T("Overdue"), "number", 12),
)


def registers(world: World, occasion: Occasion) -> tuple[Table, ...]:
    """Count what is renewed at times, of every register (`x-fornyes`): how much there is, and how much is too old."""
    rows: list[tuple[Cell, ...]] = []
    for kind in world.plans.known_kinds.matters.renewed:
        records = list(records_for(world, occasion, kind))
        if records:
            late = sum(is_out_of_date(world, record, occasion.day, occasion.limit) for record in records)
            rows.append((_named(kind), len(records), late))
    columns = (
        Column(T("Kind"), width=32), Column(T("Number"), "number", 12), Column(T("Out of date"), "number", 12),
    )  # fmt: skip
    return (Table(columns, tuple(rows), T("Registers")),) if rows else ()


def chapters(world: World, occasion: Occasion) -> Iterator[Chapter]:
    """Tell of all that is followed up where tiltak or an evaluation is asked for, breaches of law one by one."""
    asked = world.plans.known_kinds.matters
    kinds = [kind for kind in asked.closed if kind in asked.wants_tiltak or kind in asked.evaluated]
    matters = Matters.of(world, occasion, *kinds)
    if not matters.known:
        return
    laws = [item for item in matters.open if breaks_law(item)]
    rows = [_kind(kind, mine) for kind in kinds if (mine := Matters.of(world, occasion, kind)).known]
    yield Chapter(
        T("Deviations and breaches of law"),
        (matters.told, T("Open breaches of law: {count}.", count=len(laws))),
        (Table(_KINDS, tuple(rows), T("Followed up, by kind")), *matters.table(laws, T("Open breaches of law"))),
        shares(item.record for item in matters.known),
    )


def by_place(world: World, occasion: Occasion, matters: Matters, controls: Sequence[Record]) -> Chapter | None:
    """Count the controls, and what was found, by tjenesteområde; the municipality as a whole first."""
    organisation = Organisation(world.plans, world.graph)

    def area(record: Record) -> Record | None:
        name = unit_of(world, record)
        return organisation.area_of(organisation.as_unit(world.plans.get(name) if name else None))

    rows: list[tuple[Text, tuple[int, ...]]] = []
    for place in (None, *world.plans.of_kind("tjenesteområde")):
        mine = [record for record in controls if area(record) is place]
        items = [item for item in matters.known if area(item.record) is place]
        if mine or items:
            name = T("The municipality") if place is None else T("{title}", title=place.title)
            still = [item for item in items if item.open_at(occasion.day)]
            late = sum(item.late_at(occasion.day, ended=occasion.ended) for item in items)
            undone = sum(is_late(record, occasion.day, occasion.limit) for record in mine)
            rows.append((name, (len(mine), undone, len(items), len(still), sum(map(breaks_law, still)), late)))
    if len(rows) < 2:
        return None
    sums = [sum(column) for column in zip(*(counts for _, counts in rows), strict=True)]
    table = Table(_PLACES, tuple((name, *counts) for name, counts in rows), None, (T("Sum"), *sums))
    return Chapter(T("By {tjenesteområde}"), (), (table,))


def _kind(kind: str, matters: Matters) -> tuple[Cell, ...]:
    counts = (matters.known, matters.open, matters.late, matters.settled, matters.without_tiltak)
    return (_named(kind), *map(len, counts))


def _named(kind: str) -> Text:
    return T("{kind}", kind=Term(kind, plural=True))
