"""The disciplines' chapters and documents, by being there: modules of known names in a discipline's folder.

`chapter.py`, for the reports, and `unit_chapter.py`, for the documents of one unit, have `chapter(world, occasion)`,
which gives a chapter, or None when there is nothing to tell. `document.py` has a `DOCUMENT`, or several in `DOCUMENTS`.
They are found as rules are (`check/collected.py`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from planctl.check.collected import discipline_modules
from planctl.disciplines.document import ChapterDocument
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import added
from planctl.reports.scope import Scope
from planctl.reports.views.documents import UnitDocument
from planctl.reports.views.tertial import TertialReport
from planctl.resources import SHIPPED, Disciplines
from planctl.world import World

_View = TypeVar("_View", bound=TertialReport | UnitDocument)


def chapters(world: World, scope: Scope, module: str = "chapter") -> tuple[Chapter, ...]:
    """Make the disciplines' chapters of a report on a scope, in their order; those with nothing to tell are left out.

    Each has the name of its discipline, or its own.
    """
    modules = discipline_modules(module, world.disciplines)
    made = ((found.__name__.split(".")[-2], found.chapter(world, occasion(scope))) for found in modules)
    return tuple(replace(chapter, name=chapter.name or name) for name, chapter in made if chapter is not None)


def with_chapters(view: _View, world: World, scope: Scope) -> _View:
    """Add the disciplines' chapters to a report or a unit's document, and to its banner what is illustrative."""
    found = chapters(world, scope, module="unit_chapter" if isinstance(view, UnitDocument) else "chapter")
    told = (share for chapter in found for share in chapter.illustrative)
    return replace(view, chapters=found or None, illustrative=added((*view.illustrative, *told)))


def occasion(scope: Scope) -> Occasion:
    """Tell disciplines what a report is about."""

    def covers(owner: str | None) -> bool:
        return scope.unit is None or scope.covers(scope.organisation.as_unit(scope.plans.get(owner)))

    return Occasion(scope.period, covers, scope.unit is not None, not scope.present)


def chapter_documents(disciplines: Disciplines = SHIPPED) -> dict[str, ChapterDocument]:
    """Give the documents that disciplines make, by the name `--document` takes."""
    modules = discipline_modules("document", disciplines)
    found = (one for module in modules for one in getattr(module, "DOCUMENTS", None) or (module.DOCUMENT,))
    return {document.name: document for document in found}
