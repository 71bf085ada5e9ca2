"""The year a planning task was to be finished has passed.

The council has asked for a plan that is not there. Name the adopted plan in the planoppgave (`plan`),
move the year (`ferdig`), or take the task out when the planstrategi is renewed. A new plan is done
when it is adopted; a revision when the plan, or the one that replaced it, was adopted in or after the
task's first year; an abolition when the plan's status is utgått.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import adopted_when
from planctl.domain.in_force import in_force, is_adopted
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_period
from planctl.model.record import Record
from planctl.rules.examples.plan_register import PLANSTRATEGI
from planctl.rules.rule import Example, Rule
from planctl.world import World

_TASK = """\
planoppgaver:
  - id: ps2020.klima
    tittel: Temaplan for klima
    plantype: temaplan
    oppgave: ny
    plan: tp-klima
    start: 2020
    ferdig: 2020
"""
_PLAN = """\
type: temaplan
id: tp-klima
tittel: Temaplan for klima
periode: 2021-2033
status: utkast
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    due = parse_period(record.get("ferdig"))
    strategy = record.plan
    if due is None or due.end >= world.today or not in_force(strategy, world.graph, world.today):
        return
    if (record, "plan") in world.graph.dangling or _done(record, world):
        return
    message = T("{Planoppgave} «{id}» was to be finished in {year}", id=record.name, year=due.end.year)
    hint = T("Name the adopted plan with «plan:», or give the task a later year in «ferdig».")
    yield finding("519", record, message, "ferdig", help=hint)


def _done(record: Record, world: World) -> bool:
    task, plans = record.get("oppgave"), world.graph.targets(record, "plan")
    start = parse_period(record.get("start"))
    if task == "videreføres" or (task == "oppheves" and not plans):
        return True
    if task == "oppheves":
        return all(plan.get("status") == "utgått" for plan in plans)
    heirs = [heir for plan in plans for _, heir in world.graph.refs_to(plan, "avløser")]
    for plan in filter(is_adopted, [*plans, *heirs]):
        when = adopted_when(plan, world.plans)
        if task != "revisjon" or when is None or start is None or when.last >= start.start:
            return True
    return False


RULE = Rule(
    code="519",
    slug="planoppgave-forfalt",
    severity=Severity.WARNING,
    title="{Planoppgave} overdue",
    source="plan- og bygningsloven § 10-1; S0 «Plansystemet»: planstrategi",
    example=Example(
        "planstrategi.yaml",
        PLANSTRATEGI + _TASK,
        (PLANSTRATEGI + _TASK).replace("ferdig: 2020", "ferdig: 2022"),
        {"temaplan.yaml": _PLAN},
    ),
    visits=("planoppgave",),
    each=_each,
    explanation=__doc__,
)
