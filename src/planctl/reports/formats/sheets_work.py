"""The sheets of tiltak, oppdrag, deviations and what was not reported: one row a record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Table
from planctl.reports.chapters.columns import AREA, NAME, UNIT, area_name, kind_name
from planctl.reports.chapters.work import WORK, work_cells
from planctl.reports.formats.sheet import Sheet, many, part
from planctl.reports.postponed import PostponedWork, Postponements
from planctl.reports.tally import Work
from planctl.reports.view import Missing


def works(name: Text, kind: str) -> Callable[[Any], Sheet | None]:
    """Give what makes the sheet of one kind of work from a view."""

    def make(view: Any) -> Sheet | None:
        rows = tuple(work_cells(item) for item in many(view, "work", Work) if item.kind == kind)
        return Sheet(name, (Table(WORK, rows),)) if rows else None

    return make


def deviations(view: Any) -> Sheet | None:
    """Make the sheet of tiltak and oppdrag that deviate."""
    items = many(view, "deviations", Work)
    if part(view, "deviations", tuple) is None:
        return None
    columns = (Column(T("Kind"), width=10), *WORK)
    return Sheet(T("Deviations"), (Table(columns, tuple((kind_name(item.kind), *work_cells(item)) for item in items)),))


def postponed_sheet(view: Any) -> Sheet | None:
    """Make the sheet of tiltak and oppdrag whose deadline had been postponed."""
    moved = part(view, "postponed", Postponements)
    if moved is None or not moved.rows:
        return None
    return Sheet(T("Postponed deadlines"), (Table(_POSTPONED, tuple(map(_postponed, moved.rows))),))


def _postponed(item: PostponedWork) -> tuple[Cell, ...]:
    commits = [f"{shift.day} «{shift.subject}» ({shift.commit})" for shift in item.shifts if shift.commit]
    return (
        kind_name(item.kind),
        item.number,
        item.title,
        item.unit,
        area_name(item.area),
        item.first,
        item.now,
        item.times,
        item.days,
        T("yes") if item.fresh else T("no"),
        ", ".join(shift.period for shift in item.shifts if shift.period) or None,
        "; ".join(commits) or None,
    )


_POSTPONED: tuple[Column, ...] = (
    Column(T("Kind"), width=10),
    Column(T("No."), width=9),
    NAME,
    UNIT,
    AREA,
    Column(T("First deadline"), "date", 13),
    Column(T("Deadline now"), "date", 13),
    Column(T("Times"), "number", 9),
    Column(T("Days"), "number", 9),
    Column(T("Postponed in the period"), width=18),
    Column(T("By reports for"), width=18),
    Column(T("By changes of the plan"), width=40),
)


def missing_sheet(view: Any) -> Sheet | None:
    """Make the sheet of what was not reported."""
    missing = part(view, "missing", Missing)
    if missing is None:
        return None
    rows: list[tuple[Cell, ...]] = []
    for what, units in ((T("Without a report"), missing.units), (T("Delivered late"), missing.late)):
        rows += [
            (what, unit.name, area_name(unit.area), unit.leader, unit.work, unit.delivered, None) for unit in units
        ]
    rows += [(T("Without a {virksomhetsplan}"), name, *(None,) * 5) for name in missing.unplanned]
    silent = T("{Tiltak} without a status")
    rows += [(silent, item.unit, area_name(item.area), None, None, None, item.title) for item in missing.tiltak]
    rows += [(T("{Indikator} never measured"), item.unit, *(None,) * 4, item.title) for item in missing.never]
    rows += [(T("{Indikator} out of date"), item.unit, *(None,) * 4, item.title) for item in missing.stale]
    return Sheet(T("Not reported"), (Table(_MISSING, tuple(rows)),))


_MISSING: tuple[Column, ...] = (
    Column(T("What is missing"), width=28),
    UNIT,
    AREA,
    Column(T("Leader"), width=26),
    Column(T("{Tiltak_pl} without a status"), "number", 14),
    Column(T("Delivered"), "date", 13),
    NAME,
)
