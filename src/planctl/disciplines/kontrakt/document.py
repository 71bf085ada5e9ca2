"""The survey of contracts: what must be decided, all that run, how they are followed up, and what is not kept."""

from __future__ import annotations

from planctl.disciplines.details import about
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.kontrakt.picture import picture
from planctl.disciplines.kontrakt.told import (
    breaches,
    decisions,
    follow_up,
    held,
    overview,
    paragraphs,
    running,
)
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.world import World


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    contracts, matters = held(world, occasion), breaches(world, occasion)
    if not contracts:
        return ()
    still = running(contracts, occasion.day)
    rest = [one for one in contracts if one not in still]
    made = (
        Chapter(
            T("What must be decided"),
            (*about(world, occasion, "kontraktregister"), *paragraphs(contracts, matters, occasion)),
            decisions(world, contracts, occasion.day),
            shares([one.record for one in contracts]),
        ),
        Chapter(T("{Kontrakt_pl} that run"), (), overview(world, still), pictures=picture(still, occasion.day)),
        Chapter(T("Other {kontrakt_pl}"), (), overview(world, rest)),
        Chapter(
            T("Followed up in {year}", year=str(occasion.day.year)),
            (T("What was delivered, what it cost, and whether law and terms were kept."),),
            follow_up(world, contracts, occasion),
        ),
        Chapter(
            T("{Mislighold_pl}"),
            (matters.told,),
            (
                *matters.table(matters.open, T("Open"), ("slag", "reaksjon")),
                *matters.table(
                    matters.settled, T("Settled in the period"), ("slag", "reaksjon", "evaluering.resultat")
                ),
                *(
                    table.in_workbook
                    for table in matters.table(matters.known, T("All {mislighold_pl}"), ("slag", "dato", "reaksjon"))
                ),
            ),
            shares([item.record for item in matters.known]),
        ),
    )
    return tuple(chapter for chapter in made if chapter.tables)


DOCUMENT = ChapterDocument("kontraktoversikt", T("Survey of {kontrakt_pl}"), _chapters)
