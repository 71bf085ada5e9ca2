"""The chapter on hearings in the documents of one unit: what was said and waits for an answer from it."""

from __future__ import annotations

from planctl.disciplines.hoering.hearings import COMMENT
from planctl.disciplines.matters import Matters
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where nothing waits."""
    mine = Matters.of(world, occasion, COMMENT)
    if not mine.open:
        return None
    return Chapter(
        T("{Innspill_pl} to answer"),
        (mine.told,),
        mine.table(mine.open, extra=("avsender", "tema")),
        shares(item.record for item in mine.open),
    )
