"""What a report or document is built on that is illustrative: for its banner."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from planctl.model.illustrative import Share, shares
from planctl.model.measured import ended
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.reports.scope import Scope


def illustrative(scope: Scope, measured: Collection[Record]) -> tuple[Share, ...]:
    """Count, for each kind of source that a report is built on, those that are illustrative, and all.

    `measured` holds the indicators that the report judges.
    """
    indicators = [record for record in scope.plans.of_kind("indikator") if record in measured]
    records = [*_goals(scope), *indicators, *scope.tiltak, *scope.oppdrag, *scope.every_report]
    return (*shares(records), *values(scope, indicators))


def values(scope: Scope, indicators: list[Record]) -> tuple[Share, ...]:
    """Count the illustrative values of some indicators, of periods that had ended on the day."""
    names = {record.id for record in indicators}
    marks = [
        item.illustrative
        for item in scope.plans.measurements
        if item.indicator in names and ended(item.period, scope.day) and _is_of(scope, item.unit)
    ]
    return (("måling", sum(marks), len(marks)),) if any(marks) else ()


def goals_of(plans: PlanSet, wanted: Collection[Record]) -> list[Record]:
    """List the mål and strategier of some plans, level by level."""
    return [record for record in plans.of_kind("mål og strategier") if record.plan in wanted]


def _goals(scope: Scope) -> Iterator[Record]:
    """Give the mål and strategier that are followed up; of a unit, those its work leads to."""
    work = [*scope.tiltak, *scope.oppdrag] if scope.unit is not None else ()
    served = {above for record in work for above in scope.graph.ancestors(record)}
    return (goal for goal in goals_of(scope.plans, scope.goal_plans) if scope.unit is None or goal in served)


def _is_of(scope: Scope, unit: str | None) -> bool:
    return unit is None or scope.covers(scope.plans.get(unit))
