"""The list of faults, as a document without a template of its own."""

from __future__ import annotations

from made_up.disciplines.lekeplass.chapter import chapter
from planctl.disciplines.document import ChapterDocument
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.world import World


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    found = chapter(world, occasion)
    return (found,) if found is not None else ()


DOCUMENT = ChapterDocument("lekeplassliste", T("List of {lekeplassfeil_pl}"), _chapters)
