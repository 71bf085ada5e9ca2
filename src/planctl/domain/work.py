"""Work: where tiltak and oppdrag stand, and the plans that bind those who do them."""

from __future__ import annotations

from datetime import date

from planctl.domain.follow_up import FollowUps
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


class Bonds:
    """Which tiltak and oppdrag bind those who do them on a day; a plan is judged once."""

    def __init__(self, plans: PlanSet, graph: Graph, day: date) -> None:
        self._plans = plans
        self._graph = graph
        self._day = day
        self._carrying: dict[Record, bool] = {}
        self.follow_ups = FollowUps(plans)

    def binds(self, record: Record) -> bool:
        """Tell whether a work stands where it belongs, in a plan that binds or in a matter that is open."""
        if solves_home(record, self._plans):
            return record.parent is not None and self.follow_ups.is_open(record.parent)
        return is_in_place(record, self._plans) and self.carries(record.plan)

    def carries(self, plan: Record) -> bool:
        """Tell whether a plan binds those who do its work.

        A plan in force does. So does one that tells neither its status nor a vedtak, in its period: where nobody says
        that it is a draft, its deadlines hold. The handlingsprogram is adopted by the kommunestyre or binds nobody.
        """
        if plan not in self._carrying:
            self._carrying[plan] = in_force(plan, self._graph, self._day) or self._tells_nothing(plan)
        return self._carrying[plan]

    def _tells_nothing(self, plan: Record) -> bool:
        silent = plan.get("status") is None and not plan.get("vedtak") and plan.kind != "handlingsprogram"
        period = parse_period(plan.get("periode")) if silent else None
        return period is not None and self._day in period and not is_replaced(plan, self._graph, self._day)

    def is_over(self, record: Record) -> bool:
        """Tell whether nobody waits for a work any more, done or not: its plan has run out or been replaced."""
        if solves_home(record, self._plans):
            return not self.binds(record)
        plan, period = record.plan, parse_period(record.plan.get("periode"))
        ended = period is not None and period.end < self._day
        return ended or plan.get("status") == "utgått" or is_replaced(plan, self._graph, self._day)
