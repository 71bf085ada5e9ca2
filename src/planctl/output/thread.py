"""The rød tråd of a record as nested nodes: up to the satsingsområde, down to the tiltak.

What concerns a record without following it up, as a vedtak, is shown below it, after what follows it up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field

from planctl.graph import Graph
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A record in a thread; `repeated` when it has been shown before, and its nodes with it."""

    record: Record
    nested: tuple[Node, ...] = ()
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """What lies above and below a record, the FN goals it serves, and who else refers to it."""

    record: Record
    up: tuple[Node, ...]
    down: tuple[Node, ...]
    goals: tuple[str, ...]
    holds: dict[str, int] = field(default_factory=dict)

    @property
    def nodes(self) -> Iterator[Node]:
        """Every node, those above first."""
        return every([*self.up, *self.down])


def every(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes and all that is nested in them, the outer first."""
    queue = [*nodes]
    for node in queue:
        queue += node.nested
        yield node


def is_thread(plans: PlanSet, record: Record) -> bool:
    """Tell whether a record is of a kind that has a thread, concerns what may have one, or is shown below such."""
    above = record.parent
    return plans.thread.has(record.kind) or (above is not None and plans.thread.shows(above.kind, record.kind))


def thread_of(plans: PlanSet, graph: Graph, record: Record) -> Thread:
    """Follow a record's thread both ways."""
    if not is_thread(plans, record):
        return Thread(record, (), (), (), _holds(plans, record))
    up = nested(_above(graph, record), lambda item: _above(graph, item), record)
    down = nested(below(plans, graph, record), lambda item: below(plans, graph, item), record)
    return Thread(record, up, down, tuple(sorted(goals_of(graph, record), key=goal_order)))


def goals_of(graph: Graph, record: Record) -> list[str]:
    """Return the FN goals that a record is shown under: its own, else those of the nearest above it that have some."""
    return graph.fn_goals(record, lambda item: _above(graph, item))


def goal_order(goal: str) -> tuple[int, int, str]:
    """Order FN goals and targets by number, those with letters last: 3, 3.9, 3.a, 13."""
    number, _, part = goal.partition(".")
    return int(number), int(part) if part.isdigit() else (99 if part else 0), part


def _above(graph: Graph, record: Record) -> list[Record]:
    """Return the records one step up; of a punkt its vedtak, of an innsatsområde what its plan inherits."""
    parent, kinds = record.parent, graph.plans.thread
    if parent is not None and kinds.stands_beside(parent.kind):
        whole = [parent] if kinds.shows(parent.kind, record.kind) else []
    elif record.kind in kinds.shown:
        whole = graph.targets(record.plan, "arver")
    else:
        whole = []
    return [*graph.parents(record), *graph.concerned(record), *graph.measured(record), *whole]


def below(plans: PlanSet, graph: Graph, record: Record) -> list[Record]:
    """Return the records one step down; in an innsatsområde its strategier, in a vedtak its punkter."""
    parts: list[Record] = []
    if record.kind in plans.thread.shown:
        inside = (item for item in plans.records if item.parent is record)
        parts = [item for item in inside if plans.thread.shows(record.kind, item.kind)]
    return [*graph.children(record), *graph.concerning(record), *parts]


def nested(
    starts: list[Record], following: Callable[[Record], list[Record]], root: Record | None = None
) -> tuple[Node, ...]:
    """Follow records step by step; the root and what has been met before are not followed again."""
    seen = {root}

    def nodes(found: list[Record]) -> Iterator[Node]:
        for record in found:
            if record in seen:
                yield Node(record, repeated=True)
            else:
                seen.add(record)
                yield Node(record, tuple(nodes(following(record))))

    return tuple(nodes(starts))


def _holds(plans: PlanSet, record: Record) -> dict[str, int]:
    found: dict[str, int] = {}
    for other in plans.records:
        if other is not record and (other.parent is record or (record.parent is None and other.plan is record)):
            found[other.kind] = found.get(other.kind, 0) + 1
    return found


def referring(graph: Graph, record: Record) -> dict[str, list[tuple[Record, list[str]]]]:
    """Group what refers to a record by kind: each record once, with the fields that name it."""
    found: dict[Record, tuple[Record, list[str]]] = {}
    for ref, source in graph.refs_to(record):
        fields = found.setdefault(source, (source, []))[1]
        if ref.field not in fields:
            fields.append(ref.field)
    groups: dict[str, list[tuple[Record, list[str]]]] = {}
    for source, fields in found.values():
        groups.setdefault(source.kind, []).append((source, fields))
    return groups
