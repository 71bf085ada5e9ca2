"""Work: where tiltak and oppdrag stand, and the plans that bind those who do them."""

from __future__ import annotations

from datetime import date

from planctl.domain.in_force import in_force, is_replaced
from planctl.graph import Graph
from planctl.model.period import parse_period
from planctl.model.planset import PlanSet
from planctl.model.record import Record


def is_in_place(record: Record, plans: PlanSet) -> bool:
    """Tell whether a work stands where it belongs; a tiltak that does not is 310."""
    return (
        record.kind != "tiltak" or in_plan_of_unit(record) or plans.config.tiltak_anywhere or solves_home(record, plans)
    )


def solves_home(record: Record, plans: PlanSet) -> bool:
    """Tell whether a tiltak stands in what it solves, as in a vedtak."""
    return record.parent is not None and record.parent.kind in plans.thread.solvable


def in_plan_of_unit(record: Record) -> bool:
    """Tell whether a work stands in a virksomhetsplan, which is of one unit and one year."""
    return record.plan.kind == "virksomhetsplan"


def carries_work(plan: Record, graph: Graph, day: date) -> bool:
    """Tell whether a plan binds those who do its work on a day.

    A plan in force does. So does one that tells neither its status nor a vedtak, in its period: where nobody says that
    it is a draft, its deadlines hold. The handlingsprogram is adopted by the kommunestyre or binds nobody.
    """
    if in_force(plan, graph, day):
        return True
    silent = plan.get("status") is None and not plan.get("vedtak") and plan.kind != "handlingsprogram"
    period = parse_period(plan.get("periode")) if silent else None
    return period is not None and day in period and not is_replaced(plan, graph, day)
