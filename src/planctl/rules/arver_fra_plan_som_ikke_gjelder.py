"""A plan inherits from a plan that is not in force.

Goals are inherited from the plan that steers: adopted, within its period, and not replaced by a newer
one. A plan that builds on goals from a plan that was in force on no day of its own period follows a
road that the council has left. Inherit from the newer plan. A plan with the status utgått was in force
until an adopted plan that has it under `avløser` took its place: from that plan's adoption, or from its
period when that begins later. Where no plan replaces it, nothing tells how long it held. While both
plans are being made, a draft may inherit from a draft. When nobody inherits rightly from the plan, its
own status or period may be wrong: then only the first heir is told. That a plan should move to the new
one when it is revised, is advice (223).
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import in_force_within, plan_period
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.load.schema.annotations import Ref
from planctl.model.record import Record
from planctl.model.vedtak import NOT_YET
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: temaplan
id: tp-klima
tittel: Temaplan for klima
periode: 2022-2034
status: utkast
ansvarlig: samfunn
arver: [kp2008]
"""
_OLD = """\
type: kommuneplan
id: kp2008
tittel: Kommuneplan 2008–2019
periode: 2008-2019
status: utgått
ansvarlig: kommunedirektøren
satsingsområder:
  - id: gammel.miljø
    tittel: Et godt miljø
    bærekraftsmål: ["11"]
"""
_MOST_PLACES = 10


def _whole(world: World) -> Iterator[Finding]:
    amiss: dict[Record, tuple[Record, list[tuple[Ref, Record]]]] = {}
    heeded: set[Record] = set()
    for heir in world.plans.of_kind(*world.plans.thread.heirs):
        for ref, target in world.graph.refs_from(heir, "arver"):
            plan = target.plan
            if plan is heir or heir.get("status") == "utgått":
                continue
            if _holds(plan, heir, world):
                if heir.get("status") not in NOT_YET:
                    heeded.add(plan)
                continue
            rows = amiss.setdefault(plan, (plan, []))[1]
            if not any(other is heir for _, other in rows):
                rows.append((ref, heir))
    for plan, rows in amiss.values():
        if plan in heeded:
            yield from (_told(plan, [row], world) for row in rows)
        else:
            yield _told(plan, rows, world)


def _told(plan: Record, rows: list[tuple[Ref, Record]], world: World) -> Finding:
    ref, heir = rows[0]
    if plan.get("status") == "utgått" and _share_a_day(plan, heir) and not world.graph.refs_to(plan, "avløser"):
        message = T(
            "«{where}» inherits from «{id}», which is withdrawn and replaced by none", where=heir.name, id=plan.name
        )
        hint = T(
            "Write «avløser: {id}» in the {plan} that took its place, or inherit from the {plan_pl} in force.",
            id=plan.name,
        )
    else:
        message = T(
            "«{where}» inherits from «{id}», which is not in force in its period", where=heir.name, id=plan.name
        )
        hint = T("Inherit from the {plan_pl} in force, or correct the status or period of «{id}».", id=plan.name)
    adopted = plan.get("status") in {"vedtatt", "under revisjon"}
    related = [(plan.place("periode" if adopted else "status"), T("«{id}» stands here", id=plan.name))]
    related += [(way.place, T("«{id}» inherits from it too", id=other.name)) for way, other in rows[1:_MOST_PLACES]]
    return Finding("216", ref.place, message, hint, heir.id, "arver", tuple(related))


def _share_a_day(plan: Record, heir: Record) -> bool:
    own, period = plan_period(plan), plan_period(heir)
    return own is not None and period is not None and own.overlaps(period)


def _holds(plan: Record, heir: Record, world: World) -> bool:
    period, own = plan_period(heir), plan_period(plan)
    draft = plan.get("status") in NOT_YET
    if heir.get("status") in NOT_YET and draft:
        return period is None or own is None or own.overlaps(period)
    if period is None or (own is None and not draft):
        return True
    return in_force_within(plan, world.graph, period)


RULE = Rule(
    code="216",
    slug="arver-fra-plan-som-ikke-gjelder",
    severity=Severity.ERROR,
    title="{Plan} that inherits from {plan_pl} not in force",
    source="S0 «Plansystemet»",
    example=Example(
        "temaplaner/klima.yaml", _BAD, _BAD.replace("[kp2008]", "[klima]"), {"kommuneplan-2008.yaml": _OLD}
    ),
    whole=_whole,
    explanation=__doc__,
)
