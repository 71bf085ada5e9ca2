"""What tables tell of each tiltak and oppdrag: a page in words, a workbook in many columns."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from planctl.i18n import T
from planctl.model.chapter import Cell, Column
from planctl.reports.chapters.columns import AREA, NAME, UNIT, in_workbook
from planctl.reports.rendering.phrases import area_name
from planctl.reports.rendering.spoken import Capital, Day, Emphasis, Joined, Noted, PeriodName
from planctl.reports.views.status_counts import NOT_REPORTED, Tally, Work
from planctl.status_labels import counted_status, status_text


def status_told(item: Work) -> Joined:
    """Tell the status of a tiltak or oppdrag, what was said last where it has none, and that its deadline ran out."""
    word = status_text(item.status)
    ran_out = T("the deadline ran out on {date}", date=item.deadline)
    if item.contradicts:
        both = T("Reported «{status}», but the deadline ran out on {date}", status=word, date=item.deadline)
        return Joined((Emphasis(both, strong=True),))
    told: Any = Capital(word)
    if item.status == NOT_REPORTED and item.before:
        status, period = item.before
        told = Noted(told, T("last {status}, {period}", status=status_text(status), period=PeriodName(period)))
    if item.until is not None:
        told = Joined((told, T("until {date}", date=item.until)), by=" ")
    return Joined((told, ran_out) if item.overdue else (told,), by="; ")


def parts_told(tally: Tally, leaving: Container[str] = ()) -> Joined | None:
    """List the statuses that occur, some left out: `3 i rute, 1 forsinket`."""
    found = (counted_status(count, status) for status, count in tally.parts if status not in leaving)
    told = tuple(found)
    return Joined(told, by=", ") if told else None


def deadlines_told(item: Work) -> Joined:
    """Tell the deadline of a tiltak or oppdrag, and which one it was moved to."""
    if item.planned is None and item.deadline is None:
        return Joined((T("no deadline"),))
    days = (item.planned,) if item.planned == item.deadline else (item.planned, item.deadline)
    return Joined(tuple(map(Day, days)), by=" →\u00a0")


KIND = Column(T("Kind"), width=10, where="workbook")
WORK: tuple[Column, ...] = in_workbook(
    Column(T("No."), width=9),
    NAME,
    UNIT,
    AREA,
    Column(T("Status"), width=16),
    Column(T("Computed"), width=16),
    Column(T("Why"), width=34),
    Column(T("Planned deadline"), "date", 13),
    Column(T("Deadline"), "date", 13),
    Column(T("Days late"), "number", 10),
    Column(T("Cause"), width=40),
    Column(T("What is done"), width=40),
    Column(T("Comment"), width=40),
    Column(T("Last status"), width=16),
    Column(T("Last reported for"), width=12),
)


def work_cells(item: Work) -> tuple[Cell, ...]:
    """Give what a workbook tells of a tiltak or oppdrag, in the columns of WORK."""
    computed = item.computed
    return (
        item.number,
        item.title,
        item.unit,
        area_name(item.area),
        status_text(item.status),
        status_text(computed.word) if computed is not None else None,
        computed.reason if computed is not None else None,
        item.planned,
        item.deadline,
        item.days_late,
        item.cause,
        item.corrective,
        item.comment,
        status_text(item.before[0]) if item.before else None,
        item.before[1] if item.before else None,
    )
