"""Økonomi: the units' own figures, summed by tjenesteområde."""

from __future__ import annotations

from collections.abc import Iterable

from planctl.model.record import Record
from planctl.reports.money import AreaMoney, Economy, Money, UnitMoney
from planctl.reports.scope import Scope


def economy(scope: Scope, expected: list[Record]) -> Economy:
    """Collect the figures at the period's end; `expected` are the units that owe them.

    Where a unit and a unit above it both have complete figures, the upper one's hold the lower's.
    """
    units = [unit for unit in scope.plans.of_kind("enhet") if scope.covers(unit) and _said(scope, unit) is not None]
    whole = {id(unit) for unit in units if _money(_said(scope, unit)).complete}
    rows = [_row(scope, unit, whole) for unit in units]
    names = [area.title for area in scope.areas]
    names += [""] if any(row.area not in names for row in rows) else []
    areas = tuple(_area(name, [row for row in rows if row.area == name]) for name in dict.fromkeys(names))
    told = {id(unit) for unit in units}
    without = [unit for unit in expected if not any(id(above) in told for above in scope.line(unit))]
    return Economy(
        areas=tuple(area for area in areas if area.units),
        total=summed(row for area in areas for row in area.units),
        covered=sum(any(id(above) in whole for above in scope.line(unit)) for unit in expected),
        expected=len(expected),
        without=grouped(scope, without),
    )


def _said(scope: Scope, unit: Record) -> dict[str, object] | None:
    """Return what a unit last reported on økonomi at the period's end; None when it gave no sum."""
    for report in scope.reports.get(id(unit), ()):
        fields = report.get("økonomi")
        if isinstance(fields, dict) and _money(fields) != Money(None, None, None, None):
            return fields
    return None


def _money(fields: dict[str, object] | None) -> Money:
    """Read the sums; without a regulated budget the original one holds."""

    def amount(*names: str) -> int | None:
        values = [(fields or {}).get(name) for name in names]
        return next((value for value in values if isinstance(value, int) and not isinstance(value, bool)), None)

    return Money(
        revised=amount("årsbudsjett_regulert", "årsbudsjett_opprinnelig"),
        budget=amount("budsjett_hittil"),
        actual=amount("regnskap_hittil"),
        forecast=amount("prognose"),
    )


def _row(scope: Scope, unit: Record, whole: set[int]) -> UnitMoney:
    fields = _said(scope, unit) or {}
    said = fields.get("forklaring")
    area = scope.area_of(unit)
    return UnitMoney(
        name=unit.title,
        area=area.title if area else "",
        money=_money(fields),
        explanation=said if isinstance(said, str) and said.strip() else None,
        part=any(id(above) in whole for above in scope.line(unit)[1:]),
    )


def _area(name: str, rows: list[UnitMoney]) -> AreaMoney:
    return AreaMoney(name, summed(rows), tuple(rows))


def summed(rows: Iterable[UnitMoney]) -> Money:
    """Add the figures of units that have them all; None when no unit has."""
    found = [row.money for row in rows if row.money.complete and not row.part]
    if not found:
        return Money(None, None, None, None)
    columns = ((item.revised, item.budget, item.actual, item.forecast) for item in found)
    revised, budget, actual, forecast = (sum(value or 0 for value in column) for column in zip(*columns, strict=True))
    return Money(revised, budget, actual, forecast)


def grouped(scope: Scope, units: list[Record]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Name units by tjenesteområde, in the organisation's order."""
    found: dict[str, list[str]] = {area.title: [] for area in scope.areas}
    for unit in units:
        area = scope.area_of(unit)
        found.setdefault(area.title if area else "", []).append(unit.title)
    return tuple((name, tuple(titles)) for name, titles in found.items() if titles)
