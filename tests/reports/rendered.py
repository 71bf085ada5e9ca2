"""The example's reports and documents in bokmål, as Markdown without figures: what a recount is laid against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment

from planctl.cli.report_documents import documents
from planctl.cli.report_pieces import Wanted
from planctl.i18n import Language
from planctl.load.files.tree import WorkTree
from planctl.model.illustrative import added
from planctl.reports.chapters.collected import chapters
from planctl.reports.month import build_month
from planctl.reports.rendering.sandbox import Budget
from planctl.reports.rendering.templates import environment, render
from planctl.reports.scope import Scope
from planctl.reports.tertial import build_annual, build_tertial
from planctl.reports.views.tertial import TertialReport
from planctl.world import World, open_world
from support import EXAMPLE

YEAR = 2021
NEXT_YEAR = date(2022, 2, 28)
AUTUMN = date(2021, 9, 15)


@cache
def example(day: date = NEXT_YEAR) -> World:
    """Open the example as on a day."""
    return open_world(WorkTree(EXAMPLE), day, lambda: day)


@cache
def _environment() -> Environment:
    return environment(Language("nb"), budget=Budget(seconds=3600, chars=10**9))


def written(template: str, view: Any) -> str:
    """Render a view in bokmål with templates that are read once, for views of which there are many."""
    text = _environment().get_template(template).render(report=view)
    return "\n".join(line.rstrip() for line in text.splitlines())


@cache
def tertial_view(number: int) -> TertialReport:
    """Build the report of a tertial, or (0) of the year."""
    here = example()
    found = build_tertial(here, YEAR, number) if number else build_annual(here, YEAR)
    assert found is not None
    return found


@cache
def whole(number: int) -> str:
    """Write the report of a tertial, or (0) of the year, with the chapters of disciplines."""
    view = tertial_view(number)
    template = "tertialrapport.md.j2" if number else "årsrapport.md.j2"
    kept = chapters(example(), Scope(example(), view.period))
    told = added((*view.illustrative, *(share for one in kept for share in one.illustrative)))
    return render(template, Language("nb"), {"report": replace(view, chapters=kept, illustrative=told)})


@cache
def tertial(number: int) -> str:
    """Write the report of a tertial, or (0) of the year."""
    template = "tertialrapport.md.j2" if number else "årsrapport.md.j2"
    return render(template, Language("nb"), {"report": tertial_view(number)})


@cache
def month(number: int) -> str:
    """Write the report of a month."""
    view = build_month(example(), YEAR, number)
    return render("månedsrapport.md.j2", Language("nb"), {"report": view})


def all_documents(kind: str) -> Iterator[tuple[str, str]]:
    """Write the documents of a kind, each with the id of its unit or plan."""
    for piece in documents(example(AUTUMN), Wanted(document=kind, year=YEAR), None):
        yield getattr(piece.view, "id", ""), written(piece.template, unpostponed(piece.view))


def unpostponed(view: Any) -> Any:
    """Leave out the postponed deadlines and moved limits of a document: they have tests of their own."""
    view = replace(view, goalposts=None) if hasattr(view, "goalposts") else view
    status = getattr(view, "status", None)
    return replace(view, status=replace(status, postponed=None)) if isinstance(status, TertialReport) else view
