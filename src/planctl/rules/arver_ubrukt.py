"""A plan inherits a goal that nothing in it serves.

A unit's plan, or a theme plan, that names a goal one by one in `arver` has promised to do something
for it. When none of its measures or strategies leads up to the goal, the promise is empty: add a
measure or a strategy, or take the goal out of the list. A whole area or plan in `arver` is no such
promise, and is not judged. Ideas, drafts and plans whose period is over are left in peace, and so is
a plan that has another fault in its thread (201, 206–208, 214): it may be the cause.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import in_force_within, is_adopted, plan_period
from planctl.domain.thread import Thread
from planctl.findings.diagnostic import Finding, Severity
from planctl.graph import Graph
from planctl.i18n import T, Term
from planctl.model.record import Record
from planctl.rules.examples.samples import HANDLINGSPROGRAM, KOMMUNEPLAN, PLAN, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "virksomhetsplaner/veg.yaml"
_PLAN = (
    KOMMUNEPLAN.replace("[klima.d1, klima.d2]", "[klima.d1]")
    + """\
  - id: klima.d2.s1
    tittel: Kommunen skal dempe vedfyring i sentrum
    bidrar_til: [klima.d2]
"""
)
_PROGRAMME = HANDLINGSPROGRAM.replace(
    "indikatorer:",
    """\
  - id: hp2021.o2
    tittel: Gi råd om rentbrennende ovner
    følger_opp: [klima.d2.s1]
    til: [park]
    styringsmodell: linje
    frist: 2023
indikatorer:""",
)
_HEIRS = ("virksomhetsplan", "temaplaner")
"""The plans that inherit goals: a unit's, whose tiltak serve them, and those whose strategier do."""


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    own: dict[Record, list[Record]] = {}
    for record in world.plans.of_kind("strategi", "tiltak"):
        own.setdefault(record.plan, []).append(record)
    reached = thread.foreign_goals
    for plan in world.plans.of_kind(*_HEIRS):
        records = own.get(plan, [])
        rows = reached.get(plan, [])
        if not records or not _judged(plan, world):
            continue
        if any(thread.loose(item) and not thread.excused(item) for item in records):
            continue
        inherited = thread.branch(plan)
        if any(goal not in inherited for _, _, goal in rows):
            continue
        served = _served(records, world.graph)
        for ref, goal in world.graph.refs_from(plan, "arver"):
            if not thread.is_goal(goal) or goal in served or not _alive(goal, plan, thread):
                continue
            kind = Term("tiltak" if plan.kind == "virksomhetsplan" else "strategi", plural=True)
            words = {"kind": kind, "where": plan.name, "goal": goal.name}
            message = T("No {kind} in «{where}» serve «{goal}», which the plan inherits", **words)
            hint = T("Add {kind} that lead to «{goal}», or take it out of «arver».", kind=kind, goal=goal.name)
            related = ((goal.place("id"), T("«{id}» stands here", id=goal.name)),)
            yield Finding("215", ref.place, message, hint, plan.id, "arver", related)


def _served(records: list[Record], graph: Graph) -> set[Record]:
    """Give everything above some records."""
    nearest = {upper: upper for record in records for upper in graph.parents(record)}
    return set(nearest).union(*(set(graph.ancestors(upper)) for upper in nearest.values()))


def _judged(plan: Record, world: World) -> bool:
    period = plan_period(plan)
    ours = is_adopted(plan) and period is not None and period.end >= world.today
    return ours and not world.plans.incomplete


def _alive(goal: Record, heir: Record, thread: Thread) -> bool:
    """Tell whether a goal's plan is in force in the heir's period, and the thread below it has no break.

    Otherwise another rule has spoken: 216 of the plan, 212 of a strategy that no assignment follows
    up, 213 of an assignment to the heir's unit that no measure solves.
    """
    period = plan_period(heir)
    if period is None or not in_force_within(goal.plan, thread.graph, period):
        return False
    units = set(thread.graph.targets(heir, "virksomhet"))
    below = [item for item in thread.graph.descendants(goal) if thread.in_force(item)]
    unsolved = (item for item in below if item.kind == "oppdrag" and not thread.graph.children(item))
    given = any(units & set(thread.graph.targets(item, "til")) for item in unsolved)
    unfollowed = thread.programmes and any(
        item.kind == "strategi" and not thread.graph.children(item) for item in below
    )
    return not given and not (unfollowed and heir.kind == "virksomhetsplan")


RULE = Rule(
    code="215",
    slug="arver-ubrukt",
    severity=Severity.WARNING,
    title="Inherited {mål_pl} that nothing serves",
    source="S0 «Mål- og resultatstyring»: virksomhetene forpliktes på mål",
    example=Example(
        _PATH,
        PLAN.replace("[klima.d1]", "[klima.d1, klima.d2]"),
        PLAN,
        others(_PATH, kommuneplan=_PLAN, handlingsprogram=_PROGRAMME),
    ),
    whole=_whole,
    explanation=__doc__,
)
