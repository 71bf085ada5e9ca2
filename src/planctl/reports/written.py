"""Collect the words of a report: no text that a unit, a tjenesteområde or the municipality has written is dropped."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from planctl.domain.reporter import is_for_all, unit_of_report
from planctl.domain.status_reports import StatusEntry
from planctl.model.period import Period, parse_date, parse_period
from planctl.model.record import Record
from planctl.reports.scope import Scope, text
from planctl.reports.views.goals import FocusArea
from planctl.reports.views.money import Economy
from planctl.reports.views.status_counts import Work
from planctl.reports.views.written import Comment, Voice, Written

_TEXTS = ("sammendrag", "omtale")
_GAP = re.compile(r"\n\s*\n")
Told = Collection[tuple[str, str]]
"""Texts that stand elsewhere in the report, each with the id, or the unit, that it is about."""


def told_of_work(work: Iterable[Work]) -> set[tuple[str, str]]:
    """Give what the chapter on deviations tells."""
    found = ((item.id, said) for item in work if item.deviates for said in (item.cause, item.corrective, item.comment))
    return {(name, said) for name, said in found if said}


def told_of_goals(areas: Iterable[FocusArea]) -> set[tuple[str, str]]:
    """Give what the chapter on måloppnåelse tells."""
    goals = (goal for area in areas for goal in area.goals)
    return {(goal.id, remark.comment) for goal in goals for remark in goal.remarks}


def told_of_economy(economy: Economy) -> set[tuple[str, str]]:
    """Give the explanations that the chapter on økonomi tells."""
    return {(unit.name, unit.explanation) for unit in economy.units if unit.deviates and unit.explanation}


def written(scope: Scope, told: Told, *, of_month: bool = False) -> Written | None:
    """Collect what was written for a report; None where nothing was.

    Of a month only reports on that month count; of longer periods also those on parts of it. What is `told` elsewhere
    in the report is left out, and in a month's report what is said of single records.
    """
    reports = list(_reports(scope, of_month=of_month))
    whole = [report for report in reports if is_for_all(report) and _period(report).end == scope.day]
    found = Written(
        municipality=scope.plans.config.municipality,
        proposals=tuple(point for report in whole for point in _points(report)),
        introduction=tuple(part for report in whole for part in paragraphs(report.get("innledning"))),
        leader=_leader(scope),
        voices=tuple(voice for report in reports for voice in _voices(scope, report, told, of_month=of_month)),
        comments=tuple(_comments(scope, reports, told)),
        areas=tuple(area.title for area in scope.areas),
    )
    return found if found.proposals or found.introduction or found.voices or found.comments else None


def paragraphs(value: object) -> tuple[str, ...]:
    """Split a text at its empty lines, each part on one line; nothing of what is no text."""
    parts = _GAP.split(value) if isinstance(value, str) else ()
    return tuple(" ".join(part.split()) for part in parts if part.strip())


def _reports(scope: Scope, *, of_month: bool) -> Iterator[Record]:
    """Yield the reports whose words belong here: the whole's first, then unit by unit, the oldest first."""
    found = [report for report in scope.plans.of_kind("rapportering") if _belongs(scope, report, of_month=of_month)]
    order: dict[Record | None, int] = {unit: number for number, unit in enumerate(scope.plans.of_kind("enhet"))}

    def place(report: Record) -> tuple[int, date, date, str]:
        end = _period(report).end
        unit = unit_of_report(report, scope.graph)
        return order.get(unit, -1), end, parse_date(report.get("levert")) or end, report.path

    yield from sorted(found, key=place)


def _belongs(scope: Scope, report: Record, *, of_month: bool) -> bool:
    period = parse_period(report.get("periode"))
    if period is None or not scope.fresh <= period.end <= scope.day:
        return False
    if of_month and period.start < scope.period.start:
        return False
    unit = unit_of_report(report, scope.graph)
    return scope.covers(unit) if unit is not None else scope.unit is None and is_for_all(report)


def _period(report: Record) -> Period:
    found = parse_period(report.get("periode"))
    return found if found is not None else Period(date.min, date.min)


def _points(report: Record) -> Iterator[str]:
    value = report.get("forslag_til_vedtak")
    for point in value if isinstance(value, list) else ():
        if isinstance(point, str) and point.strip():
            yield point.strip()


def _leader(scope: Scope) -> str:
    """Name the role that leads the municipality on the day; empty where none is told."""
    for role in scope.plans.of_kind("rolle"):
        last, first = parse_date(role.get("til")), parse_date(role.get("fra"))
        there = (last is None or last >= scope.day) and (first is None or first <= scope.day)
        if role.get("ledernivå") == 1 and there:
            return role.title
    return ""


def _voices(scope: Scope, report: Record, told: Told, *, of_month: bool) -> Iterator[Voice]:
    unit = unit_of_report(report, scope.graph)
    area = scope.organisation.area_of(unit) if unit is not None else None
    name = unit.title if unit is not None else scope.plans.config.municipality
    money = report.get("økonomi")
    fields = {field: report.get(field) for field in _TEXTS}
    if isinstance(money, dict) and not of_month and (name, money.get("forklaring")) not in told:
        fields["forklaring"] = money.get("forklaring")
    for field, value in fields.items():
        parts = paragraphs(value)
        if parts:
            yield Voice(
                unit=name,
                area=area.title if area is not None else "",
                above=unit is None or unit is area,
                whole=unit is None,
                period=str(report.get("periode")) if _period(report).end != scope.day else None,
                field=field,
                paragraphs=parts,
            )


def _comments(scope: Scope, reports: list[Record], told: Told) -> Iterator[Comment]:
    """Yield what is said of single records, each unit's last word on each, in the order of the reports."""
    known = set(reports)
    records = dict.fromkeys(scope.status_reports.reported("tiltak", "oppdrag", "hovedmål", "delmål", "mål"))
    last: dict[tuple[Record, Record | None], StatusEntry] = {}
    for record in records:
        for entry in scope.status_reports.entries(record):
            if entry.report in known and any(_words(record, entry, told)):
                last[record, entry.unit] = entry
    place = {report: number for number, report in enumerate(reports)}
    rows = sorted(last.items(), key=lambda row: place[row[1].report])
    yield from (_comment(scope, record, entry, told) for (record, _), entry in rows)


def _words(record: Record, entry: StatusEntry, told: Told) -> tuple[str | None, ...]:
    found = (entry.comment, entry.cause, entry.corrective)
    return tuple(None if said is None or (record.name, said) in told else said for said in found)


def _comment(scope: Scope, record: Record, entry: StatusEntry, told: Told) -> Comment:
    comment, cause, corrective = _words(record, entry, told)
    area = scope.organisation.area_of(entry.unit) if entry.unit is not None else None
    return Comment(
        kind=record.kind,
        number=text(record, "nummer"),
        title=record.title,
        unit=entry.unit.title if entry.unit is not None else scope.plans.config.municipality,
        area=area.title if area is not None else "",
        whole=entry.unit is None,
        status=entry.status or entry.text("måloppnåelse"),
        progress=entry.progress,
        comment=comment,
        cause=cause,
        corrective=corrective,
    )
