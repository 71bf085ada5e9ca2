"""Indicators: the latest value known on a day, judged by its bands, its target and the value it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from planctl.domain.decimals import decimals_of
from planctl.domain.indicators import is_due
from planctl.domain.judgement.course import Course, Line
from planctl.domain.judgement.indicator import by_unit, compared, in_order, standing
from planctl.model.bands import rounded
from planctl.model.limits import limits_of
from planctl.model.measured import ended
from planctl.model.planset import Measurement
from planctl.model.record import Record
from planctl.model.targets import targets_of
from planctl.reports.scope import Scope, text
from planctl.reports.views.goals import Indicator, Point

_FEW = 3
"""How many units an indicator is named after at most."""


def indicators(scope: Scope, plans: Sequence[Record] | None = None) -> dict[Record, tuple[Indicator, ...]]:
    """Judge the indicators of the plans in force, or of some plans; by record, one for each series of values.

    An indicator has one series for the whole municipality, or one for each unit it is measured in.
    """
    by_id: dict[str, list[Measurement]] = {}
    for item in scope.plans.measurements:
        if ended(item.period, scope.day):
            by_id.setdefault(item.indicator, []).append(item)
    served = _served(scope)
    found: dict[Record, tuple[Indicator, ...]] = {}
    for plan in scope.measured_plans if plans is None else plans:
        for record in scope.plans.of_kind("indikator"):
            if record.plan is plan and _concerns(scope, record, served):
                found[record] = tuple(_all_series(scope, record, by_id.get(record.name, [])))
    return found


def _served(scope: Scope) -> set[Record]:
    """Return the mål that the work of the report serves; every indicator concerns a report of all units."""
    if scope.unit is None:
        return set()
    return {above for record in [*scope.tiltak, *scope.oppdrag] for above in scope.graph.ancestors(record)}


def _concerns(scope: Scope, record: Record, served: set[Record]) -> bool:
    if scope.unit is None or any(goal in served for goal in scope.graph.measured(record)):
        return True
    return any(scope.covers(unit) for unit in scope.graph.targets(record, "gjelder"))


def series_of(scope: Scope, rows: Sequence[Measurement]) -> dict[str | None, list[Measurement]]:
    """Part an indicator's values into the series that a report shows: a unit's report has those of its units."""
    if scope.unit is not None and rows and all(row.unit for row in rows):
        rows = [row for row in rows if scope.covers(scope.plans.get(row.unit))]
        if not rows:
            return {}
    return by_unit(rows)


def _all_series(scope: Scope, record: Record, rows: Sequence[Measurement]) -> list[Indicator]:
    return [
        _judge(scope, record, found, _named_after(scope, record) if unit is None else _unit_name(scope, unit),
               by_unit=unit is not None)
        for unit, found in series_of(scope, rows).items()
    ]  # fmt: skip


def _named_after(scope: Scope, record: Record) -> str:
    """Name the units that an indicator is of, where they are few."""
    owners = scope.graph.targets(record, "gjelder")
    return ", ".join(unit.title for unit in owners) if len(owners) <= _FEW else ""


def _unit_name(scope: Scope, id_: str) -> str:
    unit = scope.plans.get(id_)
    return unit.title if unit else id_


def _judge(scope: Scope, record: Record, rows: Sequence[Measurement], unit: str, *, by_unit: bool) -> Indicator:
    """Judge one series of values."""
    limits = limits_of(record.fields)
    series = in_order(rows)
    measured = [row for row in series if row.value is not None]
    decimals = decimals_of(limits, measured)
    last = _point(measured[-1], decimals) if measured else None
    before = compared(measured[-1], rows) if measured else None
    previous = None if before is None else _point(before, decimals)
    trend = _trend(last, previous)
    judged = standing(limits, series, scope.day)
    return Indicator(
        id=record.name,
        number=text(record, "nummer"),
        title=_with_code(record),
        goal=_goals(scope, record),
        unit=unit,
        measure=text(record, "enhet"),
        decimals=decimals,
        latest=_point(series[-1], decimals) if series else None,
        last_value=last,
        previous=previous,
        verdict=judged.verdict if judged else None,
        target=_target(record, scope.day, decimals),
        trend=trend,
        better=_better(trend, limits.direction),
        stale=judged is not None and judged.stale,
        focus=text(record, "fokusområde"),
        by_unit=by_unit,
        line=judged.line if judged else Line.INGEN,
        expected=judged.expected if judged else None,
        course=judged.course if judged else Course.UKJENT,
        due=is_due(record.fields, scope.day),
    )


def _with_code(record: Record) -> str:
    """Give the title, and the code that the indicator has in a register."""
    code = text(record, "kode")
    return f"{record.title} ({code})" if code else record.title


def _goals(scope: Scope, record: Record) -> str:
    """List the numbers of what an indicator measures, the innermost of those nested; else their titles."""
    goals = scope.graph.measured(record)
    outer = {above for goal in goals for above in scope.graph.ancestors(goal)}
    return ", ".join(text(goal, "nummer") or goal.title for goal in goals if goal not in outer)


def _point(row: Measurement, decimals: int) -> Point:
    return Point(rounded(row.value, decimals), row.period)


def _target(record: Record, day: date, decimals: int) -> Point | None:
    """Choose the måltall of the nearest period to come; the last one when all lie behind."""
    targets = targets_of(record.fields)
    chosen = next((item for item in targets if item.end >= day), targets[-1] if targets else None)
    return Point(rounded(chosen.value, decimals), chosen.period) if chosen is not None else None


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
