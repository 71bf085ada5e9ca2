"""The chapter on ownership in the documents of one unit: the companies it follows up."""

from __future__ import annotations

from planctl.disciplines.eierskap.chapter import paragraphs
from planctl.disciplines.eierskap.meetings import meetings
from planctl.disciplines.eierskap.told import held, purposes, survey
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where the unit follows up no company."""
    records = held(world, occasion)
    if not records:
        return None
    return Chapter(
        T("{Selskap_pl} the unit follows up"),
        tuple(paragraphs(world, records, occasion)),
        (
            *survey(world, records),
            *purposes(world, records, T("What the municipality wants with them")),
            *meetings(world, records, occasion, T("{Eiermøte_pl}")),
        ),
        shares(records),
    )
