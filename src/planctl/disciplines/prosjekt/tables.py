"""The tables of a report on projects: how each goes, and what is to be decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planctl.disciplines.details import with_details
from planctl.disciplines.prosjekt.labels import light_text, lights_text, phase_text
from planctl.disciplines.prosjekt.projects import LIGHTS, STEERING, Decision, Project, told
from planctl.disciplines.records import marked, titled, unit_of
from planctl.disciplines.register import heading, thousands, value_text
from planctl.domain.matters import matters_of
from planctl.domain.organisation import OWNERS
from planctl.i18n import T, Text
from planctl.load.schema.field_titles import schema_at
from planctl.model.chapter import Cell, Column, Table
from planctl.model.period import Period, deadline, parse_date
from planctl.world import World

_AMOUNTS = ("vedtatt_ramme", "justert_ramme", STEERING, "p50", "p85")
_TOLD = frozenset({
    *OWNERS, "eier", "fase", "overført", "overført.til", "overført.dato", "overført.kommentar",
    *(f"økonomi.{field}" for field in _AMOUNTS),
})  # fmt: skip
"""What stands in a table or a column of its own."""


def project_table(world: World, found: Sequence[Project], day: date, title: Text | None = None) -> tuple[Table, ...]:
    """Tell how projects go on a day, one row each; none without projects."""
    if not found:
        return ()
    columns = (
        Column(T("{Prosjekt}"), width=40),
        Column(T("Owner"), width=30),
        Column(T("Phase"), width=16),
        Column(T("Status"), width=24, where="page"),
        Column(T("Time"), width=12, where="workbook"),
        Column(T("Cost"), width=12, where="workbook"),
        Column(T("Quality"), width=12, where="workbook"),
        Column(T("Reported"), "date", where="workbook"),
        Column(thousands(T("Frame")), "amount"),
        Column(thousands(T("Spent")), "amount", where="workbook"),
        Column(thousands(T("Expected cost")), "amount"),
        Column(thousands(T("Above the frame")), "amount", where="workbook"),
        Column(T("Open {risiko_pl}"), "number", 10, where="workbook"),
        Column(T("Next decision"), "date"),
        Column(T("Comment"), width=60, where="workbook"),
    )
    table = Table(columns, tuple(_row(world, item, day) for item in found), title)
    made = with_details(world, table, [item.record for item in found], _TOLD)
    return (made.without_empty, *_comments(world, found, day))


def money_table(world: World, found: Sequence[Project], day: date, title: Text) -> tuple[Table, ...]:
    """Tell the frames of projects, what they are thought to cost at first, and what they have cost by a day."""
    told = [item for item in found if item.frame is not None or any(item.amount(name) is not None for name in _AMOUNTS)]
    if not told:
        return ()
    book, record = world.book, told[0].record
    money = schema_at(book, record, ("økonomi",))
    columns = (
        Column(T("{Prosjekt}"), width=40),
        *(Column(thousands(heading(book, money, name)), "amount") for name in _AMOUNTS),
        Column(thousands(T("Spent")), "amount"),
        Column(thousands(T("Expected cost")), "amount"),
        Column(thousands(T("Above the styringsramme")), "amount"),
    )
    rows = tuple(
        (
            marked(item.record),
            *(item.amount(name) for name in _AMOUNTS),
            item.reported_at("brukt", day),
            item.reported_at("prognose", day),
            above_steering(item, day),
        )
        for item in told
    )
    return (Table(columns, rows, title).without_empty,)


def handed_over(world: World, found: Sequence[Project], day: date, title: Text) -> tuple[Table, ...]:
    """Tell which projects the line had taken over by a day, and who did; none where it has none."""
    whole = [(item.record, row) for item in found if isinstance(row := item.record.get("overført"), dict)]
    rows = [(record, row) for record, row in whole if (parse_date(row.get("dato")) or day) <= day]
    columns = (
        Column(T("{Prosjekt}"), width=40),
        Column(T("Handed over to"), width=30),
        Column(T("Date"), "date"),
        Column(T("Comment"), width=60),
    )
    made = tuple(
        (marked(record), titled(world, row.get("til")), parse_date(row.get("dato")), told(row, "kommentar") or None)
        for record, row in rows
    )
    return (Table(columns, made, title).without_empty,) if made else ()


def _comments(world: World, found: Sequence[Project], day: date) -> tuple[Table, ...]:
    """Tell on a page, where the table has no room for it, what is said of the newest report of each project."""
    reports = [(item, report) for item in found if (report := item.report_at(day)) is not None and report.comment]
    columns = (
        Column(T("{Prosjekt}"), width=40, where="page"),
        Column(T("Status"), width=24, where="page"),
        Column(T("Comment"), width=60, where="page"),
    )
    rows = tuple((marked(item.record), lights_text(world, report.fields), report.comment) for item, report in reports)
    return (Table(columns, rows, T("Comments")),) if rows else ()


def _row(world: World, item: Project, day: date) -> tuple[Cell, ...]:
    report, following = item.report_at(day), item.next_at(day)
    return (
        marked(item.record),
        titled(world, unit_of(world, item.record)),
        phase_text(world, item, day),
        lights_text(world, report.fields) if report is not None else None,
        *(light_text(world, report.fields.get(light)) if report is not None else None for light in LIGHTS),
        report.day if report is not None else None,
        item.frame,
        item.reported_at("brukt", day),
        item.reported_at("prognose", day),
        over(item, day),
        _open_risks(world, item, day),
        following.day if following is not None else None,
        (report.comment or None) if report is not None else None,
    )


def over(item: Project, day: date) -> int | None:
    """Tell how much more a project is thought to cost than its ramme, in 1000 kr; None where it is not more."""
    forecast, frame = item.reported_at("prognose", day), item.frame
    return forecast - frame if forecast is not None and frame is not None and forecast > frame else None


def above_steering(item: Project, day: date) -> int | None:
    """Tell how much more a project is thought to cost than its styringsramme; None where it is not more."""
    forecast, frame = item.reported_at("prognose", day), item.amount(STEERING)
    return forecast - frame if forecast is not None and frame is not None and forecast > frame else None


def _open_risks(world: World, item: Project, day: date) -> int | None:
    named = world.graph.targets(item.record, "risiko")
    if not named:
        return None
    held = set(named)
    return sum(
        risk.open_at(day) and (risk.record in held or risk.record.plan in held)
        for risk in matters_of(world.plans, "risiko")
    )


def decision_table(
    world: World, found: Sequence[Project], first: date, last: date, title: Text | None = None
) -> tuple[Table, ...]:
    """Tell what is to be decided in some days, the first at the top; none when nothing is."""
    rows = sorted(_decisions(found, first, last), key=lambda pair: (pair[1].day or date.max, pair[0].record.name))
    columns = (
        Column(T("Day"), "date"),
        Column(T("{Prosjekt}"), width=40),
        Column(T("To the phase"), width=16),
        Column(T("Decided by"), width=30),
    )
    made = tuple(
        (item.day, marked(project.record), value_text(world, item.phase), titled(world, item.fields.get("organ")))
        for project, item in rows
    )
    return (Table(columns, made, title),) if made else ()


def _decisions(found: Sequence[Project], first: date, last: date) -> Iterator[tuple[Project, Decision]]:
    for project in found:
        if not project.stopped_at(first):
            yield from ((project, item) for item in project.decisions if item.day and first < item.day <= last)


def delivery_table(
    world: World, found: Sequence[Project], period: Period, title: Text | None = None
) -> tuple[Table, ...]:
    """Tell what was delivered in a period and what is still to be, the first at the top; none when nothing is."""
    day = period.end
    rows: list[tuple[date, tuple[Cell, ...]]] = []
    for project in found:
        owner = titled(world, project.record.get("prosjektleder") or unit_of(world, project.record))
        listed = project.record.get("leveranser")
        for row in listed if isinstance(listed, list) else ():
            due = deadline(row.get("frist")) if isinstance(row, dict) else None
            given = deadline(row.get("levert")) if isinstance(row, dict) else None
            if given is not None and given > day:
                given = None
            if due is not None and (given is None or given in period):
                late = (day - due).days if given is None and due < day else None
                cells = (told(row, "start") and (deadline(row.get("start")) or told(row, "start"))) or None
                said = told(row, "kommentar") or None
                rows.append((due, (told(row, "tittel"), marked(project.record), cells, due, given, late, owner, said)))
    columns = (
        Column(T("Deliverable"), width=46),
        Column(T("{Prosjekt}"), width=40),
        Column(T("Begins"), width=14, where="workbook"),
        Column(T("Deadline"), "date"),
        Column(T("Delivered"), "date"),
        Column(T("Days late"), "number", 10),
        Column(T("Responsible"), width=30),
        Column(T("Comment"), width=60, where="workbook"),
    )
    rows.sort(key=lambda pair: (pair[0], str(pair[1][0])))
    return (Table(columns, tuple(row for _, row in rows), title).without_empty,) if rows else ()
