"""The chapter on routines in the documents of one unit: those it owns that are to be reviewed within half a year."""

from __future__ import annotations

from planctl.disciplines.register import field_table
from planctl.disciplines.rutiner.counts import sentence, to_be_reviewed, told
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World

_FIELDS = ("nummer", "tittel", "godkjent", "neste_revisjon", "ansvarlig")


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where the unit owns no routine."""
    mine = told(world, occasion)
    if not mine:
        return None
    soon = to_be_reviewed(mine, occasion.day)
    table = field_table(world, soon, _FIELDS, T("To be reviewed"))
    return Chapter(T("{Rutine_pl} the unit owns"), (sentence(mine, occasion),), table, shares(mine))
