"""The chapter on controls in the documents of one unit: what it is to follow up, and the controls that are its own."""

from __future__ import annotations

from planctl.disciplines.kontroll import tables
from planctl.disciplines.kontroll.chapter import paragraphs
from planctl.disciplines.kontroll.told import AUDIT, CONTROL, INSPECTION, REVIEW, covered, found, made_by, of_period
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where the unit has nothing to follow up and no controls."""
    matters = found(world, occasion)
    controls = covered(world, occasion, CONTROL)
    reviews = made_by(covered(world, occasion, REVIEW), occasion)
    inspected = of_period(covered(world, occasion, INSPECTION), occasion, matters)
    audited = of_period(covered(world, occasion, AUDIT), occasion, matters)
    if not (matters.open or controls or reviews or inspected or audited):
        return None
    return Chapter(
        T("Controls of the unit"),
        tuple(paragraphs(occasion, matters, controls)),
        (
            *matters.table(matters.open, T("To be followed up"), ("slag",)),
            *tables.inspections(world, inspected, matters, T("{Tilsyn_pl}")),
            *tables.audits(world, audited, matters, T("{Egenkontroll_pl}")),
            *tables.controls(world, occasion, controls, T("{Internkontroll_pl}")),
            *tables.reviews(world, reviews, T("{Lovgjennomgang_pl}")),
        ),
        shares([*inspected, *audited, *controls, *reviews, *(item.record for item in matters.open)]),
    )
