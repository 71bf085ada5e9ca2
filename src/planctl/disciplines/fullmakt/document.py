"""The overview of authority: both levels, what cannot be given further, and the units that others took over from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planctl.disciplines.details import about
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.fullmakt.authority import may_delegate
from planctl.disciplines.fullmakt.overview import LEVELS, counted, holding, of_level, table
from planctl.disciplines.register import Field, field_table
from planctl.domain.successors import FIELD
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    found = holding(world, occasion.day)
    if not found:
        return ()
    levels = ((level, of_level(found, level)) for level in LEVELS)
    kept = [record for record in found if not may_delegate(record)]
    chapters = [
        Chapter(T("Level {level}", level=level), (), table(world, some), shares(some)) for level, some in levels if some
    ]
    if kept:
        chapters.append(Chapter(T("Cannot be delegated"), (), table(world, kept)))
    said = (*about(world, occasion, "fullmaktsregister", "bygger_på"), counted(found))
    chapters[:1] = [replace(chapter, paragraphs=said) for chapter in chapters[:1]]
    return (*chapters, *_replaced(world))


def _replaced(world: World) -> Iterator[Chapter]:
    """Tell who took over from the units, roles and bodies that are no more."""
    gone = [record for record in world.plans.of_kind("eiere") if record.texts(FIELD)]
    if gone:
        tables = [table for kind in dict.fromkeys(record.kind for record in gone)
                  for table in field_table(world, [one for one in gone if one.kind == kind],
                                           ("tittel", "til", Field(FIELD, 60)))]  # fmt: skip
        yield Chapter(T("Who took over from whom"), (), tuple(tables), shares(gone))


DOCUMENT = ChapterDocument("fullmaktsoversikt", T("Overview of {fullmakt_pl}"), _chapters)
