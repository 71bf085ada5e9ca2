"""What only the årsrapport has: the year's decisions on plans, projects, and internkontroll."""

from __future__ import annotations

from collections.abc import Iterable

from planctl.model.record import Record
from planctl.reports.decisions import decisions
from planctl.reports.scope import Scope
from planctl.reports.view import Annual, Decision, TertialReport

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
        decisions=tuple(_year(scope, scope.plans.of_kind("plan"))) if whole else (),
        projects=tuple(item for item in report.work if item.kind == "oppdrag" and item.id in projects),
        control=tuple(_year(scope, (r for r in scope.plans.of_kind("registerplan") if r.get("slag") in _CONTROL)))
        if whole
        else (),
    )


def _year(scope: Scope, records: Iterable[Record]) -> list[Decision]:
    found = [item for record in records for item in decisions(scope.plans, record)]
    mine = [item for item in found if item.day is not None and item.day in scope.period]
    return sorted(mine, key=lambda item: (item.day or scope.day, item.title))
