"""The chapter on risk in the documents of one unit: its own risks that are open, the largest first."""

from __future__ import annotations

from planctl.disciplines.ros.chapter import paragraphs, told
from planctl.disciplines.ros.counts import counted
from planctl.disciplines.ros.labels import table
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where the unit has no open risk."""
    mine = told(world, occasion)
    still = [risk for risk in mine if risk.open_at(occasion.day)]
    if not still:
        return None
    settled = sum(risk.settled is not None and risk.settled in occasion.period for risk in mine)
    return Chapter(
        T("{Risiko_pl} of the unit"),
        tuple(paragraphs(counted(world, mine, occasion), settled, occasion)),
        (table(world, still, occasion.day),),
        shares(risk.record for risk in still),
    )
