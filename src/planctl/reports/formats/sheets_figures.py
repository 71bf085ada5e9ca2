"""The sheets of indicators and økonomi: values, periods and sums."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from planctl.i18n import T
from planctl.model.chapter import Cell, Column, Table, Value
from planctl.reports.attainment import Indicator, Point, UnitIndicator
from planctl.reports.chapters.columns import AREA, NAME, UNIT, area_name
from planctl.reports.formats.sheet import Sheet, many, part
from planctl.reports.money import Economy, Money
from planctl.reports.view import Annual
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
    Column(T("Previous value"), "value", 13),
    Column(T("Previous period"), width=11),
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


_SO_FAR = (
    (Column(T("Revised budget"), "amount", 15), attrgetter("revised")),
    (Column(T("Budget so far"), "amount", 15), attrgetter("budget")),
    (Column(T("Accounts so far"), "amount", 15), attrgetter("actual")),
    (Column(T("Deviation so far"), "amount", 15), attrgetter("deviation_so_far")),
    (Column(T("Forecast"), "amount", 15), attrgetter("forecast")),
    (Column(T("Deviation in the year"), "amount", 15), attrgetter("deviation")),
    (Column(T("Per cent"), "percent", 11), attrgetter("share")),
)
_CLOSED = (
    _SO_FAR[0],
    (Column(T("Accounts"), "amount", 15), attrgetter("actual")),
    (Column(T("Deviation"), "amount", 15), attrgetter("deviation")),
    _SO_FAR[-1],
)
"""The columns of a year that is over: nothing is left to forecast."""


def economy_sheet(view: Any) -> Sheet | None:
    """Make the sheet of økonomi: by tjenesteområde, and unit by unit."""
    economy = part(view, "economy", Economy)
    if economy is None or not economy.areas:
        return None
    shown = _CLOSED if part(view, "annual", Annual) is not None else _SO_FAR
    columns = tuple(column for column, _ in shown)

    def sums(money: Money) -> tuple[Cell, ...]:
        return tuple(value(money) for _, value in shown)

    units = Table(
        (AREA, UNIT, *columns, Column(T("In the sums"), width=12), Column(T("Explanation"), width=60)),
        tuple(
            (
                area_name(unit.area),
                unit.name,
                *sums(unit.money),
                T("yes") if unit.money.complete and not unit.part else T("no"),
                unit.explanation,
            )
            for unit in economy.units
        ),
        T("{Enhet} by {enhet}, 1000 kr"),
    )
    areas = Table(
        (AREA, *columns),
        tuple((area_name(area.name), *sums(area.money)) for area in economy.areas),
        T("{Tjenesteområde_pl}, 1000 kr"),
        (T("Sum"), *sums(economy.total)),
    )
    return Sheet(T("Economy"), (areas, units))
