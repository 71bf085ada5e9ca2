"""Økonomi: the figures that units have given, summed by tjenesteområde."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple

from planctl.model.record import Record
from planctl.reports.scope import Scope
from planctl.reports.views.money import NOTHING, AreaMoney, Economy, Money, UnitMoney
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """What a unit has given: its sums, how it explains them, and the deviation it told of when the sums are others'.

    `illustrative` tells that the sums are made as an example; `missing` are the months of the year that they lack.
    """

    unit: Record
    money: Money
    words: str | None = None
    reported: int | None = None
    illustrative: bool = False
    missing: tuple[int, ...] = ()


def reported(scope: Scope, *, closed: bool = False) -> list[Given]:
    """List what the units have reported at the period's end, or of a year that is `closed`."""
    found = ((unit, _said(scope, unit)) for unit in scope.plans.of_kind("enhet") if scope.covers(unit))
    said = [(unit, _money(fields), fields.get("forklaring")) for unit, fields in found if fields]
    return [
        Given(unit, money.closed if closed else money, words if isinstance(words, str) and words.strip() else None)
        for unit, money, words in said
    ]


def joint(scope: Scope, expected: list[Record], *, closed: bool) -> Economy:
    """Collect the figures of a municipality that reports as a whole; nothing where it gave none."""
    fields = _given_in(scope.joint_reports) if scope.unit is None else None
    if fields is None:
        return collected(scope, [], expected)
    said, words = _money(fields), fields.get("forklaring")
    money = said.closed if closed else said
    row = UnitMoney(scope.plans.config.municipality, "", money, words if isinstance(words, str) else None)
    known, total = len(expected) if money.complete else 0, summed([row])
    return Economy((AreaMoney("", total, (row,)),), total, known, len(expected), ())


def complete(money: Money) -> bool:
    """Tell whether every sum is given."""
    return money.complete


def collected(
    scope: Scope, given: Sequence[Given], expected: list[Record], holds: Callable[[Money], bool] = complete
) -> Economy:
    """Sum what units have given by tjenesteområde; see `unit_rows` for the parts that are not summed twice."""
    rows = unit_rows(scope, given, holds)
    names = dict.fromkeys([*(area.title for area in scope.areas), ""])
    areas = [(name, tuple(row for row in rows if row.area == name)) for name in names]
    whole = {row.unit for row in given if row.money.complete}
    known = {row.unit for row in given}
    without = [unit for unit in expected if unit not in known and not scope.inside(unit, known)]
    return Economy(
        areas=tuple(AreaMoney(name, summed(found), found) for name, found in areas if found),
        total=summed(rows),
        covered=sum(unit in whole or scope.inside(unit, whole) for unit in expected),
        expected=len(expected),
        without=grouped(scope, without),
    )


def unit_rows(scope: Scope, given: Sequence[Given], holds: Callable[[Money], bool] = complete) -> tuple[UnitMoney, ...]:
    """Give each unit's row, that of a unit before those below it.

    A unit is a part where one above it has sums that hold its own: by default when they are complete.
    """
    order = {unit: index for index, unit in enumerate(scope.plans.of_kind("enhet"))}
    holding = {row.unit for row in given if holds(row.money)}
    rows = sorted(given, key=lambda row: [order[above] for above in reversed(scope.organisation.line(row.unit))])
    return tuple(_row(scope, row, part=scope.inside(row.unit, holding)) for row in rows)


def _said(scope: Scope, unit: Record) -> dict[str, object] | None:
    """Return what a unit last reported on økonomi at the period's end; None when it gave no sum."""
    return _given_in(scope.reports.get(unit, ()))


def _given_in(reports: Iterable[Record]) -> dict[str, object] | None:
    """Return the sums of the first report that gives any."""
    for report in reports:
        fields = report.get("økonomi")
        if isinstance(fields, dict) and _money(fields) != NOTHING:
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


def _row(scope: Scope, given: Given, *, part: bool) -> UnitMoney:
    area = scope.organisation.area_of(given.unit)
    name = area.title if area else ""
    return UnitMoney(given.unit.title, name, given.money, given.words, part, given.reported, given.missing)


def summed(rows: Iterable[UnitMoney]) -> Money:
    """Add the figures of units that have them all, parts left out; None when no unit has."""
    found = [row.money for row in rows if row.money.complete and not row.part]
    return Money(*(_added(column) for column in zip(*map(astuple, found), strict=True))) if found else NOTHING


def _added(column: Iterable[int | None]) -> int | None:
    values = list(column)
    return None if None in values else sum(value or 0 for value in values)


def grouped(scope: Scope, units: list[Record]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Name units by tjenesteområde, in the organisation's order."""
    found: dict[str, list[str]] = {area.title: [] for area in scope.areas}
    for unit in units:
        area = scope.organisation.area_of(unit)
        found.setdefault(area.title if area else "", []).append(unit.title)
    return tuple((name, tuple(titles)) for name, titles in found.items() if titles)
