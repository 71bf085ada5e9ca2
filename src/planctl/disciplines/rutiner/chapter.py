"""The chapter on the felles ledelsessystem in the annual report: the routines of its seven chapters."""

from __future__ import annotations

from planctl.disciplines.register import field_table
from planctl.disciplines.rutiner.counts import by_chapter, sentence, told
from planctl.disciplines.rutiner.routines import is_late
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None in the reports on a tertial, and where there are no routines."""
    mine = told(world, occasion) if occasion.is_annual else []
    if not mine:
        return None
    late = [record for record in mine if is_late(record, occasion.limit)]
    return Chapter(
        T("The {rutine_pl} of the management system"),
        (sentence(mine, occasion),),
        (
            by_chapter(mine, occasion),
            *field_table(world, late, ("nummer", "tittel", "neste_revisjon", "ansvarlig"), T("Review overdue")),
        ),
        shares(mine),
    )
