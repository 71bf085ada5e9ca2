"""The handlingsprogrammer: økonomiplan, budget and handlingsdel in one."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import plan_kind
from planctl.graph import Graph
from planctl.model.period import Period, parse_period
from planctl.model.planset import PlanSet
from planctl.model.record import Record


def programmes(plans: PlanSet) -> Iterator[Record]:
    """Yield the handlingsprogrammer that are more than an idea: files, and entries of the planregister."""
    found = [*plans.of_kind("handlingsprogram"), *plans.of_kind("registerplan")]
    for record in found:
        if plan_kind(record) == "handlingsprogram" and record.get("status") != "idé":
            yield record


def budget_years(record: Record) -> Period | None:
    """Give the years a handlingsprogram spans."""
    return parse_period(record.get("periode"))


def is_action_part(record: Record, graph: Graph) -> bool:
    """Tell whether a handlingsprogram is the handlingsdel of a kommuneplan: it inherits from one."""
    return any(target.plan.kind == "kommuneplan" for target in graph.targets(record, "arver"))
