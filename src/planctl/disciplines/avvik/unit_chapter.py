"""The chapter on avvik in the documents of one unit: its messages, what is done, and what its leaders have decided."""

from __future__ import annotations

from planctl.disciplines.avvik import phrases, reviews, tables
from planctl.disciplines.avvik.told import Told
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where nothing is reported in the period, and nothing is open."""
    told = Told.of(world, occasion)
    decided = reviews.decisions(world, occasion, reviews.held(world, occasion))
    if not (told.now or told.open or decided):
        return None
    return Chapter(
        T("{Avvik_pl} of the unit"),
        tuple(phrases.paragraphs(told)) if told.now or told.open else (),
        (*tables.by_category(told), *phrases.followed(told), *decided),
        shares(dict.fromkeys(one.record for one in (*told.now, *told.open))),
    )
