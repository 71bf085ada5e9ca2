"""The list of routines: the seven chapters of the felles ledelsessystem, and what is not in use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planctl.disciplines.details import about, whole_table
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.records import marked, records_for, text
from planctl.disciplines.register import Field, Linked
from planctl.disciplines.rutiner.counts import by_chapter, grouped, heading, sentence, to_be_reviewed, told
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.world import World

_FIELDS = (
    Field("nummer", 10),
    Field("tittel", 46),
    Field("prosess", 22, "workbook"),
    Field("område", 24, "workbook"),
    Field("standarder", 20, "workbook"),
    Field("ansvarlig", 28),
    Field("godkjent"),
    Field("godkjent_av", 28, "workbook"),
    Field("neste_revisjon"),
)


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    mine = told(world, occasion)
    rest = [record for record in records_for(world, occasion, "rutine") if record not in mine]
    return tuple(_made(world, occasion, mine, rest)) if mine or rest else ()


def _made(world: World, occasion: Occasion, mine: list[Record], rest: list[Record]) -> Iterator[Chapter]:
    soon = _linked(world, to_be_reviewed(mine, occasion.day), T("To be reviewed within half a year"))
    yield Chapter(
        T("Overview"),
        (*about(world, occasion, "rutinesamling"), sentence(mine, occasion)),
        (by_chapter(mine, occasion), *soon),
        shares([*mine, *rest]),
    )
    for number, inside in grouped(mine):
        yield Chapter(heading(number), (), _linked(world, inside))
    if rest:
        fields = (Field("nummer", 10), "tittel", "status", Field("ansvarlig", 28), "godkjent", "erstatter")
        yield Chapter(T("Not in use"), (), whole_table(world, rest, fields))


def _linked(world: World, routines: list[Record], title: Text | None = None) -> tuple[Table, ...]:
    """Tell routines, the title of each leading to where it lies."""
    made = whole_table(world, routines, _FIELDS, title, ("kapittel", "status"))
    return tuple(replace(table, rows=tuple(map(_with_link, routines, table.rows))) for table in made)


def _with_link(routine: Record, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    address = text(routine, "lenke")
    return row if address is None else (row[0], Linked(marked(routine), address), *row[2:])


DOCUMENT = ChapterDocument("rutineoversikt", T("List of {rutine_pl}"), _chapters)
