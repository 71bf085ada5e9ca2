"""The disciplines' chapters and documents, by being there: `chapter.py` and `document.py` in a discipline's folder.

`chapter.py` has `chapter(world, occasion)`, which gives a chapter, or None when there is nothing to tell. `document.py`
has a `DOCUMENT`. They are found as rules are (`check/collected.py`): in the installed package alone.
"""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import planctl.disciplines
from planctl.check.collected import discipline_modules
from planctl.disciplines.document import ChapterDocument
from planctl.model.chapter import Chapter, Occasion
from planctl.reports.chapters.contents import in_order
from planctl.reports.scope import Scope
from planctl.reports.view import TertialReport
from planctl.world import World


def chapters(world: World, scope: Scope, disciplines: ModuleType = planctl.disciplines) -> tuple[Chapter, ...]:
    """Make the disciplines' chapters of a report on a scope, in order; those with nothing to tell are left out."""
    modules = discipline_modules("chapter", disciplines)
    made = ((module.__name__.split(".")[-2], module.chapter(world, occasion(scope))) for module in modules)
    return in_order([(name, chapter) for name, chapter in made if chapter is not None])


def with_chapters(view: TertialReport, world: World, scope: Scope) -> TertialReport:
    """Add the disciplines' chapters to a report, and what of them is illustrative to its banner."""
    found = chapters(world, scope)
    told = tuple(share for chapter in found for share in chapter.illustrative)
    return replace(view, chapters=found or None, illustrative=(*view.illustrative, *told))


def occasion(scope: Scope) -> Occasion:
    """Tell disciplines what a report is about."""

    def covers(owner: str | None) -> bool:
        return scope.unit is None or scope.covers(scope.organisation.as_unit(scope.plans.get(owner)))

    return Occasion(scope.period, covers, scope.unit is not None, not scope.present)


def chapter_documents(disciplines: ModuleType = planctl.disciplines) -> dict[str, ChapterDocument]:
    """Give the documents that disciplines make, by the name `--document` takes."""
    found = (module.DOCUMENT for module in discipline_modules("document", disciplines))
    return {document.name: document for document in found}
