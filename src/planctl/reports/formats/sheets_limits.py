"""The sheet of moved limits: a row for each series of values that a move of limits judges."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Any

from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Table, Value
from planctl.reports.chapters.columns import NAME, UNIT
from planctl.reports.formats.sheet import Sheet, part
from planctl.reports.moved_limits import MovedLimit, MovedLimits, SeriesVerdict

_COLUMNS: tuple[Column, ...] = (
    Column(T("No."), width=9),
    NAME,
    UNIT,
    Column(T("What was changed"), width=44),
    Column(T("Before"), width=20),
    Column(T("After"), width=20),
    Column(T("When"), "date", 13),
    Column(T("Change of the plan"), width=36),
    Column(T("Vedtak"), width=36),
    Column(T("Latest value"), "value", 13),
    Column(T("Period"), width=11),
    Column(T("By the old limits"), width=30),
    Column(T("By the new limits"), width=30),
    Column(T("Another verdict"), width=14),
)


def goalposts_sheet(view: Any) -> Sheet | None:
    """Make the sheet of limits that were moved after the indicator was first measured."""
    moved = part(view, "goalposts", MovedLimits)
    if moved is None or not moved.rows:
        return None
    rows = tuple(cells for row in moved.rows for cells in _rows(row))
    return Sheet(T("Moved limits"), (Table(_COLUMNS, rows),))


def _rows(row: MovedLimit) -> Iterable[tuple[Cell, ...]]:
    """Write a move: one row for each limit it changed and each series of values."""
    for edit in row.edits:
        for item in row.series:
            yield (
                row.number,
                row.title,
                item.unit or None,
                edit.label,
                edit.old or None,
                edit.new or None,
                row.day,
                f"«{row.subject}» ({row.commit})" if row.commit else T("not committed"),
                _decisions(row),
                *_value(item),
                item.old_words,
                item.new_words,
                T("yes") if item.moved else T("no"),
            )


def _value(item: SeriesVerdict) -> tuple[Cell, Cell]:
    return (None if item.value is None else Value(item.value, item.decimals, item.percent)), item.period


def _decisions(row: MovedLimit) -> Text:
    """Name the vedtak that came with a move, or say that there was none."""
    if not row.decisions:
        return T("No vedtak yet: the plan is under revision") if row.revised else T("no vedtak")
    return reduce(lambda one, other: T("{first}; {second}", first=one, second=other), (x.words for x in row.decisions))
