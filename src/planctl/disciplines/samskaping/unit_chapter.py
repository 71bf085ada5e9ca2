"""The chapter on samskaping in the documents of one unit: what it does together with others."""

from __future__ import annotations

from planctl.disciplines.samskaping.told import held, table
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where the unit does nothing together with others."""
    records = held(world, occasion)
    if not records:
        return None
    return Chapter(T("{Samskaping_pl} the unit takes part in"), (), table(world, records), shares(records))
