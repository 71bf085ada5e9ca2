"""A plan serves a goal that it does not inherit.

A plan says in `arver` which goals it builds on, by the goal itself, by an area or main goal above it,
or by the whole plan. When a strategy, an assignment or a measure leads up to a goal outside what is
inherited, either the list is too short or the reference is wrong. A plan that inherits nothing at all
is told so once. In the profile «fri», a plan may do without `arver`.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.thread import Thread
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Term
from planctl.load.schema.annotations import Ref
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: temaplan
id: tp-klima
tittel: Temaplan for klima
periode: 2022-2034
status: utkast
ansvarlig: samfunn
arver: [klima.d1]
strategier:
  - id: tp-klima.s1
    tittel: Kommunen skal kjøpe utslippsfrie kjøretøy
    bidrar_til: [klima.h]
"""
_MOST_PLACES = 10


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    reached = thread.foreign_goals
    for plan in world.plans.of_kind(*world.plans.thread.heirs):
        rows = reached.get(plan, [])
        if not rows or plan.get("status") == "utgått" or (plan, "arver") in world.graph.dangling:
            continue
        if not plan.get("arver"):
            if world.config.profile != "fri":
                yield _none_at_all(plan, rows)
            continue
        inherited = thread.branch(plan)
        by_branch: dict[Record, list[tuple[Record, Ref, Record]]] = {}
        for row in rows:
            if row[2] not in inherited:
                by_branch.setdefault(_top(row[2], thread), []).append(row)
        for left_out in by_branch.values():
            yield _missing(plan, left_out)


def _top(goal: Record, thread: Thread) -> Record:
    return [goal, *thread.graph.ancestors(goal)][-1]


def _none_at_all(plan: Record, rows: list[tuple[Record, Ref, Record]]) -> Finding:
    goals = list(dict.fromkeys(goal.name for _, _, goal in rows))
    message = T("{Kind} «{id}» inherits no {mål_pl}", kind=Term(plan.kind), id=plan.name)
    hint = T("Add «arver:» with what it builds on, as arver: [{goal}].", goal=goals[0])
    related = [(rows[0][1].place, T("from here the thread leads to «{goal}»", goal=goals[0]))]
    return finding("214", plan, message, "arver", help=hint, related=related)


def _missing(plan: Record, rows: list[tuple[Record, Ref, Record]]) -> Finding:
    record, ref, _ = rows[0]
    goals = list(dict.fromkeys(goal.name for _, _, goal in rows))
    message = T(
        "{Kind} «{id}» leads to {goals}, which «{where}» does not inherit",
        kind=Term(record.kind), id=record.name, goals=[f"«{name}»" for name in goals], where=plan.name,
    )  # fmt: skip
    hint = T("Add what is missing to «arver» in «{where}», or refer to something else.", where=plan.name)
    others = {other: (way.place, other) for other, way, _ in reversed(rows) if other is not record}
    related = [(plan.place("arver"), T("this is what the plan inherits"))]
    rest = [*others.values()][:_MOST_PLACES]
    related += [(place, T("«{id}» leads there too", id=other.name)) for place, other in rest]
    return Finding("214", ref.place, message, hint, record.id, ref.field, tuple(related))


RULE = Rule(
    code="214",
    slug="arver-mangler",
    severity=Severity.ERROR,
    title="{Plan} that serves {mål_pl} it does not inherit",
    source="S0 «Plansystemet»: målene arves",
    example=Example("temaplaner/klima.yaml", _BAD, _BAD.replace("[klima.d1]", "[klima]")),
    whole=_whole,
    explanation=__doc__,
)
