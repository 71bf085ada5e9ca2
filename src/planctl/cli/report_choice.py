"""Which report a command line asks for, and its view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planctl.cli.report_pieces import Piece, Wanted
from planctl.cli.session import ExitError, Session
from planctl.i18n import Language, T, Text
from planctl.model.period import Period, month_period, parse_period
from planctl.model.period import tertial as tertial_period
from planctl.model.record import Record
from planctl.world import World

if TYPE_CHECKING:
    from planctl.load.files.tree import Tree
    from planctl.reports.figures.collection import Figures

TERTIAL, MONTH, ANNUAL = "tertialrapport.md.j2", "månedsrapport.md.j2", "årsrapport.md.j2"


def tree_at(session: Session, at: str | None) -> Tree:
    """Give the repository's files as they are, or as they stood at a git revision."""
    root = session.root_of(Path())
    if at is None:
        from planctl.load.files.tree import WorkTree

        return WorkTree(root)
    from planctl.cli.revisions import revision

    return revision(root, at).tree


def opened(session: Session, tree: Tree) -> World:
    """Open the plans of a tree, with the history that leads up to it."""
    from planctl.cli.revisions import End, history_of
    from planctl.load.files.revision import RevisionTree

    if isinstance(tree, RevisionTree):
        past = history_of(tree.root, End(tree, tree.commit, tree.commit), session.book)
        return session.open_tree(tree, past, later=None if session.intern else session.open())
    return session.open()


def pieces(world: World, wanted: Wanted) -> Sequence[Piece]:
    """Build what is asked for; end the command where it cannot be."""
    chosen = [wanted.tertial is not None, wanted.month is not None, wanted.annual, wanted.document is not None]
    if sum(chosen) != 1:
        raise ExitError(T("Choose one of --tertial, --month, --annual and --document."))
    if wanted.plan is not None and wanted.document is None:
        raise ExitError(T("--plan chooses the plan of a --document, and goes with no other report."))
    unit = unit_named(world, wanted.unit)
    if wanted.tertial is not None:
        return [_tertial(world, wanted, unit)]
    if wanted.month is not None:
        return [_month(world, wanted, unit)]
    if wanted.annual:
        return [_annual(world, wanted, unit)]
    from planctl.cli.report_documents import documents

    return documents(world, wanted, unit)


def unit_named(world: World, name: str | None) -> Record | None:
    """Return the unit with an id; None without one."""
    if name is None:
        return None
    from planctl.cli.lookup import find

    found = find(world.plans, name)
    if not world.plans.is_a(found, "enhet"):
        raise ExitError(T("«{id}» is no unit: it is a record of kind {kind}", id=found.name, kind=found.kind))
    return found


def _tertial(world: World, wanted: Wanted, unit: Record | None) -> Piece:
    from planctl.reports.tertial import build_tertial, latest_year

    number = wanted.tertial or 0
    if number == 3:
        raise ExitError(
            T(
                "There is no third tertial report: the year's end is reported in the annual report (årsrapport). "
                "Use --tertial 1 or 2, or --annual."
            )
        )
    if number not in (1, 2):
        raise ExitError(T("--tertial must be 1 or 2, not {number}.", number=str(number)))
    year = latest_year(number, world.today) if wanted.year is None else wanted.year
    name = T("tertial {number}, {year}", number=str(number), year=str(year))
    _begun(world, tertial_period(year, number), name)
    view = build_tertial(world, year, number, unit)
    if view is None:
        raise ExitError(_nothing(name))
    return _period_piece(world, f"tertialrapport-{year}-T{number}{_tail(unit)}", TERTIAL, view, unit)


def _month(world: World, wanted: Wanted, unit: Record | None) -> Piece:
    from planctl.reports.month import build_month, latest_month

    number = wanted.month or 0
    if not 1 <= number <= 12:
        raise ExitError(T("--month must be a number from 1 to 12, not {number}.", number=str(number)))
    year = latest_month(number, world.today) if wanted.year is None else wanted.year
    name = T("month {number}, {year}", number=str(number), year=str(year))
    _begun(world, month_period(year, number), name)
    view = build_month(world, year, number, unit)
    if view is None:
        raise ExitError(
            T("There is nothing to report for {period}: no file of type «økonomi» has figures for it.", period=name)
        )
    return _period_piece(world, f"månedsrapport-{year}-{number:02}{_tail(unit)}", MONTH, view, unit)


def _annual(world: World, wanted: Wanted, unit: Record | None) -> Piece:
    from planctl.reports.tertial import build_annual

    year = world.today.year - 1 if wanted.year is None else wanted.year
    period = parse_period(year)
    if period is not None:
        _begun(world, period, T("the year {year}", year=str(year)))
    view = build_annual(world, year, unit)
    if view is None:
        raise ExitError(_nothing(T("the year {year}", year=str(year))))
    return _period_piece(world, f"årsrapport-{year}{_tail(unit)}", ANNUAL, view, unit)


def _period_piece(world: World, stem: str, template: str, view: Any, unit: Record | None) -> Piece:
    """Make the piece of a period's report: with postponed deadlines, moved limits, and the disciplines' chapters."""
    from planctl.domain.judgement.goalposts import Goalposts
    from planctl.reports.chapters.collected import with_chapters
    from planctl.reports.goalposts import moved_limits
    from planctl.reports.postponed import postponements
    from planctl.reports.scope import Scope

    scope = Scope(world, view.period, unit=unit)
    moved = moved_limits(Goalposts(world), scope, view)
    unfinished = world.today if view.period.end >= world.today else None
    view = replace(view, postponed=postponements(world, view.period, unit), goalposts=moved, unfinished=unfinished)
    if template != MONTH:
        view = with_chapters(view, world, scope)

    def draw(lang: Language) -> Figures:
        from planctl.reports.figures.choice import draw_month, draw_tertial

        drawn = draw_month if template == MONTH else draw_tertial
        return drawn(world, view, unit, stem, lang)

    return Piece(stem, template, view, view.period.end, draw)


def _begun(world: World, period: Period, name: Text) -> None:
    if period.start > world.today:
        message = T("There is nothing to report yet: {period} begins after {today}.", period=name, today=world.today)
        raise ExitError(message)


def _nothing(name: Text) -> Text:
    return T(
        "There is nothing to report for {period}: no {handlingsprogram} with {oppdrag_pl} "
        "and no {virksomhetsplan_pl} with {tiltak_pl} were in force.",
        period=name,
    )


def _tail(unit: Record | None) -> str:
    return f"-{unit.name}" if unit is not None else ""
