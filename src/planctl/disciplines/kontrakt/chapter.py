"""The chapter on contracts in the annual report: how many run, what must be decided, and what is not kept."""

from __future__ import annotations

from planctl.disciplines.kontrakt.told import breaches, decisions, held, paragraphs
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None in a report on less than a year, and where there are no contracts."""
    contracts = held(world, occasion) if occasion.is_annual else []
    if not contracts:
        return None
    matters = breaches(world, occasion)
    return Chapter(
        T("{Kontrakt_pl}"),
        tuple(paragraphs(contracts, matters, occasion)),
        (
            *decisions(world, contracts, occasion.day, T("To be decided within a year")),
            *matters.table([*matters.open, *matters.settled], T("{Mislighold_pl}"), ("slag", "reaksjon")),
        ),
        shares([one.record for one in contracts]),
    )
