"""The chapter on how goals are attained: each satsingsområde with its mål, its indicators and what the units say."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.judgement.course import SHOWN
from planctl.domain.judgement.verdict import Verdict
from planctl.i18n import T, Term, Text
from planctl.model.chapter import Cell, Chapter, Column, Drawn, Items, Table, Words
from planctl.reports.chapters.columns import in_workbook, label, on_page
from planctl.reports.chapters.limits import limits_chapter
from planctl.reports.chapters.measured import by_unit_table, indicators_table
from planctl.reports.chapters.summary import judged_counts
from planctl.reports.chapters.work import parts_told
from planctl.reports.rendering.spoken import Capital, Count, Emphasis, Joined, Noted
from planctl.reports.views.goals import FocusArea, Goal, Remark
from planctl.reports.views.tertial import TertialReport
from planctl.status_labels import status_text


def chapter(report: TertialReport) -> Chapter:
    """Make the chapter."""
    measured = report.indicators or report.unit_indicators
    limits = () if report.goalposts is None else (limits_chapter(report.goalposts),)
    return Chapter(
        T("Goal attainment"),
        tables=(*_overview(report), _in_workbook(report)) if report.goals_judged else (),
        figures=("coverage", "fn_goals"),
        notes=(T("Bands: ● desired result, ▲ accepted result, ■ not approved."),) if measured else (),
        parts=(*(_area(area, report) for area in report.focus_areas), *_rest(report), *limits),
        name="måloppnåelse",
        template="tertial/måloppnåelse.md.j2",
    )


def _name(area: FocusArea) -> str | Text:
    return label(area) if area.title else T("{Mål_pl} outside the {satsingsområde_pl}")


def _overview(report: TertialReport) -> Iterator[Table]:
    """Count the delmål of each satsingsområde by their computed judgement: on a page, and in a workbook."""
    columns = (
        Column(T("{Satsingsområde}"), width=44),
        Column(T("Computed"), "status", 20),
        Column(T("{Delmål_pl}"), "number", 12),
        *(Column(status_text(course.goal_word), "number", 14) for course in SHOWN),
    )
    rows = tuple(
        (_name(area), area.computed.goal_word if area.computed else None, sum(area.courses), *area.courses)
        for area in report.focus_areas
    )
    counts = (sum(report.courses), *report.courses)
    bold = tuple(Emphasis(item, strong=True) for item in (T("Sum"), *counts))
    yield Table(on_page(*columns), (*rows, (bold[0], Joined(()), *bold[1:])))
    yield Table(in_workbook(*columns), rows, T("{Satsingsområde_pl}"), (T("Sum"), None, *counts))


def _area(area: FocusArea, report: TertialReport) -> Chapter:
    """Tell of a satsingsområde; where there is no work to follow up, only what is computed of its mål."""
    works = report.follows_work
    table = Table(_GOALS, tuple(map(_goal, area.goals))) if works else Table(_ALONE, tuple(map(_alone, area.goals)))
    notes: list[Words | Items] = []
    if works and not area.indicators:
        notes.append(T("No {indikator_pl} measure these {delmål_pl}."))
    if area.remarks:
        notes.append(Items(tuple(map(_remark, area.remarks))))
    return Chapter(
        T("{name}", name=_name(area)),
        (_told(area),) if works else (),
        (
            *((table,) if area.goals else ()),
            *((indicators_table(area.indicators, with_goal=True),) if area.indicators else ()),
        ),
        figures=tuple(map(Drawn, area.indicators)),
        notes=tuple(notes),
    )


def _told(area: FocusArea) -> Words:
    work = T(
        "{goals}. {Tiltak_pl}: {work}. {Oppdrag_pl}: {assignments}.",
        goals=Count(sum(goal.leaf for goal in area.goals), "delmål"),
        work=parts_told(area.tiltak), assignments=parts_told(area.oppdrag),
    )  # fmt: skip
    results = T(
        "{Indikator_pl}: {wanted} desired, {accepted} accepted, {rejected} not approved, {rest} not judged, "
        "{never} never measured.",
        **judged_counts(area.indicators),
    )
    return Joined((work, results) if area.indicators else (work,), by=" ")


_ALONE = on_page(Column(T("{Delmål}")), Column(T("Computed")))
_GOALS = on_page(
    Column(T("{Delmål}")),
    Column(T("The units' judgement")),
    Column(T("Computed")),
    Column(T("{Tiltak_pl}, reported")),
    Column(T("{Oppdrag_pl}, reported")),
)


def _goal(goal: Goal) -> tuple[Cell, ...]:
    return (
        _title(goal),
        _judged_by_units(goal),
        judged_told(goal.computed),
        parts_told(goal.tiltak),
        parts_told(goal.oppdrag),
    )


def _alone(goal: Goal) -> tuple[Cell, ...]:
    return (_title(goal), judged_told(goal.computed))


def _title(goal: Goal) -> Cell:
    return label(goal) if goal.leaf else Joined((Capital(Term(goal.kind)), label(goal)), by=": ")


def _judged_by_units(goal: Goal) -> Words | None:
    told = tuple(Joined((count, status_text(verdict)), by=" ") for verdict, count in goal.verdicts)
    return Joined(told, by=", ") if told else None


def judged_told(verdict: Verdict | None) -> Words | None:
    """Tell a computed judgement of a mål with its reason; in bold where the units say the opposite of it."""
    if verdict is None:
        return None
    word = Capital(status_text(verdict.goal_word))
    shown = Emphasis(word, strong=True) if verdict.contradicts or verdict.understates else word
    return Joined((shown, verdict.reason) if verdict.reason else (shown,), by=": ")


def _remark(remark: Remark) -> Words:
    said = Noted(Joined((remark.goal, remark.unit), by=", "), status_text(remark.verdict))
    return Joined((said, remark.comment), by=": ")


def _in_workbook(report: TertialReport) -> Table:
    """List every mål for a workbook."""
    columns = in_workbook(
        Column(T("{Satsingsområde}"), width=30),
        Column(T("No."), width=9),
        Column(T("{Delmål}"), width=44),
        Column(T("The units' judgement"), width=24),
        Column(T("Computed"), "status", 20),
        Column(T("Why"), width=44),
        Column(T("{Tiltak_pl} with a status"), "number", 14),
        Column(T("{Tiltak_pl}"), "number", 12),
        Column(T("{Oppdrag_pl} with a status"), "number", 14),
        Column(T("{Oppdrag_pl}"), "number", 12),
    )
    rows = ((_name(area), *_cells(goal)) for area in report.focus_areas for goal in area.goals)
    return Table(columns, tuple(rows), T("{Delmål_pl}"))


def _cells(goal: Goal) -> tuple[Cell, ...]:
    computed = goal.computed
    return (
        goal.number,
        goal.title,
        _judged_by_units(goal),
        computed.goal_word if computed is not None else None,
        computed.reason if computed is not None else None,
        goal.tiltak.reported,
        goal.tiltak.total,
        goal.oppdrag.reported,
        goal.oppdrag.total,
    )


def _rest(report: TertialReport) -> Iterator[Chapter]:
    """Tell of the indicators that stand outside the satsingsområder, and of those that are measured unit by unit."""
    if report.other_indicators:
        table = indicators_table(report.other_indicators, with_goal=False)
        yield Chapter(T("Other {indikator_pl}"), tables=(table,))
    if report.unit_indicators:
        title = T("{Indikator_pl} measured unit by unit")
        yield Chapter(title, tables=(by_unit_table(report.unit_indicators),))
