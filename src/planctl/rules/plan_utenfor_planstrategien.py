"""A plan is being made that the planstrategi does not mention.

In the planstrategi the council decides which plans it needs in the valgperiode. Work on other plans
takes the time that was meant for those. Name the plan in a planoppgave (`plan`), or take the question
up when the planstrategi is renewed. Plans adopted before the planstrategi are not judged, nor is
anything while a planoppgave of the same type does not say which plan it is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import adopted_when
from planctl.domain.in_force import in_force
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.examples.plan_register import PLANSTRATEGI
from planctl.rules.rule import Example, Rule
from planctl.world import World

_TASK = """\
planoppgaver:
  - id: ps2020.kommuneplan
    tittel: Vurdere om kommuneplanen skal revideres
    plantype: kommuneplan
    oppgave: revisjon
    plan: kp2020
    ferdig: 2024
"""
_NAMED = """\
  - id: ps2020.klima
    tittel: Temaplan for klima
    plantype: temaplan
    oppgave: ny
    plan: tp-klima
    ferdig: 2022
"""
_PLAN = """\
type: temaplan
id: tp-klima
tittel: Temaplan for klima
periode: 2022-2034
status: utkast
"""


def _whole(world: World) -> Iterator[Finding]:
    for strategy in world.plans.of_kind("planstrategi"):
        when = adopted_when(strategy, world.plans)
        tasks = [task for task in world.plans.of_kind("planoppgave") if task.parent is strategy]
        if when is None or not tasks or not in_force(strategy, world.graph, world.today):
            continue
        open_types = {str(task.get("plantype")) for task in tasks if not world.graph.targets(task, "plan")}
        named = {plan for task in tasks for plan in world.graph.targets(task, "plan")}
        for plan in world.plans.of_kind("kommuneplan", "temaplaner"):
            adopted = adopted_when(plan, world.plans)
            old = (adopted is not None and adopted.first <= when.last) or plan.get("status") == "utgått"
            if not old and plan not in named and plan.kind not in open_types:
                message = T(
                    "«{id}» is not mentioned in {planstrategi} «{strategy}»", id=plan.name, strategy=strategy.name
                )
                hint = T("Name it in a {planoppgave} with «plan: {id}».", id=plan.name)
                related = [(strategy.place("planoppgaver"), T("the planning tasks"))]
                yield finding("518", plan, message, help=hint, related=related)


RULE = Rule(
    code="518",
    slug="plan-utenfor-planstrategien",
    severity=Severity.INFO,
    title="Plan that the {planstrategi} does not mention",
    source="plan- og bygningsloven § 10-1; S0 «Plansystemet»: planstrategi",
    example=Example("planstrategi.yaml", PLANSTRATEGI + _TASK, PLANSTRATEGI + _TASK + _NAMED, {"temaplan.yaml": _PLAN}),
    whole=_whole,
    severity_fri=Severity.OFF,
    explanation=__doc__,
)
