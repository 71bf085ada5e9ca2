"""The rød tråd as a graph: references both ways, and the thread of any record.

Upwards: tiltak → oppdrag → strategi → mål → satsingsområde. An edge of the thread is a
reference that the schema marks `x-tråd: tjener`, or nesting (`x-tråd-under`): a mål in a mål or a satsingsområde, a
strategi in a mål (S0 "Plansystemet"), a tiltak in an innsatsområde. A strategi that stands in an area and names no
goal, serves the goals beside it that have no goals under them. What only concerns a record (`x-tråd: gjelder`), as a
vedtak does, measures one (`måler`) or threatens one (`truer`), as a risiko does, follows nothing up: it stands beside
the thread, and is no part of `parents`, `children`, `ancestors` and `descendants`. An indikator in a mål measures it
(`x-måler-under`); one in an area that names no goal measures the goals beside it, and the area itself where there are
none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from planctl.fn import GoalBook
from planctl.load.schema.annotations import Ref
from planctl.load.schema.missing_ids import unnamed_ids
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.model.thread_kinds import CONCERNS, MEASURES, THREATENS
from planctl.values import dataclass

FN_KIND = "fn-mål"


@dataclass(frozen=True, slots=True)
class Broken:
    """A reference that leads nowhere (`found` None) or to a record of the wrong kind."""

    ref: Ref
    found: Record | None = None


class Graph:
    """Edges between the records of a plan set, derived from the schemas' annotations.

    `broken` holds the references that lead nowhere or to the wrong kind; those to records in a file
    that could not be read are not among them, nor those to ids that records must have lost (`unnamed`).
    `dangling` holds them all, as (record, field).
    """

    def __init__(self, plans: PlanSet, goals: GoalBook) -> None:
        self.plans = plans
        self.goals = goals
        self.broken: list[Broken] = []
        self.dangling: set[tuple[Record, str]] = set()
        self._out: defaultdict[Record, list[tuple[Ref, Record]]] = defaultdict(list)
        self._in: defaultdict[Record, list[tuple[Ref, Record]]] = defaultdict(list)
        self._up: defaultdict[Record, list[Record]] = defaultdict(list)
        self._down: defaultdict[Record, list[Record]] = defaultdict(list)
        self._reached_up: dict[Record, tuple[Record, ...]] = {}
        self._reached_down: dict[Record, tuple[Record, ...]] = {}
        self._concerned: defaultdict[Record, list[Record]] = defaultdict(list)
        self._concerning: defaultdict[Record, list[Record]] = defaultdict(list)
        self._threats: set[tuple[Record, Record]] = set()
        self._measuring: defaultdict[Record, list[Record]] = defaultdict(list)
        self._measured: defaultdict[Record, list[Record]] = defaultdict(list)
        self._order: dict[Record, list[Record]] = {}
        self._fn: dict[Record, list[tuple[Ref, str]]] = {}
        for record in plans.records:
            if record.parent is not None and plans.thread.nests(record.kind, record.parent.kind):
                self._join(record, record.parent)
        self._join_beside()
        own = [ref for ref in plans.refs if FN_KIND not in ref.reference.kinds]
        self.unnamed = unnamed_ids(plans.records, own, plans.lost.ids)
        for ref in plans.refs:
            self._connect(ref)
        for record in plans.of_kind(*plans.thread.measuring):
            if record.parent is not None and plans.thread.measures(record.kind, record.parent.kind):
                self._measure_around(record, record.parent)

    @cached_property
    def _goals_in(self) -> dict[Record | None, list[Record]]:
        """The goals by what they stand in."""
        found: dict[Record | None, list[Record]] = {}
        for goal in self.plans.of_kind("mål"):
            found.setdefault(goal.parent, []).append(goal)
        return found

    def _measure_around(self, record: Record, parent: Record) -> None:
        """Join what measures the goal it stands in, or what names no goal to those beside it in an area."""
        thread = self.plans.thread
        named = (field for field, sense in thread.senses[record.kind].items() if sense == MEASURES)
        if not thread.is_first(parent.kind):
            self._measure(record, parent)
        elif not any(record.get(field) for field in named):
            beside = [goal for goal in self._goals_in.get(parent, ()) if goal not in self._goals_in]
            for target in beside or [parent]:
                self._measure(record, target)

    def _measure(self, record: Record, target: Record) -> None:
        if target not in self._measured[record]:
            self._measured[record].append(target)
            self._measuring[target].append(record)

    def _join_beside(self) -> None:
        """Join what stands in an area and names no goal to the goals that stand beside it."""
        thread, goals = self.plans.thread, self._goals_in
        for record in self.plans.of_kind(*thread.downwards):
            parent = record.parent
            if parent not in goals or parent is None or not thread.is_first(parent.kind):
                continue
            if thread.nests(record.kind, parent.kind) or any(record.get(field) for field in thread.fields[record.kind]):
                continue
            for goal in goals[parent]:
                if goal not in goals:
                    self._join(record, goal)

    def _connect(self, ref: Ref) -> None:
        kinds = ref.reference.kinds
        target = self.plans.by_id.get(ref.target)
        if FN_KIND in kinds:
            if ref.target in self.goals:
                self._fn.setdefault(ref.source, []).append((ref, ref.target))
                return
            target = None
        if target is None or target.kind not in kinds:
            self.dangling.add((ref.source, ref.field))
            if target is not None or not (self.plans.lost.may_hold(ref.target, kinds) or ref.target in self.unnamed):
                self.broken.append(Broken(ref, target))
            return
        self._out[ref.source].append((ref, target))
        self._in[target].append((ref, ref.source))
        if ref.thread:
            self._join(ref.source, target)
        elif ref.reference.sense == MEASURES:
            self._measure(ref.source, target)
        elif ref.reference.sense == CONCERNS:
            self._concerned[ref.source].append(target)
            self._concerning[target].append(ref.source)
        elif ref.reference.sense == THREATENS:
            self._concerned[ref.source].append(target)
            self._concerning[target].append(ref.source)
            self._threats.add((ref.source, target))
        elif ref.reference.order == "etter":
            self._order.setdefault(ref.source, []).append(target)
        elif ref.reference.order:
            self._order.setdefault(target, []).append(ref.source)

    def _join(self, lower: Record, upper: Record) -> None:
        ups = self._up[lower]
        if upper not in ups:
            ups.append(upper)
            self._down[upper].append(lower)

    def parents(self, record: Record) -> list[Record]:
        """Return the records one step up the thread."""
        return self._up.get(record, [])

    def children(self, record: Record) -> list[Record]:
        """Return the records one step down the thread."""
        return self._down.get(record, [])

    def concerned(self, record: Record) -> list[Record]:
        """Return what a record concerns or threatens without following it up, as what a vedtak `gjelder`."""
        return self._concerned.get(record, [])

    def measured(self, record: Record) -> list[Record]:
        """Return what an indikator measures: what it names, and what it stands in."""
        return self._measured.get(record, [])

    def measuring(self, record: Record) -> list[Record]:
        """Return the indikatorer that measure a record, each once."""
        return self._measuring.get(record, [])

    def concerning(self, record: Record) -> list[Record]:
        """Return the records that concern or threaten a record without following it up."""
        return self._concerning.get(record, [])

    def threatens(self, record: Record, other: Record) -> bool:
        """Tell whether a record is a threat to another, as a risiko to a mål."""
        return (record, other) in self._threats

    def refs_from(self, record: Record, *fields: str) -> list[tuple[Ref, Record]]:
        """Return a record's references that lead somewhere, of some fields or of all."""
        found = self._out.get(record, [])
        return [row for row in found if row[0].field in fields] if fields else found

    def refs_to(self, record: Record, *fields: str) -> list[tuple[Ref, Record]]:
        """Return the references that lead to a record, each with the record it comes from."""
        found = self._in.get(record, [])
        return [row for row in found if row[0].field in fields] if fields else found

    def targets(self, record: Record, field: str) -> list[Record]:
        """Return the records that a field refers to."""
        return [target for ref, target in self._out.get(record, ()) if ref.field == field]

    def ancestors(self, record: Record) -> Iterator[Record]:
        """Yield every record up the thread, nearest first, each once, the record itself left out."""
        return iter(_reach(record, self._up, self._reached_up))

    def descendants(self, record: Record) -> Iterator[Record]:
        """Yield every record down the thread, nearest first, each once, the record itself left out."""
        return iter(_reach(record, self._down, self._reached_down))

    def fn_goals(self, record: Record, step: Callable[[Record], list[Record]] | None = None) -> list[str]:
        """Return the FN goals and targets of a record: its own, else its nearest ancestors', a `step` up at a time."""
        seen = {record}
        found: dict[str, None] = {}
        queue = [record]
        for here in queue:
            own = self.own_fn_goals(here)
            found.update(dict.fromkeys(own))
            above = [] if own else (step or self.parents)(here) or ([here.parent] if here.parent is not None else [])
            for other in above:
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        return list(found)

    def own_fn_goals(self, record: Record) -> list[str]:
        """Return the FN goals and targets that a record itself names."""
        return [goal for _, goal in self._fn.get(record, ())]

    @cached_property
    def cycles(self) -> list[list[Record]]:
        """The circles of the thread and of what goes in an order (`x-rekkefølge`), each from its first record."""
        led_to = self._down.keys() | {record for row in self._order.values() for record in row}
        return list(_cycles((record for record in self.plans.records if record in led_to), self._next))

    def _next(self, record: Record) -> list[Record]:
        return self._up.get(record, []) + self._order.get(record, [])


_Edges = Mapping[Record, list[Record]]
_Reached = dict[Record, tuple[Record, ...]]


def _reach(record: Record, edges: _Edges, known: _Reached) -> tuple[Record, ...]:
    """Follow edges from a record, nearest first; each record is followed once, and remembered in `known`."""
    found = known.get(record)
    if found is None:
        found = known[record] = _walk(record, edges, known)
    return found


def _walk(record: Record, edges: _Edges, known: _Reached) -> tuple[Record, ...]:
    first = edges.get(record, ())
    if not first:
        return ()
    if len(first) == 1:
        rest = known.get(first[0])
        if rest is not None and record not in rest:
            return (first[0], *rest)
    seen = {record}
    queue = [record]
    for here in queue:
        for other in edges.get(here, ()):
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return tuple(queue[1:])


def _cycles(records: Iterable[Record], following: Callable[[Record], Iterable[Record]]) -> Iterator[list[Record]]:
    state: dict[Record, int] = {}
    for start in records:
        if start in state:
            continue
        state[start] = 1
        path = [start]
        stack = [iter(following(start))]
        while stack:
            other = next(stack[-1], None)
            if other is None:
                stack.pop()
                state[path.pop()] = 2
            elif other not in state:
                state[other] = 1
                path.append(other)
                stack.append(iter(following(other)))
            elif state[other] == 1:
                yield path[path.index(other) :]
