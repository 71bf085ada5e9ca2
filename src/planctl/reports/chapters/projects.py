"""The annual report's chapter on oppdrag that are solved as projects."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Cell, Chapter, Column, Table
from planctl.reports.chapters.columns import label, on_page
from planctl.reports.chapters.work import WORK, deadlines_told, status_told, work_cells
from planctl.reports.views.status_counts import Work
from planctl.reports.views.tertial import TertialReport


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where there are no projects, and in a report that is not of a year."""
    if report.annual is None or not report.annual.projects:
        return None
    return Chapter(
        T("Projects"),
        tables=(Table(_COLUMNS, tuple(map(_row, report.annual.projects))),),
        name="prosjekter",
        template="tertial/prosjekter.md.j2",
    )


_COLUMNS = (
    *on_page(
        Column(T("Project")),
        Column(T("{Enhet}")),
        Column(T("Status")),
        Column(T("Computed"), "status"),
        Column(T("Deadline")),
    ),
    *WORK,
)


def _row(item: Work) -> tuple[Cell, ...]:
    computed = item.computed.word if item.computed is not None else None
    return (label(item), item.unit, status_told(item), computed, deadlines_told(item), *work_cells(item))
