"""The chapter on quality in the documents of one unit: its audits, its surveys, and the funn it is to follow up."""

from __future__ import annotations

from planctl.disciplines.kvalitet.chapter import audit_table, audits_in, surveys_in
from planctl.disciplines.kvalitet.followed import funn
from planctl.disciplines.kvalitet.survey_tables import survey_tables
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where the unit has neither been audited nor surveyed, and has no funn."""
    audits, surveys, matters = audits_in(world, occasion), surveys_in(world, occasion), funn(world, occasion)
    if not (audits or surveys or matters.open):
        return None
    return Chapter(
        T("Audits and surveys of the unit"),
        (matters.told_of_funn,),
        (
            *audit_table(world, audits),
            *matters.table(matters.open, T("{Funn_pl} to follow up"), ("slag",)),
            *survey_tables(world, surveys),
        ),
        shares([*audits, *surveys, *(one.record for one in matters.open)]),
    )
