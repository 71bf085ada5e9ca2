"""Indicators: the latest value known on a day, judged by its bands, target and previous value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from planctl.judgement.course import Limit, Line
from planctl.judgement.course import measured as course
from planctl.judgement.line import expected, line
from planctl.model.bands import Band, ParseError, parse_bands, rounded
from planctl.model.measured import ended, expected_by
from planctl.model.period import parse_period
from planctl.model.planset import Measurement
from planctl.model.record import Record
from planctl.reports.attainment import Indicator, Point
from planctl.reports.scope import Scope, text

Verdict = Band | Literal["uten bånd", "uleselig bånd", "utenfor båndene"]

_LIMITS = {"ønsket": Limit.ØNSKET, "akseptert": Limit.AKSEPTERT, "ikke_godkjent": Limit.IKKE_GODKJENT}
_FEW = 3
"""How many units an indicator is named after at most."""


def indicators(scope: Scope) -> dict[int, tuple[Indicator, ...]]:
    """Judge the indicators of the handlingsprogram; by record, one for each series of values.

    An indicator has one series for the whole municipality, or one for each unit it is measured in.
    """
    by_id: dict[str, list[Measurement]] = {}
    for item in scope.plans.measurements:
        if ended(item.period, scope.day):
            by_id.setdefault(item.indicator, []).append(item)
    served = _served(scope)
    found: dict[int, tuple[Indicator, ...]] = {}
    for programme in scope.programmes:
        for record in scope.plans.of_kind("indikator"):
            if record.plan is programme and _concerns(scope, record, served):
                found[id(record)] = tuple(_all_series(scope, record, by_id.get(record.name, [])))
    return found


def _served(scope: Scope) -> set[int]:
    """Return the mål that the work of the report serves; every indicator concerns a report of all units."""
    if scope.unit is None:
        return set()
    return {id(above) for record in [*scope.tiltak, *scope.oppdrag] for above in scope.graph.above(record)}


def _concerns(scope: Scope, record: Record, served: set[int]) -> bool:
    if scope.unit is None or any(id(goal) in served for goal in scope.graph.targets(record, "måler")):
        return True
    return any(scope.covers(unit) for unit in scope.graph.targets(record, "gjelder"))


def _all_series(scope: Scope, record: Record, rows: Sequence[Measurement]) -> list[Indicator]:
    if scope.unit is not None and rows and all(row.unit for row in rows):
        rows = [row for row in rows if scope.covers(scope.plans.get(row.unit))]
        if not rows:
            return []
    own = [row for row in rows if not row.unit]
    if own or not rows:
        owners = scope.graph.targets(record, "gjelder")
        named = ", ".join(unit.title for unit in owners) if len(owners) <= _FEW else ""
        return [_judge(scope, record, own, named, by_unit=False)]
    units = dict.fromkeys(str(row.unit) for row in rows)
    series = {unit: [row for row in rows if row.unit == unit] for unit in units}
    return [_judge(scope, record, found, _unit_name(scope, unit), by_unit=True) for unit, found in series.items()]


def _unit_name(scope: Scope, id_: str) -> str:
    unit = scope.plans.get(id_)
    return unit.title if unit else id_


def _judge(scope: Scope, record: Record, rows: Sequence[Measurement], unit: str, *, by_unit: bool) -> Indicator:
    """Judge one series of values."""
    ordered = sorted(rows, key=lambda row: _end(row.period))
    series = list({_end(row.period): row for row in ordered}.values())
    measured = [row for row in series if row.value is not None]
    decimals = _decimals(record, measured)
    last, previous = ([_point(row, decimals) for row in reversed(measured[-2:])] + [None, None])[:2]
    trend = _trend(last, previous)
    found = Indicator(
        id=record.name,
        number=text(record, "nummer"),
        title=record.title,
        goal=_goals(scope, record),
        unit=unit,
        measure=text(record, "enhet"),
        decimals=decimals,
        latest=_point(series[-1], decimals) if series else None,
        last_value=last,
        previous=previous,
        verdict=_verdict(record, measured[-1].value, decimals) if measured else None,
        target=_target(record, scope.day, decimals),
        trend=trend,
        better=_better(trend, record.get("retning")),
        stale=bool(measured) and _stale(record, _end(measured[-1].period), scope.day),
        focus=text(record, "fokusområde"),
        by_unit=by_unit,
    )
    return _on_course(record, found, measured)


def _on_course(record: Record, found: Indicator, measured: Sequence[Measurement]) -> Indicator:
    """Add how the last value stands to the line, and what that and the bands say together."""
    value = found.last_value.value if found.last_value else None
    if value is None:
        return found
    end = _end(measured[-1].period)
    origin, targets = _dated([record.get("nullpunkt")]), _dated(record.get("måltall"))
    place = line(value, end, origin[0] if origin else None, targets, text(record, "retning"), found.decimals)
    wanted = expected(end, origin[0] if origin else None, targets)
    limit = _LIMITS.get(str(found.verdict), Limit.INGEN)
    return replace(
        found,
        line=place,
        expected=None if place is Line.INGEN else rounded(wanted, found.decimals),
        course=course(limit, place, stale=found.stale),
    )


def _dated(rows: Any) -> list[tuple[date, Decimal]]:
    """Read a nullpunkt or måltall as days and exact values, those that are none left out."""
    found = []
    for row in rows if isinstance(rows, list) else ():
        value = rounded(row.get("verdi"), 6) if isinstance(row, dict) else None
        period = parse_period(row.get("periode")) if isinstance(row, dict) else None
        if value is not None and period is not None:
            found.append((period.end, value))
    return found


def _goals(scope: Scope, record: Record) -> str:
    """List the numbers of the mål that an indicator measures, the innermost of those nested; else their titles."""
    goals = scope.graph.targets(record, "måler")
    outer = {id(above) for goal in goals for above in scope.graph.above(goal)}
    return ", ".join(text(goal, "nummer") or goal.title for goal in goals if id(goal) not in outer)


def _verdict(record: Record, value: float | None, decimals: int) -> Verdict:
    bands = parse_bands(record.get("bånd"))
    if bands is None:
        return "uten bånd"
    if isinstance(bands, ParseError):
        return "uleselig bånd"
    return bands.judge(value, decimals) or "utenfor båndene"


def _decimals(record: Record, rows: Sequence[Measurement]) -> int:
    """Return the indicator's `desimaler`; without it the decimals its values are written with."""
    wanted = record.get("desimaler")
    if isinstance(wanted, int) and not isinstance(wanted, bool) and 0 <= wanted <= 6:
        return wanted
    written = (Decimal(str(row.value)).normalize().as_tuple().exponent for row in rows)
    return min(6, max((-exponent for exponent in written if isinstance(exponent, int) and exponent < 0), default=0))


def _point(row: Measurement, decimals: int) -> Point:
    return Point(rounded(row.value, decimals), row.period)


def _target(record: Record, day: date, decimals: int) -> Point | None:
    """Choose the måltall of the nearest period to come; the last one when all lie behind."""
    rows = record.get("måltall")
    written = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    targets = [(_end(row.get("periode")), row) for row in written]
    targets.sort(key=lambda pair: pair[0])
    chosen = next((row for end, row in targets if end >= day), targets[-1][1] if targets else None)
    value = rounded(chosen.get("verdi"), decimals) if chosen else None
    return Point(value, str(chosen.get("periode"))) if chosen and value is not None else None


def _trend(last: Point | None, previous: Point | None) -> Literal["opp", "ned", "uendret"] | None:
    if last is None or previous is None or last.value is None or previous.value is None:
        return None
    if last.value == previous.value:
        return "uendret"
    return "opp" if last.value > previous.value else "ned"


def _better(trend: str | None, direction: Any) -> bool | None:
    if trend in {None, "uendret"} or direction not in {"opp", "ned"}:
        return None
    return bool(trend == direction)


def _stale(record: Record, end: date, day: date) -> bool:
    """Tell whether a newer value should have been there."""
    due = expected_by(record.get("hyppighet"), end)
    return due is not None and due < day


def _end(period: Any) -> date:
    found = parse_period(period)
    return found.end if found else date.min
