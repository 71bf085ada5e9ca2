"""The tertial report's view: what stood where on the period's last day.

Only reports on periods that had ended then are read, so that the report of a period is the same
whenever it is made. Today's date is not a part of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from planctl.model.period import parse_period, tertial
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.reports.annual import annual
from planctl.reports.changes import changes
from planctl.reports.computed_judgements import Judged
from planctl.reports.decisions import adopted
from planctl.reports.goals import Goals
from planctl.reports.illustrative import illustrative
from planctl.reports.indicators import indicators
from planctl.reports.ledger import economy
from planctl.reports.scope import Scope
from planctl.reports.unreported import expected_units, missing
from planctl.reports.views.goals import Indicator, UnitIndicator
from planctl.reports.views.status_counts import NOT_REPORTED, Work
from planctl.reports.views.tertial import PlanLine, TertialReport
from planctl.reports.work import by_area, overdue, tallies, works
from planctl.reports.written import told_of_economy, told_of_goals, told_of_work, written
from planctl.world import World


def latest_year(number: int, today: date) -> int:
    """Return the year of the latest such tertial that has ended."""
    return today.year if tertial(today.year, number).end < today else today.year - 1


def build_tertial(world: World, year: int, number: int, unit: Record | None = None) -> TertialReport | None:
    """Build the report of tertial 1 or 2; None when neither tiltak nor oppdrag are planned in it."""
    found = _build(Scope(world, tertial(year, number), unit=unit), number)
    if found is None or number == 1:
        return found
    before = _build(Scope(world, tertial(year, 1), unit=unit), 1)
    return replace(found, changes=changes(before, found, f"{year}-T1")) if before is not None else found


def build_annual(world: World, year: int, unit: Record | None = None) -> TertialReport | None:
    """Build the årsrapport: the year as it stood on its last day; reports on the third tertial and the year count."""
    period = parse_period(year)
    if period is None:
        return None
    found = _build(Scope(world, period, tertial(year, 3).start, unit), 0, closed=True)
    if found is None:
        return None
    before = _build(Scope(world, tertial(year, 2), unit=unit), 2)
    compared = changes(before, found, f"{year}-T2") if before is not None else None
    return replace(found, changes=compared, annual=annual(Scope(world, period, unit=unit), found))


def build_status(scope: Scope) -> TertialReport | None:
    """Build how things stand in a scope on its day, outside of any report."""
    return _build(scope, 0)


def _build(scope: Scope, number: int, *, closed: bool = False) -> TertialReport | None:
    """Build a report; in one of a year that is `closed` the accounts stand against the budget, without a forecast.

    None where there is nothing to tell: neither tiltak nor oppdrag, and in a year's report no goals either.
    """
    tiltak, oppdrag = works(scope, scope.tiltak), works(scope, scope.oppdrag)
    if not tiltak and not oppdrag and not (closed and scope.unit is None and _has_goals(scope)):
        return None
    plans = scope.plans
    measured = indicators(scope)
    judged = Judged(scope, {**tiltak, **oppdrag}, measured)
    work = judged.works()
    areas = Goals(scope, work, measured, judged).areas()
    every = tuple(item for items in measured.values() for item in items)
    whole = tuple(item for item in every if not item.by_unit)
    shown = {item for area in areas for item in area.indicators}
    money, monthly = economy(scope, expected_units(scope), closed=closed)
    return TertialReport(
        municipality=plans.config.municipality,
        year=scope.day.year,
        number=number,
        period=scope.period,
        plans=tuple(_line(plan, plans, scope.day) for plan in scope.told_plans),
        unit_plans=len(scope.unit_plans),
        tiltak=tallies(scope, tiltak.values()),
        oppdrag=tallies(scope, oppdrag.values()),
        carried=_carried(scope, work),
        work=by_area(scope, work.values()),
        overdue=overdue(work.values()),
        focus_areas=areas,
        other_indicators=tuple(item for item in whole if item not in shown),
        indicators=whole,
        unit_indicators=tuple(_by_unit(items) for items in measured.values() if items and items[0].by_unit),
        economy=money,
        missing=missing(scope, work, every),
        illustrative=illustrative(scope, measured),
        unit=scope.unit.title if scope.unit is not None else "",
        ledger=monthly,
        written=written(scope, told_of_work(work.values()) | told_of_goals(areas) | told_of_economy(money)),
    )


def _has_goals(scope: Scope) -> bool:
    held = set(scope.goal_plans)
    return any(goal.plan in held for goal in scope.plans.of_kind("mål"))


def _line(plan: Record, plans: PlanSet, day: date) -> PlanLine:
    """Name a plan with its latest adoption on or before the day."""
    made = adopted(plans, plan, day)
    if made is None:
        return PlanLine(plan.title, None, None)
    return PlanLine(plan.title, made.day, made.body or None, made.illustrative)


def _carried(scope: Scope, work: Mapping[Record, Work]) -> int:
    """Count the oppdrag that nobody reports on directly, but that have tiltak with a status."""
    silent = [record for record in scope.oppdrag if work[record].status == NOT_REPORTED]
    return sum(any(_has_status(work.get(below)) for below in scope.graph.descendants(record)) for record in silent)


def _has_status(item: Work | None) -> bool:
    return item is not None and item.status != NOT_REPORTED


def _by_unit(series: Sequence[Indicator]) -> UnitIndicator:
    return UnitIndicator(series[0].number, series[0].title, series[0].goal, tuple(series))
