"""A plan inherits from a plan that is not in force.

Goals are inherited from the plan that steers: adopted, within its period, and not replaced by a newer
one. A plan that builds on goals from a plan that was in force on no day of its own period follows a
road that the council has left. Inherit from the newer plan. While both plans are being made, a draft
may inherit from a draft. When nobody inherits rightly from the plan, its own status or period may be
wrong: then only the first heir is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import in_force_within, plan_period
from planctl.domain.plan_kinds import HEIRS
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
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
_ON_THE_WAY = frozenset({"idé", "utkast", "på høring"})


def _whole(world: World) -> Iterator[Finding]:
    amiss: dict[int, tuple[Record, list[tuple[Ref, Record]]]] = {}
    heeded: set[int] = set()
    for heir in world.plans.of_kind(*HEIRS):
        for ref, target in world.graph.refs_from(heir, "arver"):
            plan = target.plan
            if plan is heir or heir.get("status") == "utgått":
                continue
            if _holds(plan, heir, world):
                if heir.get("status") not in _ON_THE_WAY:
                    heeded.add(id(plan))
                continue
            rows = amiss.setdefault(id(plan), (plan, []))[1]
            if not any(other is heir for _, other in rows):
                rows.append((ref, heir))
    for plan, rows in amiss.values():
        if id(plan) in heeded:
            yield from (_told(plan, [row]) for row in rows)
        else:
            yield _told(plan, rows)


def _told(plan: Record, rows: list[tuple[Ref, Record]]) -> Finding:
    ref, heir = rows[0]
    message = T("«{where}» inherits from «{id}», which is not in force in its period", where=heir.name, id=plan.name)
    hint = T("Inherit from the {plan_pl} in force, or correct the status or period of «{id}».", id=plan.name)
    adopted = plan.get("status") in {"vedtatt", "under revisjon"}
    related = [(plan.place("periode" if adopted else "status"), T("«{id}» stands here", id=plan.name))]
    related += [(way.place, T("«{id}» inherits from it too", id=other.name)) for way, other in rows[1:_MOST_PLACES]]
    return Finding("216", ref.place, message, hint, heir.id, "arver", tuple(related))


def _holds(plan: Record, heir: Record, world: World) -> bool:
    period, own = plan_period(heir), plan_period(plan)
    if period is None or own is None:
        return True
    if heir.get("status") in _ON_THE_WAY and plan.get("status") in _ON_THE_WAY:
        return own.overlaps(period)
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
