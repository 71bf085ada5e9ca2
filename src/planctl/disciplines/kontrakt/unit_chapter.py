"""The chapter on contracts in the documents of one unit: those it owns, and what is not kept in them."""

from __future__ import annotations

from planctl.disciplines.kontrakt.told import breaches, decisions, held, overview, paragraphs
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where the unit owns no contract that is not over."""
    contracts = [one for one in held(world, occasion) if not one.is_over]
    if not contracts:
        return None
    matters = breaches(world, occasion)
    return Chapter(
        T("{Kontrakt_pl} the unit owns"),
        tuple(paragraphs(contracts, matters, occasion)),
        (
            *overview(world, contracts),
            *decisions(world, contracts, occasion.day, T("To be decided within a year")),
            *matters.table(matters.open, T("{Mislighold_pl}"), ("slag", "reaksjon")),
        ),
        shares([one.record for one in contracts]),
    )
