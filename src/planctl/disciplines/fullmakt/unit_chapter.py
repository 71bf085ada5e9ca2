"""The chapter on authority in the documents of one unit: what its leader has, within which limits."""

from __future__ import annotations

from planctl.disciplines.fullmakt.overview import LEVELS, holding, table
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where nothing is entered for it."""
    mine = [record for record in holding(world, occasion.day) if _is_its(record, occasion)]
    if not mine:
        return None
    return Chapter(T("{Fullmakt_pl} of the unit"), (), table(world, mine), shares(mine))


def _is_its(record: Record, occasion: Occasion) -> bool:
    """Tell whether an authority is given to the unit or its leader, or to all leaders of units."""
    holders = record.texts("delegert_til")
    return any(map(occasion.covers, holders)) if holders else record.get("nivå") == LEVELS[-1]
