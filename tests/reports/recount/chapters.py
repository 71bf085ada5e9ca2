"""The chapters of disciplines in the tertial and annual reports, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from recount.avvik import deviations
from recount.beredskap import exercises
from recount.eierskap import ownership
from recount.fullmakt import authority
from recount.hoering import hearings
from recount.kontrakt import contracts
from recount.kontroll import controls
from recount.kunnskap import foundations
from recount.kvalitet import quality
from recount.medvirkning import participation
from recount.merker import tags
from recount.occasion import Occasion
from recount.page import Row
from recount.prosjekt import projects
from recount.risk_chapter import risks
from recount.rutiner import routines
from recount.samskaping import together
from recount.utvikling import development
from recount.vedtak_chapter import decisions

CHAPTERS: dict[str, Callable[[Occasion], Iterator[Row]]] = {
    "Vedtak": decisions,
    "Risikoer": risks,
    "Avvik og forbedringer": deviations,
    "Kontroller og tilsyn": controls,
    "Øvelser av beredskapsplanene": exercises,
    "Felles ledelsessystem: rutiner": routines,
    "Revisjoner, undersøkelser og innbyggerobservatorium": quality,
    "Innovasjon og forenkling": development,
    "Prosjekter og gevinster": projects,
    "Kontrakter": contracts,
    "Eierskap": ownership,
    "Samskaping": together,
    "Høringer og innspill": hearings,
    "Medvirkning og medbestemmelse": participation,
    "Fullmakter": authority,
    "Drift, utvikling og andre merker": tags,
    "Kunnskapsgrunnlaget for planene": foundations,
}


def chapters(occasion: Occasion) -> Iterator[tuple[str, list[Row]]]:
    """Write the rows of each chapter by its title, those without any left out."""
    for title, rows in CHAPTERS.items():
        if found := list(rows(occasion)):
            yield title, found
