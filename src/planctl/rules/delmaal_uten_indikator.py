"""No indicator measures this goal.

Goals are not measurable in themselves; indicators derived from them tell whether the municipality is
on the way. To measure everything is not steering, so this is only advice: when a goal is left
without, let it be a choice. An indicator measures the goal when it names it in `måler`, or stands under
it. The indicators of the plans in force count, and the goals judged are those of the kommuneplan, and of
every other plan that measures some of its own goals.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Term
from planctl.model.record import Record
from planctl.rules.examples.samples import HANDLINGSPROGRAM, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "handlingsprogram.yaml"
_BAD = HANDLINGSPROGRAM.replace("[klima.d1, klima.d2]", "[klima.d1]")


def _whole(world: World) -> Iterator[Finding]:
    thread, graph = world.thread, world.graph
    indicators = list(thread.current("indikator"))
    plan = next(iter([*thread.programmes, *(item.plan for item in indicators)]), None)
    if plan is None or world.plans.incomplete:
        return
    measured = {goal for item in indicators for goal in filter(thread.is_goal, graph.measured(item))}
    goals = thread.targets({goal.plan for goal in measured})
    left = [record for record in goals if record not in measured]
    nameless = any(item.id is None for item in world.plans.of_kind("indikator"))
    if nameless or any(_may_be_the_one(item, world) for item in indicators):
        return
    if left and not measured:
        message = T("No {indikator_pl} in «{where}» measure any {delmål_pl}", where=plan.name)
        hint = T("Add «indikatorer:», and say under «måler» which {mål_pl} they tell something about.")
        yield finding("211", plan, message, "indikatorer", help=hint)
        return
    for record in left:
        message = T("No {indikator_pl} measure {kind} «{id}»", kind=Term(record.kind), id=record.name)
        hint = T(
            "Name «{id}» under «måler» in {indikator_pl} that fit. Not to measure can be a choice too.", id=record.name
        )
        yield finding("211", record, message, help=hint)


def _may_be_the_one(indicator: Record, world: World) -> bool:
    """Tell whether an indicator says nothing of what it measures (601), or something unknown (201)."""
    says = any(indicator.get(name) for name in ("måler", "gjelder", "fokusområde")) or world.graph.measured(indicator)
    return not says or (indicator, "måler") in world.graph.dangling


RULE = Rule(
    code="211",
    slug="delmål-uten-indikator",
    severity=Severity.INFO,
    title="{Delmål} without an {indikator}",
    source="S0 «Mål- og resultatstyring»: indikatorer",
    example=Example(_PATH, _BAD, HANDLINGSPROGRAM, others(_PATH)),
    whole=_whole,
    explanation=__doc__,
)
