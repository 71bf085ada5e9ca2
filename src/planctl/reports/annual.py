"""What only the årsrapport has: the year's decisions on plans, projects, and internkontroll."""

from __future__ import annotations

from collections.abc import Iterable

from planctl.model.record import Record
from planctl.reports.decisions import within
from planctl.reports.scope import Scope
from planctl.reports.views.tertial import Annual, TertialReport

_CONTROL = frozenset(
    {
        "internkontrollrapport", "eierskapsmelding", "delegeringsreglement", "plan for forvaltningsrevisjon",
        "plan for eierskapskontroll", "beredskapsplan",
    }
)  # fmt: skip


def annual(scope: Scope, report: TertialReport) -> Annual:
    """Collect the year's decisions, projects and control documents; a report of one unit has only its projects."""
    whole = scope.unit is None
    projects = {record.name for record in scope.oppdrag if record.get("styringsmodell") == "prosjekt"}
    return Annual(
        decisions=tuple(within(scope.plans, scope.plans.of_kind("plan"), scope.period)) if whole else (),
        projects=tuple(item for item in report.work if item.kind == "oppdrag" and item.id in projects),
        control=tuple(within(scope.plans, _control(scope), scope.period)) if whole else (),
    )


def _control(scope: Scope) -> Iterable[Record]:
    return (record for record in scope.plans.of_kind("registerplan") if record.get("slag") in _CONTROL)
