"""A plan that is being revised still inherits from a plan that has been replaced.

A plan made under one municipal plan may keep its goals when the council adopts the next: the old plan
held when it was made, and nothing is wrong (216 tells when it never held in the plan's period). When the
plan itself is taken up again, it should build on the goals that now hold. That is the case for a plan
that is an idea, a draft, on hearing or under revision, and for one adopted anew after the new plan took
over. A plan that already inherits from the new one too is left in peace, and so is one whose period is
over.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.domain.adoption import adopting
from planctl.domain.in_force import begins, in_force_within, plan_period, successor
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.model.record import Record
from planctl.model.vedtak import NOT_YET
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: temaplan
id: tp-klima
tittel: Temaplan for klima
periode: 2018-2030
status: under revisjon
ansvarlig: samfunn
arver: [kp2008]
vedtak:
  organ: kommunestyret
  dato: 2018-03-06
"""
_OLD = """\
type: kommuneplan
id: kp2008
tittel: Kommuneplan 2008–2020
periode: 2008-2020
status: utgått
ansvarlig: kommunedirektøren
satsingsområder:
  - id: gammel.miljø
    tittel: Et godt miljø
    bærekraftsmål: ["11"]
"""
_NEW = """\
type: kommuneplan
id: kp2020-2
tittel: Kommuneplanens samfunnsdel 2021–2033
periode: 2021-2033
status: vedtatt
ansvarlig: kommunedirektøren
avløser: kp2008
vedtak:
  organ: kommunestyret
  dato: 2021-02-02
"""
_OPEN = NOT_YET | {"under revisjon"}


def _whole(world: World) -> Iterator[Finding]:
    for record in world.plans.of_kind(*world.plans.thread.heirs):
        yield from _of_heir(record, world)


def _of_heir(record: Record, world: World) -> Iterator[Finding]:
    period = plan_period(record)
    if period is None or period.end < world.today or record.get("status") == "utgått":
        return
    inherited = [(ref, target.plan) for ref, target in world.graph.refs_from(record, "arver")]
    told: list[Record] = []
    for ref, plan in inherited:
        new = successor(plan, world.graph, world.today)
        if new is None or new is record or plan in told or any(other is new for _, other in inherited):
            continue
        if in_force_within(plan, world.graph, period) and _is_taken_up(record, begins(new, world.graph), world):
            told.append(plan)
            message = T(
                "«{where}» inherits from «{id}», which «{new}» has replaced",
                where=record.name,
                id=plan.name,
                new=new.name,
            )
            hint = T("Inherit from «{new}» when «{where}» is revised.", new=new.name, where=record.name)
            related = ((new.place("avløser"), T("«{id}» stands here", id=new.name)),)
            yield Finding("223", ref.place, message, hint, record.id, "arver", related)


def _is_taken_up(plan: Record, since: date, world: World) -> bool:
    """Tell whether a plan is being made or revised, or has been adopted anew since a day."""
    days = [decision.when.first for decision in adopting(plan, world.plans) if decision.when is not None]
    return plan.get("status") in _OPEN or max(days, default=since) > since


RULE = Rule(
    code="223",
    slug="arver-fra-avløst-plan",
    severity=Severity.INFO,
    title="{Plan} under revision that inherits from replaced {plan_pl}",
    source="S0 «Plansystemet»",
    example=Example(
        "temaplaner/klima.yaml",
        _BAD,
        _BAD.replace("under revisjon", "vedtatt"),
        {"kommuneplan-2008.yaml": _OLD, "kommuneplan-2021.yaml": _NEW},
    ),
    whole=_whole,
    explanation=__doc__,
)
