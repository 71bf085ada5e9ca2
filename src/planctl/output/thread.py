"""The rød tråd of a record as nested nodes: up to the satsingsområde, down to the tiltak."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from planctl.graph import Graph
from planctl.model.planset import PlanSet
from planctl.model.record import Record

_THREAD = ("satsingsområde", "innsatsområde", "mål", "strategi", "oppdrag", "tiltak", "indikator")


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
        queue = [*self.up, *self.down]
        for node in queue:
            queue += node.nested
            yield node


def is_thread(plans: PlanSet, record: Record) -> bool:
    """Tell whether a record is of a kind that has a thread."""
    return any(plans.is_a(record, name) for name in _THREAD)


def thread_of(plans: PlanSet, graph: Graph, record: Record) -> Thread:
    """Follow a record's thread both ways."""
    if not is_thread(plans, record):
        return Thread(record, (), (), (), _holds(plans, record))
    above = _nested(record, lambda item: _above(graph, item))
    below = _nested(record, lambda item: _below(plans, graph, item))
    starts = [record] if record.kind != "indikator" else _above(graph, record)
    goals = dict.fromkeys(goal for start in starts for goal in graph.fn_goals(start))
    return Thread(record, above, below, tuple(sorted(goals, key=_goal_order)))


def _goal_order(goal: str) -> tuple[int, int, str]:
    number, _, part = goal.partition(".")
    return int(number), int(part) if part.isdigit() else (99 if part else 0), part


def _above(graph: Graph, record: Record) -> list[Record]:
    return graph.targets(record, "måler") if record.kind == "indikator" else graph.up(record)


def _below(plans: PlanSet, graph: Graph, record: Record) -> list[Record]:
    if record.kind == "innsatsområde":
        return [item for item in plans.of_kind("strategi") if item.parent is record]
    return graph.down(record)


def _nested(record: Record, following: Callable[[Record], list[Record]]) -> tuple[Node, ...]:
    seen = {id(record)}

    def nodes(here: Record) -> Iterator[Node]:
        for other in following(here):
            if id(other) in seen:
                yield Node(other, repeated=True)
            else:
                seen.add(id(other))
                yield Node(other, tuple(nodes(other)))

    return tuple(nodes(record))


def _holds(plans: PlanSet, record: Record) -> dict[str, int]:
    found: dict[str, int] = {}
    for other in plans.records:
        if other is not record and (other.parent is record or (record.parent is None and other.plan is record)):
            found[other.kind] = found.get(other.kind, 0) + 1
    return found


def referring(graph: Graph, record: Record) -> dict[str, list[tuple[Record, list[str]]]]:
    """Group what refers to a record by kind: each record once, with the fields that name it."""
    found: dict[int, tuple[Record, list[str]]] = {}
    for ref, source in graph.refs_to(record):
        fields = found.setdefault(id(source), (source, []))[1]
        if ref.field not in fields:
            fields.append(ref.field)
    groups: dict[str, list[tuple[Record, list[str]]]] = {}
    for source, fields in found.values():
        groups.setdefault(source.kind, []).append((source, fields))
    return groups
