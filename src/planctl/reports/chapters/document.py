"""A document of chapters alone, as a discipline makes it, ready for its template."""

from __future__ import annotations

from datetime import date

from planctl.disciplines.document import ChapterDocument
from planctl.i18n import Text
from planctl.model.chapter import Chapter
from planctl.model.illustrative import Share, added
from planctl.model.record import Record
from planctl.reports.chapters.collected import occasion
from planctl.reports.documents.basis import Basis
from planctl.values import dataclass
from planctl.world import World


@dataclass(frozen=True, slots=True)
class ChapterReport:
    """The document: its title and chapters, of a year as it stood on a day; `unit` where it is of one."""

    municipality: str
    unit: str
    title: Text
    year: int
    day: date
    chapters: tuple[Chapter, ...]
    illustrative: tuple[Share, ...]


def chapter_report(document: ChapterDocument, world: World, basis: Basis, unit: Record | None) -> ChapterReport | None:
    """Build a discipline's document; None where it has nothing to tell."""
    scope = basis.of_unit(unit)
    chapters = document.chapters(world, occasion(scope))
    if not chapters:
        return None
    return ChapterReport(
        world.config.municipality,
        unit.title if unit is not None else "",
        document.title,
        basis.year,
        basis.day,
        chapters,
        added(share for chapter in chapters for share in chapter.illustrative),
    )
