"""The list of routines: the seven chapters of the felles ledelsessystem, and what is not in use."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.records import records_for
from planctl.disciplines.register import Field, field_table
from planctl.disciplines.rutiner.counts import by_chapter, grouped, heading, sentence, to_be_reviewed, told
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
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
    soon = field_table(world, to_be_reviewed(mine, occasion.day), _FIELDS, T("To be reviewed within half a year"))
    yield Chapter(
        T("Overview"),
        (sentence(mine, occasion),),
        (by_chapter(mine, occasion), *soon),
        shares([*mine, *rest]),
    )
    for number, inside in grouped(mine):
        yield Chapter(heading(number), (), field_table(world, inside, _FIELDS))
    if rest:
        fields = (Field("nummer", 10), "tittel", "status", Field("ansvarlig", 28), "godkjent", "erstatter")
        yield Chapter(T("Not in use"), (), field_table(world, rest, fields))


DOCUMENT = ChapterDocument("rutineoversikt", T("List of {rutine_pl}"), _chapters)
