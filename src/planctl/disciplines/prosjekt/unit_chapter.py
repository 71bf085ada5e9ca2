"""The chapter on projects in the documents of one unit: the projects it owns, and the benefits it is to realise."""

from __future__ import annotations

from planctl.disciplines.matters import Matters
from planctl.disciplines.prosjekt.benefit_table import benefit_table, told_worth
from planctl.disciplines.prosjekt.benefits import KIND
from planctl.disciplines.prosjekt.portfolio import told
from planctl.disciplines.prosjekt.tables import project_table
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where the unit has neither a project under way nor a benefit that is not settled."""
    day = occasion.day
    found = [item for item in told(world, occasion) if item.goes_at(day)]
    benefits = Matters.of(world, occasion, KIND)
    if not found and not benefits.open:
        return None
    words = told_worth(benefits.open, day)
    return Chapter(
        T("{Prosjekt_pl} and {gevinst_pl} of the unit"),
        (words,) if words is not None else (),
        (
            *project_table(world, found, day, T("{Prosjekt_pl}")),
            *benefit_table(benefits, benefits.open, T("{Gevinst_pl} to realise")),
        ),
        shares([*(item.record for item in found), *(item.record for item in benefits.open)]),
    )
