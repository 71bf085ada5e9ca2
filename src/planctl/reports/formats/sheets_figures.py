"""The sheets of indicators and økonomi: values, periods and sums."""

from __future__ import annotations

from typing import Any

from planctl.i18n import T
from planctl.model.chapter import Cell, Column, Table, Value
from planctl.reports.chapters.columns import NAME, UNIT
from planctl.reports.chapters.economy import areas_table, units_table
from planctl.reports.formats.sheet import Sheet, has_areas, many, part
from planctl.reports.views.goals import Indicator, Point, UnitIndicator
from planctl.reports.views.money import Economy
from planctl.status_labels import status_text

_INDICATOR: tuple[Column, ...] = (
    Column(T("No."), width=9),
    NAME,
    Column(T("{Mål}"), width=12),
    Column(T("Focus"), width=16),
    UNIT,
    Column(T("Unit of measure"), width=14),
    Column(T("Latest value"), "value", 13),
    Column(T("Period"), width=11),
    Column(T("Compared with"), "value", 13),
    Column(T("Period compared with"), width=11),
    Column(T("Judged by the bands"), width=18),
    Column(T("Target"), "value", 13),
    Column(T("Target period"), width=11),
    Column(T("Remark"), width=16),
)


def indicators(view: Any) -> Sheet | None:
    """Make the sheet of indicators: a row for each series of values."""
    whole, by_unit = many(view, "indicators", Indicator), many(view, "unit_indicators", UnitIndicator)
    rows = [*whole, *(item for group in by_unit for item in group.series)]
    return Sheet(T("{Indikator_pl}"), (Table(_INDICATOR, tuple(map(_indicator, rows))),)) if rows else None


def _indicator(item: Indicator) -> tuple[Cell, ...]:
    return (
        item.number,
        item.title,
        item.goal,
        item.focus,
        item.unit,
        item.measure,
        *_point(item.last_value, item),
        *_point(item.previous, item),
        status_text(item.verdict) if item.verdict else None,
        *_point(item.target, item),
        T("never measured") if item.never else T("out of date") if item.stale else None,
    )


def _point(point: Point | None, item: Indicator) -> tuple[Cell, Cell]:
    if point is None or point.value is None:
        return None, None
    return Value(point.value, item.decimals, item.percent), point.period


def economy_sheet(view: Any) -> Sheet | None:
    """Make the sheet of økonomi of a report that has no chapters: by tjenesteområde, and unit by unit."""
    economy = part(view, "economy", Economy)
    if economy is None or not economy.areas:
        return None
    return Sheet(
        T("Economy"), (areas_table(economy, closed=False, areas=has_areas(view)), units_table(economy, closed=False))
    )
