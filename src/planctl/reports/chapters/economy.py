"""The chapter on økonomi: by tjenesteområde, unit by unit, and how the units explain their deviations."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from planctl.i18n import T
from planctl.model.chapter import Cell, Chapter, Column, Table, Words
from planctl.reports.chapters.columns import AREA, UNIT, UNTITLED, in_workbook, on_page
from planctl.reports.chapters.explained import basis, explanations
from planctl.reports.rendering.phrases import area_name
from planctl.reports.rendering.spoken import Emphasis, Joined
from planctl.reports.views.money import Economy, Money, UnitMoney
from planctl.reports.views.tertial import TertialReport


def chapter(report: TertialReport) -> Chapter | None:
    """Make the chapter; None where there is no work to follow up."""
    if not report.follows_work:
        return None
    economy, closed = report.economy, report.annual is not None
    rest = tuple(basis(report))
    known = bool(economy.areas)
    parts = (
        Chapter(
            T("{Enhet} by {enhet}"),
            tables=(_units_on_page(economy, closed=closed), units_table(economy, closed=closed)),
            notes=tuple(_incomplete(economy)),
        ),
        Chapter(T("Explanations"), notes=(*explanations(economy, closed=closed), *rest)),
    )
    return Chapter(
        T("Economy"),
        tables=(_areas_on_page(report, closed=closed), areas_table(economy, closed=closed, areas=report.has_areas))
        if known
        else (),
        figures=("budget",) if known else (),
        notes=() if known else (T("No unit has given figures for the period."), *rest),
        parts=parts if known else (),
        name="økonomi",
        template="tertial/økonomi.md.j2",
    )


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


def _sums(money: Money, *, closed: bool) -> tuple[Cell, ...]:
    return tuple(value(money) for _, value in (_CLOSED if closed else _SO_FAR))


def _columns(*, closed: bool) -> tuple[Column, ...]:
    return tuple(column for column, _ in (_CLOSED if closed else _SO_FAR))


def areas_table(economy: Economy, *, closed: bool, areas: bool) -> Table:
    """Give a workbook the sums of each of the `areas`, where there are any; of a year that is `closed` no forecast."""
    if not areas:
        sums = (_sums(economy.total, closed=closed),)
        return Table(in_workbook(*_columns(closed=closed)), sums, T("Sum, 1000 kr"))
    return Table(
        in_workbook(AREA, *_columns(closed=closed)),
        tuple((area_name(area.name), *_sums(area.money, closed=closed)) for area in economy.areas),
        T("{Tjenesteområde_pl}, 1000 kr"),
        (T("Sum"), *_sums(economy.total, closed=closed)),
    )


def units_table(economy: Economy, *, closed: bool) -> Table:
    """Give a workbook the sums of each unit, and how it explains them."""
    rows = (
        (
            area_name(unit.area),
            unit.name,
            *_sums(unit.money, closed=closed),
            T("yes") if unit.money.complete and not unit.part else T("no"),
            unit.explanation,
        )
        for unit in economy.units
    )
    told = (Column(T("In the sums"), width=12), Column(T("Explanation"), width=60))
    columns = in_workbook(AREA, UNIT, *_columns(closed=closed), *told)
    return Table(columns, tuple(rows), T("{Enhet} by {enhet}, 1000 kr"))


def _areas_on_page(report: TertialReport, *, closed: bool) -> Table:
    economy = report.economy
    first = Column(T("{Tjenesteområde}") if report.has_areas else UNTITLED)
    rows: list[tuple[Cell, ...]] = [
        (Joined((area_name(area.name),)), *_sums(area.money, closed=closed))
        for area in economy.areas
        if report.has_areas
    ]
    rows.append((Emphasis(T("Sum"), strong=True), *_sums(economy.total, closed=closed)))
    return Table(on_page(first, *_columns(closed=closed)), tuple(rows))


def _units_on_page(economy: Economy, *, closed: bool) -> Table:
    columns = on_page(Column(T("{Enhet}")), *_columns(closed=closed))
    return Table(columns, tuple((_name(unit), *_sums(unit.money, closed=closed)) for unit in economy.units))


def _name(unit: UnitMoney) -> Words:
    name = of_which(unit)
    return name if unit.money.complete else Joined((name, "*"))


def of_which(unit: UnitMoney) -> Joined:
    """Name a unit, and tell that a unit above it holds its sums."""
    return Joined((T("of which {unit}", unit=unit.name) if unit.part else unit.name,))


def _incomplete(economy: Economy) -> Iterator[Words]:
    if not all(unit.money.complete for unit in economy.units):
        yield Joined(("*", T("Incomplete figures: the unit is left out of the sums.")), by=" ")
