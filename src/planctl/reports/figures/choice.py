"""Which figures each report and document has; drawn from the same plans as its view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from planctl.i18n import Language
from planctl.model.chapter import Chapter
from planctl.model.period import tertial
from planctl.model.picture import Picture
from planctl.model.record import Record
from planctl.reports.documents import Basis
from planctl.reports.documents.plan import own_plans
from planctl.reports.figures import (
    Figure,
    budget_bars,
    coverage_map,
    fn_goals,
    indicator_chart,
    reported_share,
    sparkline,
    status_bars,
)
from planctl.reports.figures.collection import CHART, MOST_CHARTS, PICTURE, SPARKLINE, Figures, figure_name
from planctl.reports.figures.pictures import picture_figure
from planctl.reports.figures.sources import all_series, coverage, fn_uses
from planctl.reports.figures.views import Series
from planctl.reports.scope import Scope
from planctl.reports.views.documents import Chart, PlanDocument, ThemeDocument, UnitDocument
from planctl.reports.views.goals import Indicator
from planctl.reports.views.money import AreaMoney, Economy, Money
from planctl.reports.views.month import MonthReport
from planctl.reports.views.status_counts import Tallies
from planctl.reports.views.tertial import TertialReport
from planctl.world import World

_WORST = ("ikke_godkjent",)


class _Pen:
    """Draws the figures of one report, in its language and under its name."""

    def __init__(self, stem: str, lang: Language) -> None:
        self._stem = stem
        self._lang = lang

    def status(self, report: TertialReport | None) -> Figures:
        """Draw the statuses of tiltak and oppdrag, and how much is reported; nothing without a report."""
        if report is None:
            return Figures()
        lang, whole = self._lang, report.unit or ("" if report.has_areas else report.municipality)
        tiltak, oppdrag = _named(report.tiltak, whole), _named(report.oppdrag, whole)
        if not tiltak.total.total:
            drawn = Figures()
        else:
            drawn = Figures(
                status_tiltak=status_bars(tiltak, lang, "tiltak", self._name("status-tiltak")),
                reported=reported_share(tiltak, lang, "tiltak", self._name("meldt-tiltak")),
            )
        if not oppdrag.total.total:
            return drawn
        return replace(drawn, status_oppdrag=status_bars(oppdrag, lang, "oppdrag", self._name("status-oppdrag")))

    def budget(self, economy: Economy, *, closed: bool = False) -> Figure | None:
        """Draw budget against forecast, or of a year that is closed, against its accounts."""
        if economy.total.revised is None or economy.total.forecast is None:
            return None
        return budget_bars(economy, self._lang, self._name("økonomi"), closed=closed)

    def coverage(self, scope: Scope, plans: Iterable[Record]) -> Figure | None:
        """Draw which tjenesteområder work for which satsingsområder of some plans."""
        found = coverage(scope, plans)
        return None if found.is_empty else coverage_map(found, self._lang, self._name("dekning"))

    def fn_goals(self, scope: Scope, plans: Iterable[Record]) -> Figure | None:
        """Draw what builds on FN's goals in some plans."""
        found = fn_uses(scope, plans)
        return fn_goals(found, self._lang, self._name("fn-mål")) if any(row.goals for row in found.rows) else None

    def indicators(
        self,
        scope: Scope,
        items: Iterable[Indicator],
        groups: Iterable[Iterable[Indicator]] = (),
        verdicts: Sequence[str] = _WORST,
    ) -> Figures:
        """Draw a sparkline of every item that was measured, and for each group one chart: of the first verdict."""
        known = {series.item: series for series in all_series(scope)}
        wanted = [known[item] for item in dict.fromkeys(items) if item in known and not item.never]
        return Figures(
            indicators={
                series.item: indicator_chart(series, self._lang, self._name(CHART, number))
                for number, series in enumerate(_charted(known, groups, verdicts), 1)
            },
            sparklines={
                series.item: sparkline(series, self._lang, self._name(SPARKLINE, number))
                for number, series in enumerate(wanted, 1)
            },
        )

    def pictures(self, chapters: Iterable[Chapter]) -> dict[str, Figure]:
        """Draw the pictures of chapters and of their parts, by name."""
        wanted = enumerate(_pictures(chapters), 1)
        found = ((one.name, picture_figure(one, self._lang, self._name(PICTURE, number))) for number, one in wanted)
        return {name: figure for name, figure in found if figure is not None}

    def _name(self, kind: str, number: int | None = None) -> str:
        return figure_name(self._stem, kind, number)


def _pictures(chapters: Iterable[Chapter]) -> Iterator[Picture]:
    for chapter in chapters:
        yield from chapter.pictures
        yield from _pictures(chapter.parts)


def _named(tallies: Tallies, name: str) -> Tallies:
    """Name a single row by its unit, which is but a part of the tjenesteområde, or by a municipality without any."""
    if not name or len(tallies.rows) != 1:
        return tallies
    return replace(tallies, rows=(replace(tallies.rows[0], name=name),))


def _economy(report: TertialReport | MonthReport) -> Economy:
    """Give a report's økonomi; in a municipality without tjenesteområder the single row is the municipality's."""
    if report.has_areas or len(report.economy.areas) != 1 or not report.municipality:
        return report.economy
    return replace(report.economy, areas=(replace(report.economy.areas[0], name=report.municipality),))


def _charted(
    known: Mapping[Indicator, Series], groups: Iterable[Iterable[Indicator]], verdicts: Sequence[str]
) -> list[Series]:
    """Choose one of each group: an indicator with the first verdict that is there, and then with most values."""
    chosen: list[Series] = []
    for group in groups:
        found = [known[item] for item in group if item.verdict in verdicts and item in known]
        fresh = [series for series in found if series not in chosen]
        fresh.sort(key=lambda series: (verdicts.index(str(series.item.verdict)), -len(series.points)))
        chosen += fresh[:1]
    return chosen[:MOST_CHARTS]


def draw_tertial(world: World, report: TertialReport, unit: Record | None, stem: str, lang: Language) -> Figures:
    """Draw the figures of a tertial or annual report.

    A report of one unit has none of the coverage and of FN's goals: these are of the whole municipality.
    """
    closed = report.annual is not None
    scope = Scope(world, report.period, tertial(report.year, 3).start if closed else None, unit)
    pen = _Pen(stem, lang)
    items = pen.indicators(scope, report.indicators, (area.indicators for area in report.focus_areas))
    whole = unit is None
    return replace(
        pen.status(report),
        coverage=pen.coverage(scope, scope.goal_plans) if whole else None,
        fn_goals=pen.fn_goals(scope, scope.goal_plans) if whole else None,
        budget=pen.budget(_economy(report), closed=closed) if report.economy.total.complete else None,
        indicators=items.indicators,
        sparklines=items.sparklines,
        pictures=pen.pictures(report.chapters or ()),
    )


def draw_month(world: World, report: MonthReport, unit: Record | None, stem: str, lang: Language) -> Figures:
    """Draw the figures of a month's report: the year's budget and forecast, and its indicators."""
    pen = _Pen(stem, lang)
    series = (item for group in report.unit_indicators for item in group.series)
    items = pen.indicators(Scope(world, report.period, unit=unit), (*report.indicators, *series))
    return replace(items, budget=pen.budget(_economy(report)) if report.economy.total.complete else None)


def draw_unit(basis: Basis, unit: Record, view: UnitDocument, stem: str, lang: Language) -> Figures:
    """Draw the figures of one unit's documents."""
    pen = _Pen(stem, lang)
    items = pen.indicators(basis.of_unit(unit), view.indicators)
    budget = pen.budget(_of_one(view.unit, view.money))
    pictures = pen.pictures(view.chapters or ())
    return replace(pen.status(view.status), budget=budget, sparklines=items.sparklines, pictures=pictures)


def _of_one(name: str, money: Money) -> Economy:
    """Make the økonomi of one unit."""
    return Economy((AreaMoney(name, money, ()),), money, 1, 1, ())


def draw_plan(basis: Basis, plan: Record, view: PlanDocument, stem: str, lang: Language) -> Figures:
    """Draw the figures of a kommuneplan or handlingsprogram."""
    pen = _Pen(stem, lang)
    plans = own_plans(basis, plan)
    items = pen.indicators(basis.scope, (row.indicator for row in view.indicators))
    return Figures(
        coverage=pen.coverage(basis.scope, plans),
        fn_goals=pen.fn_goals(basis.scope, plans),
        sparklines=items.sparklines,
    )


def draw_chapters(chapters: Iterable[Chapter], stem: str, lang: Language) -> Figures:
    """Draw the pictures of a document that is made of chapters alone."""
    return Figures(pictures=_Pen(stem, lang).pictures(chapters))


def draw_theme(basis: Basis, view: ThemeDocument, stem: str, lang: Language) -> Figures:
    """Draw the figures of a temaplan: how its indicators have gone."""
    items = _Pen(stem, lang).indicators(basis.scope, (row.indicator for row in view.indicators))
    return Figures(sparklines=items.sparklines)


def draw_scorecard(basis: Basis, unit: Record | None, view: Chart, stem: str, lang: Language) -> Figures:
    """Draw the figures of a målekart: its indicators, and the worst of each fokusområde in full width."""
    groups = [[row.indicator for row in rows] for _, rows in view.areas]
    items = (item for group in groups for item in group)
    return _Pen(stem, lang).indicators(basis.of_unit(unit), items, groups, (*_WORST, "akseptert", "ønsket"))
