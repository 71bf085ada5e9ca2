"""The chapter on innovation and simplification in the documents of one unit: its own."""

from __future__ import annotations

from planctl.disciplines.utvikling.chapter import told
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where the unit has neither."""
    return told(world, occasion, T("The unit's innovation and simplification"))
