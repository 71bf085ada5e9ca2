"""Økonomi: the units' own figures, summed by tjenesteområde."""

from __future__ import annotations

from collections.abc import Iterable

from planctl.model.record import Record
from planctl.reports.money import AreaMoney, Economy, Money, UnitMoney
from planctl.reports.scope import Scope


def economy(scope: Scope, expected: list[Record], *, closed: bool = False) -> Economy:
    """Collect the figures at the period's end, or of a year that is `closed`; `expected` are the units that owe them.

    Where a unit and a unit above it both have complete figures, the upper one's hold the lower's.
    """
    found = [(unit, _said(scope, unit)) for unit in scope.plans.of_kind("enhet") if scope.covers(unit)]
    said = {id(unit): (_money(fields).closed if closed else _money(fields), fields) for unit, fields in found if fields}
    units = [unit for unit, _ in found if id(unit) in said]
    whole = {key for key, (money, _) in said.items() if money.complete}
    rows = [_row(scope, unit, *said[id(unit)], whole) for unit in units]
    names = [area.title for area in scope.areas]
    names += [""] if any(row.area not in names for row in rows) else []
    areas = tuple(_area(name, [row for row in rows if row.area == name]) for name in dict.fromkeys(names))
    without = [unit for unit in expected if not any(id(above) in said for above in scope.line(unit))]
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


def _money(fields: dict[str, object]) -> Money:
    """Read the sums; without a regulated budget the original one holds."""

    def amount(*names: str) -> int | None:
        values = [fields.get(name) for name in names]
        return next((value for value in values if isinstance(value, int) and not isinstance(value, bool)), None)

    return Money(
        revised=amount("årsbudsjett_regulert", "årsbudsjett_opprinnelig"),
        budget=amount("budsjett_hittil"),
        actual=amount("regnskap_hittil"),
        forecast=amount("prognose"),
    )


def _row(scope: Scope, unit: Record, money: Money, fields: dict[str, object], whole: set[int]) -> UnitMoney:
    said = fields.get("forklaring")
    area = scope.area_of(unit)
    return UnitMoney(
        name=unit.title,
        area=area.title if area else "",
        money=money,
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
