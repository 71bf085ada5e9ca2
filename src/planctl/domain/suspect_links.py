"""Which heirs of a goal have not been looked at since the goal's text changed, by git's history."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planctl.domain.in_force import is_adopted, plan_period
from planctl.domain.status_reports import DONE
from planctl.model.record import Record
from planctl.model.thread_kinds import INHERITS, SERVES
from planctl.source import Place
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.history import History, Step
    from planctl.history.states import State
    from planctl.world import World

_RESTING = (SERVES, INHERITS)
_ADOPTION = frozenset({"status", "vedtak"})


@dataclass(frozen=True, slots=True)
class Suspect:
    """An heir that is older than its goal's text: where it names the goal, and the change of the text."""

    goal: Record
    heir: Record
    place: Place
    step: Step

    @property
    def former(self) -> str:
        """The goal's text before the change."""
        return _title(self.step.before) if self.step.before is not None else ""


def suspects(world: World, history: History) -> Iterator[Suspect]:
    """Find the heirs whose goal's text changed after they were last changed or confirmed."""
    adopted = [goal for goal in world.plans.of_kind("mål") if goal.id and is_adopted(goal.plan)]
    goals = {goal: (goal, list(heirs(world, goal))) for goal in adopted}
    goals = {key: row for key, row in goals.items() if row[1]}
    history.fetch({goal.path for goal, _ in goals.values()})
    changed = [(goal, found, step) for goal, found in goals.values() if (step := _rewritten(history, goal))]
    if not changed:
        return
    since = min(step.index for _, _, step in changed)
    history.fetch({heir.path for _, found, _ in changed for heir, _ in found}, since)
    for goal, found, step in changed:
        for heir, place in found:
            if not _answered(history, heir, step):
                yield Suspect(goal, heir, place, step)


def heirs(world: World, goal: Record) -> Iterator[tuple[Record, Place]]:
    """Yield the open strategies, assignments, measures and plans that rest on a goal, with where they say so."""
    seen: set[Record] = set()
    for ref, heir in world.graph.refs_to(goal):
        if ref.reference.sense in _RESTING and heir not in seen and _open(world, heir):
            seen.add(heir)
            yield heir, ref.place
    for heir in world.graph.children(goal):
        if heir.kind in world.plans.thread.fields and heir not in seen and _open(world, heir):
            seen.add(heir)
            yield heir, heir.place()


def _open(world: World, heir: Record) -> bool:
    """Tell whether anybody still works by a record: it is not done, and its plan has not run out."""
    period = plan_period(heir)
    dead = heir.get("status") in DONE or heir.plan.get("status") == "utgått"
    return heir.id is not None and not dead and (period is None or period.end >= world.today)


def _rewritten(history: History, goal: Record) -> Step | None:
    """Find the last change of a goal's text; spaces and line breaks alone are no change."""
    for step in history.record_history(goal).steps:
        if step.before is not None and _title(step.before) != _title(step.after):
            return step
    return None


def _answered(history: History, heir: Record, step: Step) -> bool:
    """Tell whether an heir has been changed or confirmed since a step, or its plan confirmed or adopted."""
    names = {heir.id, heir.plan.id}
    if any(names & commit.confirms for commit in history.log.commits[step.index :]):
        return True
    if any(later.before is None or later.fields for later in history.record_history(heir, step.index).steps):
        return True
    return any(_ADOPTION.intersection(later.fields) for later in history.record_history(heir.plan, step.index).steps)


def _title(state: State) -> str:
    value = state.fields.get("tittel")
    return " ".join(value.split()) if isinstance(value, str) else ""
