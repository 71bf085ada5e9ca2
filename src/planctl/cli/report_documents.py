"""`planctl report --document`: one document per unit or plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from planctl.cli.report_pieces import Piece, Wanted
from planctl.cli.session import ExitError
from planctl.domain.judgement.goalposts import Goalposts
from planctl.domain.written import written_in
from planctl.i18n import Language, T, Term
from planctl.reports.chapters.collected import chapter_documents, with_chapters
from planctl.reports.chapters.document import chapter_report
from planctl.reports.documents import Basis, plan_document, register, scorecard, theme_document, unit_document
from planctl.reports.documents.hearing import is_heard
from planctl.reports.documents.theme import KINDS as THEMES
from planctl.reports.figures.collection import Figures
from planctl.reports.goalposts import moved_limits
from planctl.reports.postponed import postponements
from planctl.resources import SHIPPED, Disciplines, templates_dir
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.model.planset import PlanSet
    from planctl.model.record import Record
    from planctl.reports.views.documents import UnitDocument
    from planctl.world import World

OF_UNITS = ("oppdragsbrev", "virksomhetsplan", "lederavtale", "lederdialog")
OF_PLANS = ("handlingsprogram", "kommuneplan", "temaplan")
HEARING, REGISTER = "høringsdokument", "planregister"
OF_WHOLE = (*OF_PLANS, HEARING, REGISTER)
"""Those that are of a whole plan, or of all plans, and of no unit."""
OWN = (*OF_UNITS, *OF_PLANS, HEARING, "målekart", REGISTER)
"""The documents by the name `--document` takes, beside those of disciplines; each has a template of its name.

A `høringsdokument` is the document of a plan that is out for comment, in the template of its kind.
"""
OF_CHAPTERS = "kapitteldokument"
"""The template of a discipline's document that has none of its own."""


def names(disciplines: Disciplines = SHIPPED) -> tuple[str, ...]:
    """Name the documents there are, those of disciplines last."""
    return (*OWN, *chapter_documents(disciplines))


def documents(world: World, wanted: Wanted, unit: Record | None) -> list[Piece]:
    """Build the documents of a kind; end the command where there is none to build."""
    name = (wanted.document or "").strip().casefold()
    if name not in names(world.disciplines):
        known = ", ".join(names(world.disciplines))
        raise ExitError(
            T("There is no document «{name}». Choose from: {known}.", name=wanted.document or "", known=known)
        )
    if unit is not None and name in OF_WHOLE:
        message = T(
            "--unit has no meaning for the document «{name}»: it is of a whole plan, or of all plans. Leave it out.",
            name=name,
        )
        raise ExitError(message)
    year = wanted.year or world.today.year
    basis = Basis(world, year, world.today)
    found = list(_pieces(world, basis, name, _Chosen(unit, plan_named(world, wanted.plan, name))))
    if not found:
        raise ExitError(T("There is nothing to make the document «{name}» of for {year}.", name=name, year=str(year)))
    return found


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The one unit or the one plan that documents are asked for; None of all."""

    unit: Record | None
    plan: Record | None


def plan_named(world: World, id_: str | None, document: str) -> Record | None:
    """Return the plan with an id, in force or not; None without one. End the command where it has no such document."""
    if id_ is None:
        return None
    from planctl.cli.lookup import find

    found = find(world.plans, id_)
    known = OF_PLANS if document == HEARING else [name for name in OF_PLANS if name == document]
    if _document_of(world.plans, found) not in known:
        kind = Term(found.kind)
        raise ExitError(T("«{id}» is a {kind}: it has no document «{name}».", id=found.name, kind=kind, name=document))
    return found


def _document_of(plans: PlanSet, plan: Record) -> str:
    """Name the document that a plan has: its kind's own, or that of a temaplan."""
    return "temaplan" if plans.is_a(plan, THEMES) else plan.kind


def _plans(basis: Basis, name: str, one: Record | None) -> list[Record]:
    """List the plans to make a document of: the one asked for, those out for comment, or those in force."""
    if one is not None:
        return [one]
    if name == HEARING:
        heard = filter(is_heard, basis.plans.of_kind("plan"))
        return [plan for plan in heard if _document_of(basis.plans, plan) in OF_PLANS]
    if name == "temaplan":  # each holds for itself: none takes another's place
        return [plan for plan in basis.plans.of_kind(THEMES) if basis.scope.in_force([plan])]
    return basis.plans_of(name)


def _pieces(world: World, basis: Basis, name: str, chosen: _Chosen) -> Iterator[Piece]:
    from planctl.reports.figures.choice import draw_chapters, draw_scorecard, draw_unit

    posts, unit = Goalposts(world), chosen.unit
    if name in OF_UNITS:
        for one in basis.of_unit(unit).active_units or ([unit] if unit is not None else []):
            view = unit_document(basis, one)
            view = replace(view, goalposts=moved_limits(posts, basis.of_unit(one), view))
            view = with_chapters(view, world, basis.of_unit(one))
            if name == "lederdialog":
                view = _looking_back(world, basis, one, view)
            if view.plan or name != "virksomhetsplan":
                stem = f"{name}-{basis.year}-{view.id}"
                plan = next(iter(basis.of_unit(one).unit_plans), None) if name == "virksomhetsplan" else None
                yield _piece(basis, name, stem, view, partial(draw_unit, basis, one, view, stem), written_in(plan))
    elif name in OF_PLANS or name == HEARING:
        for plan in _plans(basis, name, chosen.plan):
            yield _of_plan(basis, plan, f"{name}-{plan.name}", posts)
    elif name == "målekart":
        chart = scorecard(basis, unit)
        if chart is not None:
            chart = replace(chart, goalposts=moved_limits(posts, basis.of_unit(unit), chart))
            stem = f"{name}-{basis.year}" + (f"-{unit.name}" if unit is not None else "")
            yield _piece(basis, name, stem, chart, partial(draw_scorecard, basis, unit, chart, stem))
    elif name == REGISTER:
        yield _piece(basis, name, name, register(basis), lambda _: Figures())
    else:
        report = chapter_report(chapter_documents(world.disciplines)[name], world, basis, unit)
        if report is not None:
            stem = f"{name}-{basis.year}" + (f"-{unit.name}" if unit is not None else "")
            own = (templates_dir() / _template(name)).is_file()
            yield _piece(
                basis, name if own else OF_CHAPTERS, stem, report, partial(draw_chapters, report.chapters, stem)
            )


def _of_plan(basis: Basis, plan: Record, stem: str, posts: Goalposts) -> Piece:
    from planctl.reports.figures.choice import draw_plan, draw_theme

    name = _document_of(basis.plans, plan)
    if name == "temaplan":
        theme = theme_document(basis, plan)
        theme = replace(theme, goalposts=moved_limits(posts, basis.scope, theme))
        return _piece(basis, name, stem, theme, partial(draw_theme, basis, theme, stem), written_in(plan))
    document = plan_document(basis, plan)
    document = replace(document, goalposts=moved_limits(posts, basis.scope, document))
    return _piece(basis, name, stem, document, partial(draw_plan, basis, plan, document, stem), written_in(plan))


def _looking_back(world: World, basis: Basis, unit: Record, view: UnitDocument) -> UnitDocument:
    """Add to a unit's standing the deadlines that have been postponed."""
    if view.status is None:
        return view
    moved = postponements(world, basis.scope.period, unit, basis.scope)
    return replace(view, status=replace(view.status, postponed=moved))


def _piece(
    basis: Basis, name: str, stem: str, view: Any, draw: Callable[[Language], Figures], written: str | None = None
) -> Piece:
    return Piece(stem, _template(name), view, basis.day, draw, written)


def _template(name: str) -> str:
    return f"dokumenter/{name}.md.j2"
