"""The thread as the rules 206–220 look at it: what stops it upwards, and what is in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cached_property

from planctl.domain.in_force import in_force
from planctl.graph import Graph
from planctl.load.schema.annotations import Ref
from planctl.model.planset import PlanSet
from planctl.model.record import Record


class Thread:
    """The thread of a plan set at the date judged at."""

    def __init__(self, plans: PlanSet, graph: Graph, today: date) -> None:
        self.plans = plans
        self.graph = graph
        self._today = today
        self._goals = plans.families.get("mål", frozenset({"mål"}))
        self._fields = plans.thread.fields
        self._in_force: dict[Record, bool] = {}
        self._answers: dict[Record, bool] = {}
        self._breaks: dict[Record, bool] = {}
        self._inherited: dict[Record, set[Record]] = {}
        self._branches: dict[Record, frozenset[Record]] = {}

    def in_force(self, record: Record) -> bool:
        """Tell whether a record's plan is in force at the date judged at."""
        plan = record.plan
        if plan not in self._in_force:
            self._in_force[plan] = in_force(plan, self.graph, self._today)
        return self._in_force[plan]

    def current(self, *kinds: str, plan: str | None = None) -> Iterator[Record]:
        """Yield the records of kinds whose plan is in force; of two with the same id only the first (203)."""
        plans = self.plans
        for record in plans.of_kind(*kinds):
            if (plan is None or record.plan.kind == plan) and self.in_force(record) and plans.get(record.id) is record:
                yield record

    @cached_property
    def programmes(self) -> list[Record]:
        """The handlingsprogram in force."""
        return list(self.current("handlingsprogram"))

    def targets(self, others: Collection[Record] = ()) -> Iterator[Record]:
        """Yield the delmål of the kommuneplan in force, and of some other plans: the goals without goals under them.

        A hovedmål without delmål is left to 217, except in the profile `fri`, where levels are free.
        """
        free = self.plans.config.profile == "fri"
        for record in self.current("mål"):
            if record.plan.kind != "kommuneplan" and record.plan not in others:
                continue
            judged = free or record.kind != "hovedmål"
            if judged and not any(self.is_goal(other) for other in self.graph.children(record)):
                yield record

    def is_goal(self, record: Record) -> bool:
        """Tell whether a record is a hovedmål, delmål or mål."""
        return record.kind in self._goals

    def dangles(self, record: Record) -> bool:
        """Tell whether a record's way up holds a reference that leads nowhere (201, 202)."""
        dangling = self.graph.dangling
        return bool(dangling) and any((record, field) in dangling for field in self._fields.get(record.kind, ()))

    def stops(self, record: Record) -> bool:
        """Tell whether a record itself names no way up."""
        return record.kind in self._fields and not self.graph.parents(record)

    def excused(self, record: Record) -> bool:
        """Tell whether a record need not have a thread: an idea, part of a plan that is one or utgått, or decided."""
        idle = record.get("status") == "idé" or record.plan.get("status") in {"idé", "utgått"}
        return idle or self.is_decided(record)

    def is_decided(self, record: Record) -> bool:
        """Tell whether an oppdrag comes from a vedtak of the register that says so in `gjelder`."""
        return record.kind == "oppdrag" and any(item.kind == "vedtak" for item in self.graph.concerning(record))

    def blamed(self, record: Record) -> bool:
        """Tell whether a record is itself found fault with for its way up (201, 202, 206, 207, 208)."""
        return self.dangles(record) or (self.stops(record) and not self.excused(record))

    def ends_in_nothing(self, record: Record) -> bool:
        """Tell whether a record's thread reaches no goal, and nothing above it is found fault with for that."""
        up = self.graph.parents(record)
        return bool(up) and not any(self._answered(item) for item in up)

    def _answered(self, record: Record) -> bool:
        """Tell whether a record or one above it is a goal, or found fault with."""
        known = self._answers.get(record)
        if known is None:
            way = (record, *self.graph.ancestors(record))
            known = self._answers[record] = any(
                self._ends_well(item) or self.blamed(item) or self.is_decided(item) for item in way
            )
        return known

    def _ends_well(self, record: Record) -> bool:
        """Tell whether a thread may end in a record: a goal, what is solved, an area of a plan with goals."""
        if self.is_goal(record) or record.kind in self.plans.thread.solvable:
            return True
        area = self.plans.thread.is_first(record.kind)
        return area and (record.plan in self._by_plan or bool(self.branch(record.plan)))

    def loose(self, record: Record) -> bool:
        """Tell whether a record or one above it has no whole way up."""
        return self._broken(record) or any(self._loose(item) for item in self.graph.parents(record))

    def _broken(self, record: Record) -> bool:
        return self.dangles(record) or self.stops(record)

    def _loose(self, record: Record) -> bool:
        known = self._breaks.get(record)
        if known is None:
            way = (record, *self.graph.ancestors(record))
            known = self._breaks[record] = any(self._broken(item) for item in way)
        return known

    def any_blamed(self, kind: str) -> bool:
        """Tell whether a record of a kind is found fault with, or a plan file could not be read.

        What seems not to be followed up may then be so by that very record: the rules that look
        downwards wait.
        """
        records: Iterable[Record] = self.plans.of_kind(kind)
        return self.plans.incomplete or any(self.blamed(record) for record in records)

    @cached_property
    def foreign_goals(self) -> dict[Record, list[tuple[Record, Ref, Record]]]:
        """Give, by plan (`id()`), the goals of other plans that its records lead to: (record, reference, goal)."""
        nearest: dict[Record, list[Record]] = {}
        found: defaultdict[Record, list[tuple[Record, Ref, Record]]] = defaultdict(list)
        for record in self.plans.of_kind(*self.plans.thread.downwards):
            plan = record.plan
            for ref, target in self.graph.refs_from(record):
                if ref.thread:
                    goals = nearest.get(target)
                    if goals is None:
                        goals = nearest[target] = self.nearest_goals(target)
                    found[plan] += [(record, ref, goal) for goal in goals if goal.plan is not plan]
        return found

    def nearest_goals(self, record: Record) -> list[Record]:
        """Give the first goal on every path upwards from a record, the record itself among them."""
        found = [record]
        goals = []
        for here in found:
            if self.is_goal(here):
                goals.append(here)
            else:
                found += [other for other in self.graph.parents(here) if other not in found]
        return goals

    def branch(self, plan: Record) -> set[Record]:
        """Give the goals and areas that a plan inherits; a plan inherited with what it inherits."""
        found = self._inherited.get(plan)
        if found is None:
            found = self._inherited[plan] = self._branch(plan)
        return found

    def _branch(self, plan: Record) -> set[Record]:
        found: set[Record] = set()
        queue = self.graph.targets(plan, "arver")
        seen = {plan}
        for here in queue:
            if here in seen:
                continue
            seen.add(here)
            if here.parent is None:
                found.update(record for record in self._by_plan.get(here, ()))
                queue += self.graph.targets(here, "arver")
            else:
                found.add(here)
                found.update(self._below(here))
        return found

    def _below(self, record: Record) -> frozenset[Record]:
        """Give everything below a record in the thread; many plans inherit the same goal."""
        known = self._branches.get(record)
        if known is None:
            known = self._branches[record] = frozenset(other for other in self.graph.descendants(record))
        return known

    @cached_property
    def _by_plan(self) -> dict[Record, list[Record]]:
        found: dict[Record, list[Record]] = {}
        for record in self.plans.of_kind("mål", "satsingsområde"):
            found.setdefault(record.plan, []).append(record)
        return found
