"""The documents on what plans build on: all of it in one, and each of the three analyses for itself."""

from __future__ import annotations

from collections.abc import Callable

from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.kunnskapsgrunnlag import long_term, materiality, u4ssc
from planctl.disciplines.kunnskapsgrunnlag.chapter import parts
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion
from planctl.world import World

Make = Callable[[World, Occasion, Text], Chapter | None]


def _alone(make: Make, heading: Text) -> Callable[[World, Occasion], tuple[Chapter, ...]]:
    def chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
        made = make(world, occasion, heading)
        return (made,) if made is not None else ()

    return chapters


DOCUMENTS = (
    ChapterDocument("kunnskapsgrunnlag", T("What the plans build on"), parts),
    ChapterDocument(
        "vesentlighetsanalyse", T("{Vesentlighetsanalyse}"), _alone(materiality.chapter, T("What is material"))
    ),
    ChapterDocument(
        "langsiktig-analyse",
        T("Long-term analysis of investments and operation"),
        _alone(long_term.chapter, T("Investments and operation twenty years ahead")),
    ),
    ChapterDocument("u4ssc-status", T("U4SSC: status"), _alone(u4ssc.chapter, T("The framework U4SSC"))),
)
