"""The chapter on what was not reported: units, tiltak and indicators; in a workbook one table of all."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Items, Table
from planctl.reports.chapters.columns import (
    AREA,
    NAME,
    UNIT,
    in_workbook,
    label,
    named,
    on_page,
    point,
)
from planctl.reports.chapters.work import deadlines_told
from planctl.reports.rendering.phrases import area_name
from planctl.reports.rendering.spoken import Joined, Noted, PeriodName
from planctl.reports.views.status_counts import Work
from planctl.reports.views.tertial import Missing, TertialReport
from planctl.status_labels import status_text


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where there is no work to follow up."""
    if not report.follows_work:
        return None
    return Chapter(
        T("Not reported"),
        tables=(Table(_ALL, tuple(_every(report.missing))),),
        figures=("reported",),
        parts=tuple(_parts(report)),
        name="ikke-rapportert",
        template="tertial/ikke-rapportert.md.j2",
    )


def _parts(report: TertialReport) -> Iterator[Chapter]:
    """Make the parts; where no unit owes a report, nothing is said of those that are not there."""
    missing = report.missing
    if missing.expected:
        yield _units(report)
    if missing.expected or missing.reports:
        yield _late(report)
    if missing.expected or report.tiltak.total.total:
        yield _tiltak(missing)
    yield from _indicators(report)


def _units(report: TertialReport) -> Chapter:
    missing = report.missing
    areas = (Column(T("{Tjenesteområde}")),) if report.has_areas else ()
    columns = on_page(
        Column(T("{Enhet}")), *areas, Column(T("Leader")), Column(T("{Tiltak_pl} without a status"), "number")
    )
    rows = [
        (
            Noted(unit.name, T("closed {date}", date=unit.closed)) if unit.closed else unit.name,
            *((Joined((area_name(unit.area),)),) if report.has_areas else ()),
            unit.leader,
            unit.work,
        )
        for unit in missing.units
    ]
    notes = () if rows else (T("Every unit with a {virksomhetsplan} has delivered its report."),)
    if missing.unplanned:
        unplanned = T(
            "Without a {virksomhetsplan} for {year}, and not counted here: {units}.",
            year=str(report.year), units=missing.unplanned,
        )  # fmt: skip
        notes = (*notes, unplanned)
    return Chapter(T("Units without a report"), tables=(Table(columns, tuple(rows)),) if rows else (), notes=notes)


def _late(report: TertialReport) -> Chapter:
    missing, title = report.missing, T("Delivered late")
    if not missing.late:
        return Chapter(title, (_nothing_late(missing),))
    points = []
    for unit in missing.late:
        when = T("delivered {date}", date=unit.delivered) if unit.delivered else T("the date of delivery is missing")
        name = Joined((unit.name, area_name(unit.area)) if report.has_areas else (unit.name,), by=", ")
        points.append(Joined((name, when), by=": "))
    return Chapter(
        title, (T("Delivered after {due}, or without a date.", due=missing.due),), notes=(Items(tuple(points)),)
    )


def _nothing_late(missing: Missing) -> Text:
    if not missing.reports:
        return T("No report has been delivered.")
    return T("Every report that was delivered came by {due}.", due=missing.due)


def _tiltak(missing: Missing) -> Chapter:
    owed = missing.expected and not missing.beside
    title = T("{Tiltak_pl} that are missing from a delivered report") if owed else T("{Tiltak_pl} without a status")
    if missing.tiltak:
        return Chapter(title, tables=(Table(_TILTAK, tuple(map(_silent, missing.tiltak))),))
    if not owed:
        return Chapter(title, (T("None: every {tiltak} has a status."),))
    if not missing.reports:
        return Chapter(title, (T("No report has been delivered."),))
    return Chapter(title, (T("None: the delivered reports cover every {tiltak}."),))


_TILTAK = on_page(Column(T("{Tiltak}")), Column(T("{Enhet}")), Column(T("Deadline")), Column(T("Last status")))


def _silent(item: Work) -> tuple[Cell, ...]:
    before = Noted(status_text(item.before[0]), PeriodName(item.before[1])) if item.before else None
    return (label(item), item.unit, deadlines_told(item), before)


def _indicators(report: TertialReport) -> Iterator[Chapter]:
    """List what is out of date or was never measured; nothing where there are no indicators."""
    every = [*report.indicators, *(item for group in report.unit_indicators for item in group.series)]
    if not every:
        return
    missing = report.missing
    title = T("{Indikator_pl} without a fresh value")
    points = [Joined((named(item), T("never measured")), by=": ") for item in missing.never]
    for item in missing.stale:
        last = None if item.last_value is None else point(item.last_value, item)
        points.append(Joined((named(item), T("out of date, last {value}", value=last)), by=": "))
    if points:
        yield Chapter(title, notes=(Items(tuple(points)),))
    elif any(item.never for item in every):
        yield Chapter(title, (T("None of those that should have been measured."),))
    else:
        yield Chapter(title, (T("None: every {indikator} has a fresh value."),))


_ALL = in_workbook(
    Column(T("What is missing"), width=28),
    UNIT,
    AREA,
    Column(T("Leader"), width=26),
    Column(T("{Tiltak_pl} without a status"), "number", 14),
    Column(T("Delivered"), "date", 13),
    NAME,
)


def _every(missing: Missing) -> Iterator[tuple[Cell, ...]]:
    for what, units in ((T("Without a report"), missing.units), (T("Delivered late"), missing.late)):
        for unit in units:
            yield what, unit.name, area_name(unit.area), unit.leader, unit.work, unit.delivered, None
    for name in missing.unplanned if missing.expected else ():
        yield T("Without a {virksomhetsplan}"), name, *(None,) * 5
    for item in missing.tiltak:
        yield T("{Tiltak} without a status"), item.unit, area_name(item.area), None, None, None, item.title
    for what, indicators in (
        (T("{Indikator} never measured"), missing.never),
        (T("{Indikator} out of date"), missing.stale),
    ):
        for indicator in indicators:
            yield what, indicator.unit, *(None,) * 4, indicator.title
