"""The monthly report on økonomi: so far against the periodised budget, forecast and deviation, unit by unit.

Every unit's sums are rounded to whole 1000 kr first and added then, so that what the reader sees adds up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from planctl.domain.reporter import is_told, unit_of_report
from planctl.model.bands import ParseError, parse_interval, rounded
from planctl.model.period import month_period, parse_period
from planctl.model.planset import MonthFigures
from planctl.model.record import Record
from planctl.reports.economy import Given, collected, complete, unit_rows
from planctl.reports.indicators import indicators
from planctl.reports.scope import Scope, text
from planctl.reports.unreported import expected_units
from planctl.reports.views.goals import Indicator, UnitIndicator
from planctl.reports.views.money import Economy, Money, UnitMoney, whole
from planctl.reports.views.month import Gap, MonthReport, Rule, Swing, Told
from planctl.reports.written import written
from planctl.world import World


def latest_month(number: int, today: date) -> int:
    """Return the year of the latest such month that has ended."""
    return today.year if month_period(today.year, number).end < today else today.year - 1


def build_month(world: World, year: int, number: int, unit: Record | None = None) -> MonthReport | None:
    """Build the report of a month; None when no unit has figures for the year up to it."""
    scope = Scope(world, month_period(year, number), unit=unit)
    rows = _known(scope)
    if not rows:
        return None
    measured = indicators(scope)
    return MonthReport(
        municipality=world.config.municipality,
        year=year,
        number=number,
        period=scope.period,
        unit=unit.title if unit is not None else "",
        economy=_economy(scope, rows),
        month=_economy(scope, [row for row in rows if row.month == number], _spent),
        before=_economy(scope, [row for row in rows if row.month < number]).total,
        overspending=tuple(_overspending(scope, rows)),
        gaps=tuple(_gaps(scope, rows)),
        swings=tuple(_swings(scope, rows)),
        told=tuple(_told(scope)),
        rules=tuple(_rules(scope, measured)),
        indicators=tuple(item for items in measured.values() for item in items if _beside(item)),
        unit_indicators=tuple(
            UnitIndicator(items[0].number, items[0].title, items[0].goal, items)
            for items in measured.values()
            if items and items[0].by_unit
        ),
        illustrative=(("økonomi", sum(row.illustrative for row in rows), len(rows)),)
        if any(row.illustrative for row in rows)
        else (),
        written=written(scope, (), of_month=True),
    )


def accounts(scope: Scope, *, closed: bool = False) -> list[Given]:
    """List the units' monthly figures to the scope's day, as the month's report has them, or of a `closed` year.

    None of them when they do not reach the last month that had ended, or no unit has them all.
    """
    rows = _known(scope)
    given = [replace(row, money=row.money.closed) if closed else row for row in _given(scope, rows)]
    reaches = any(row.month == months_ended(scope.day) for row in rows)
    return given if reaches and any(row.money.complete for row in given) else []


def months_ended(day: date) -> int:
    """Count the months of a day's year that had ended on it: their accounts can be known."""
    return day.month if (day + timedelta(days=1)).day == 1 else day.month - 1


def _known(scope: Scope) -> list[MonthFigures]:
    """List the figures of the year's months that had ended on the scope's day."""
    year, last = scope.day.year, months_ended(scope.day)
    return [row for row in scope.plans.figures if row.year == year and row.month <= last and _of(scope, row)]


def _of(scope: Scope, row: MonthFigures) -> bool:
    found = scope.plans.get(row.unit)
    return found is not None and scope.plans.is_a(found, "enhet") and scope.covers(found)


def _beside(item: Indicator) -> bool:
    """Tell whether an indicator is of a unit, or of økonomi and medarbeidere as a whole."""
    return not item.by_unit and (bool(item.unit) or item.focus in {"økonomi", "medarbeidere"}) and not item.never


def _economy(scope: Scope, rows: list[MonthFigures], holds: Callable[[Money], bool] = complete) -> Economy:
    return collected(scope, list(_given(scope, rows)), expected_units(scope), holds)


def _given(scope: Scope, rows: list[MonthFigures]) -> Iterable[Given]:
    by_unit: dict[str, list[MonthFigures]] = {}
    for row in sorted(rows, key=lambda row: row.month):
        by_unit.setdefault(row.unit, []).append(row)
    for unit in scope.plans.of_kind("enhet"):
        if unit.id in by_unit:
            mine = by_unit[unit.id]
            illustrative = any(row.illustrative for row in mine)
            yield Given(unit, _money(mine), illustrative=illustrative, missing=_missing(scope, mine))


def _money(rows: list[MonthFigures]) -> Money:
    return Money(
        revised=_last(row.revised if row.revised is not None else row.original for row in rows),
        budget=_sum(row.budget for row in rows if row.actual is not None),
        actual=_sum(row.actual for row in rows),
        forecast=_last(row.forecast for row in rows),
        original=_last(row.original for row in rows),
    )


def _sum(values: Iterable[Decimal | None]) -> int | None:
    found = [value for value in values if value is not None]
    return whole(sum(found, Decimal())) if found else None


def _last(values: Iterable[Decimal | None]) -> int | None:
    found = [value for value in values if value is not None]
    return whole(found[-1]) if found else None


def _spent(money: Money) -> bool:
    """Tell whether a month alone has its budget and accounts."""
    return money.deviation_so_far is not None


def _overspending(scope: Scope, rows: list[MonthFigures]) -> list[UnitMoney]:
    """List the units that expect an overspend, the greatest first; parts of one whose deviation is known marked."""
    known = unit_rows(scope, list(_given(scope, rows)), lambda money: money.deviation is not None)
    over = [row for row in known if (row.money.deviation or 0) < 0]
    return sorted(over, key=lambda row: (row.money.deviation or 0, row.name))


def _gaps(scope: Scope, rows: list[MonthFigures]) -> Iterable[Gap]:
    """Name the units that should have accounts for every month so far and lack some."""
    return (Gap(row.unit.title, row.missing) for row in _given(scope, rows) if row.missing)


def _missing(scope: Scope, rows: list[MonthFigures]) -> tuple[int, ...]:
    """List the months of the year so far that a unit has no accounts for, of its rows."""
    told = {row.month for row in rows if row.actual is not None}
    return tuple(month for month in range(1, months_ended(scope.day) + 1) if month not in told)


def _swings(scope: Scope, rows: list[MonthFigures]) -> Iterable[Swing]:
    by_unit: dict[str, dict[int, int]] = {}
    for row in rows:
        if row.forecast is not None:
            by_unit.setdefault(row.unit, {})[row.month] = whole(row.forecast)
    month = scope.day.month
    found = []
    for id_, known in by_unit.items():
        unit = scope.plans.get(id_)
        if unit is not None and month in known and month - 1 in known and known[month] != known[month - 1]:
            found.append(Swing(unit.title, known[month - 1], known[month]))
    return sorted(found, key=lambda item: (-abs(item.change), item.unit))


def _told(scope: Scope) -> Iterable[Told]:
    """Give each unit's last explanation of the year on or before the day."""
    last: dict[str, tuple[date, Told]] = {}
    for report in scope.plans.of_kind("rapportering"):
        period = parse_period(report.get("periode"))
        fields = report.get("økonomi")
        words = fields.get("forklaring") if isinstance(fields, dict) else None
        if period is None or period.end > scope.day or period.end.year != scope.day.year or not isinstance(words, str):
            continue
        unit = unit_of_report(report, scope.graph)
        if not scope.covers(unit) or not is_told(report, scope.graph):
            continue
        name = unit.title if unit is not None else scope.plans.config.municipality
        if name not in last or last[name][0] <= period.end:
            last[name] = period.end, Told(name, str(report.get("periode")), words)
    order = {unit.title: index for index, unit in enumerate(scope.plans.of_kind("enhet"))}
    return [told for _, told in sorted(last.values(), key=lambda pair: order.get(pair[1].unit, 0))]


def _rules(scope: Scope, measured: dict[Record, tuple[Indicator, ...]]) -> Iterable[Rule]:
    """Hold each handlingsregel against the last value of its indicator; they are the whole municipality's."""
    for record in scope.plans.of_kind("handlingsregel"):
        if record.plan not in scope.programmes or scope.unit is not None:
            continue
        target = next(iter(scope.graph.targets(record, "indikator")), None)
        item = next(iter(measured.get(target, ())), None) if target is not None else None
        limit = parse_interval(record.get("grense"))
        value = item.last_value if item else None
        holds: Literal["holdt", "brutt"] | None = None
        if item is not None and value is not None and value.value is not None and not isinstance(limit, ParseError):
            holds = "holdt" if (rounded(value.value, item.decimals) or Decimal()) in limit else "brutt"
        yield Rule(record.title, text(record, "grense"), value, item, holds)
