"""What a workbook tells of each tiltak and oppdrag, whichever table it stands in."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Cell, Column
from planctl.reports.chapters.columns import AREA, NAME, UNIT, area_name, in_workbook, status_word
from planctl.reports.tally import Work

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
        status_word(item.status),
        status_word(computed.word) if computed is not None else None,
        computed.reason if computed is not None else None,
        item.planned,
        item.deadline,
        item.days_late,
        item.cause,
        item.corrective,
        item.comment,
        status_word(item.before[0]) if item.before else None,
        item.before[1] if item.before else None,
    )
