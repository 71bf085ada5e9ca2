"""The UN goals that a municipality gives priority, and the areas of its plan that build on none."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.thread import Thread
from planctl.graph import FN_KIND
from planctl.load.files.tree import CONFIG_NAME
from planctl.load.schema.annotations import Ref
from planctl.model.record import Record


def left_out(thread: Thread) -> Iterator[Ref]:
    """Yield the prioritised goals, as planctl.yaml names them, that no delmål in force builds on."""
    plans, goals = thread.plans, thread.graph.goals
    wanted = [ref for ref in plans.refs if ref.field == "prioriterte_bærekraftsmål" and ref.target in goals]
    nameless = any(record.id is None for record in plans.of_kind("mål"))
    if not wanted or nameless or not any(True for _ in thread.current("kommuneplan")):
        return
    named = {goal for record in thread.targets() for goal in thread.graph.fn_goals(record)}
    for broken in thread.graph.broken:
        if FN_KIND in broken.ref.reference.kinds and broken.ref.place.path != CONFIG_NAME:
            meant = goals.normalised(broken.ref.target)
            if meant is None:
                return
            named.add(meant)
    named |= {goal.partition(".")[0] for goal in named}
    yield from (ref for ref in wanted if ref.target not in named)


def areas_without(thread: Thread) -> Iterator[Record]:
    """Yield the satsingsområder in force that name no FN goal, nor does any goal below them."""
    for area in thread.current("satsingsområde", plan="kommuneplan"):
        if not any(record.get("bærekraftsmål") for record in (area, *thread.graph.descendants(area))):
            yield area
