"""What serves an FN goal: the records that name it, and the thread down from each."""

from __future__ import annotations

from planctl.graph import Graph
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.output.thread import Node, below, goals_of, nested
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Served:
    """An FN goal or target (`13`, `13.2`) and what serves it, from the records at the top down to the tiltak.

    `named` holds the records that name the goal, each with its words for it: the goal or its targets.
    """

    goal: str
    down: tuple[Node, ...]
    named: tuple[tuple[Record, tuple[str, ...]], ...]

    def words_of(self, record: Record) -> tuple[str, ...]:
        """Return how a record names the goal; nothing when it inherits it."""
        return next((words for other, words in self.named if other is record), ())


def within(goal: str, wanted: str) -> bool:
    """Tell whether a goal or target is the wanted one, or a target of it."""
    return goal == wanted or goal.startswith(f"{wanted}.")


def served_by(plans: PlanSet, graph: Graph, wanted: str) -> Served:
    """Find what serves a goal: who names it, and all below that has no goals of its own elsewhere."""

    def serves(record: Record) -> bool:
        return any(within(goal, wanted) for goal in goals_of(graph, record))

    named = [
        (record, words)
        for record in plans.records
        if (words := tuple(goal for goal in graph.own_fn_goals(record) if within(goal, wanted)))
    ]
    starts = [record for record, _ in named if not any(map(serves, graph.parents(record)))]
    down = nested(starts, lambda record: [item for item in below(plans, graph, record) if serves(item)])
    return Served(wanted, down, tuple(named))
