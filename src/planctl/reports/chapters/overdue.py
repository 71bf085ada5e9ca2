"""The chapter on what is past its deadline, the oldest first, and the postponed deadlines below it."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Cell, Chapter, Column, Table
from planctl.reports.chapters.columns import kind_name, name_and_kind, on_page
from planctl.reports.chapters.postponed import postponed_chapter
from planctl.reports.chapters.work import KIND, WORK, work_cells
from planctl.reports.rendering.spoken import Day, Joined, Noted
from planctl.reports.views.status_counts import Work
from planctl.reports.views.tertial import TertialReport


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where there is no work to follow up."""
    if not report.follows_work:
        return None
    none = T("No deadline had run out on {day}.", day=report.period.end)
    return Chapter(
        T("Past the deadline"),
        tables=(Table(_COLUMNS, tuple(map(_row, report.overdue))),) if report.overdue else (),
        notes=() if report.overdue else (none,),
        parts=() if report.postponed is None else (postponed_chapter(report.postponed),),
        name="frister",
        template="tertial/avvik.md.j2",
    )


_COLUMNS = (
    *on_page(
        Column(T("Deadline")),
        Column(T("Days late"), "number"),
        Column(T("{Tiltak} or {oppdrag}")),
        Column(T("{Enhet}")),
        Column(T("Status"), "status"),
    ),
    KIND,
    *WORK,
)


def _row(item: Work) -> tuple[Cell, ...]:
    moved = Noted(Day(item.deadline), T("was {date}", date=Day(item.planned)))
    return (
        item.deadline if item.planned == item.deadline else moved,
        item.days_late or Joined((T("the last day"),)),
        name_and_kind(item),
        item.unit,
        item.status,
        kind_name(item.kind),
        *work_cells(item),
    )
