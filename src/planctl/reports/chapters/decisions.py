"""The annual report's chapter on the year's decisions on plans."""

from __future__ import annotations

from datetime import date

from planctl.i18n import T
from planctl.model.chapter import Cell, Chapter, Column, Table
from planctl.model.time_words import time_words
from planctl.reports.chapters.columns import in_workbook, invented, on_page
from planctl.reports.rendering.spoken import Day
from planctl.reports.views.tertial import Decision, TertialReport


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where nothing was decided in the year, and in a report that is not of a year."""
    if report.annual is None or not report.annual.decisions:
        return None
    return Chapter(
        T("Decisions on plans"),
        tables=(Table(_COLUMNS, tuple(map(_row, report.annual.decisions))),),
        name="planvedtak",
        template="tertial/planvedtak.md.j2",
    )


_COLUMNS = (
    *on_page(Column(T("Date"))),
    *in_workbook(Column(T("Date"), "date")),
    Column(T("{Plan}"), width=50),
    Column(T("Body"), width=26),
    Column(T("Case"), width=12),
    Column(T("Concerns"), width=40),
    *in_workbook(Column(T("Illustrative"), width=12)),
)


def _row(item: Decision) -> tuple[Cell, ...]:
    day = invented(Day(item.day), item)
    told = (item.title, item.body or None, item.case or None, item.about or None)
    exact = item.day if isinstance(item.day, date) else time_words(item.day)
    return (day, exact, *told, T("yes") if item.illustrative else T("no"))
