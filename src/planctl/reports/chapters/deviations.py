"""The chapter on tiltak and oppdrag that deviate, and on what is computed otherwise than it is reported."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from planctl.i18n import T
from planctl.model.chapter import Cell, Chapter, Column, Table
from planctl.reports.chapters.columns import kind_name, name_and_kind, on_page
from planctl.reports.chapters.work import KIND, WORK, deadlines_told, status_told, work_cells
from planctl.reports.rendering.phrases import area_name
from planctl.reports.rendering.spoken import Capital, Emphasis, Joined
from planctl.reports.views.status_counts import Work
from planctl.reports.views.tertial import TertialReport


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where there is no work to follow up."""
    if not report.follows_work:
        return None
    none = T("No deviations are reported, and no deadline has run out.")
    rows = tuple((kind_name(item.kind), *work_cells(item)) for item in report.deviations)
    return Chapter(
        T("Deviations"),
        tables=(*_by_area(report), Table((KIND, *WORK), rows)),
        notes=() if report.deviations else (none,),
        parts=tuple(_differing(report)),
        name="avvik",
        template="tertial/avvik.md.j2",
    )


def _by_area(report: TertialReport) -> Iterator[Table]:
    new = report.changes.new_ids if report.changes else ()
    for area, items in groupby(report.deviations, key=lambda item: item.area):
        yield Table(
            _COLUMNS,
            tuple(_row(item, new) for item in items),
            T("{name}", name=area_name(area)) if report.has_areas else None,
        )


_COLUMNS = on_page(
    Column(T("{Tiltak} or {oppdrag}")),
    Column(T("{Enhet}")),
    Column(T("Status")),
    Column(T("Cause")),
    Column(T("What is done")),
    Column(T("Deadline")),
)


def _row(item: Work, new: Collection[str]) -> tuple[Cell, ...]:
    name = name_and_kind(item)
    return (
        Joined((name, Emphasis(T("new"))), by=", ") if item.id in new else name,
        item.unit,
        status_told(item),
        _cause(item),
        item.corrective or Emphasis(T("not stated")),
        deadlines_told(item),
    )


def _cause(item: Work) -> Cell:
    """Tell the cause, and after it what else was said."""
    if item.cause is None:
        unsaid = Emphasis(T("cause not stated"))
        return Joined((unsaid, item.comment) if item.comment else (unsaid,), by=": ")
    if item.comment is None:
        return item.cause
    return Joined((item.cause, Emphasis(Joined((T("Comment"), ":"))), item.comment), by=" ")


def _differing(report: TertialReport) -> Iterator[Chapter]:
    if report.differing:
        text = T(
            "Here the computed status differs from the reported one. The figures show what is worth asking about; the "
            "unit knows why."
        )
        yield Chapter(T("Reported and computed"), (text,), (Table(_DIFFERING, tuple(map(_differs, report.differing))),))


_DIFFERING = on_page(
    Column(T("{Tiltak} or {oppdrag}")),
    Column(T("{Enhet}")),
    Column(T("Reported"), "status"),
    Column(T("Computed"), "status"),
    Column(T("Why")),
)


def _differs(item: Work) -> tuple[Cell, ...]:
    computed = item.computed
    word, reason = (computed.word, Capital(computed.reason)) if computed is not None else (None, None)
    return (name_and_kind(item), item.unit, item.status, word, reason)
