"""No service area has been given this goal.

The action programme distributes the goals of the municipal plan among the service areas, so that
someone answers for each of them. A goal that nobody got is a break in the thread. Write it in
`målfordeling`, by itself or with the main goal or area it stands under. The rule judges the action
programme in force, and waits while an id in its `målfordeling` is unknown (201).
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
_BAD = HANDLINGSPROGRAM.replace("  klima.d2: [samfunn]\n", "")


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    programmes = thread.programmes
    if not programmes or any(_waits(plan, world) for plan in programmes):
        return
    given: set[Record] = set()
    for plan in programmes:
        for target in world.graph.targets(plan, "målfordeling"):
            if target.kind == "satsingsområde" or thread.is_goal(target):
                given.update(record for record in (target, *world.graph.descendants(target)))
    left = [record for record in thread.targets() if record not in given]
    if left and not given:
        message = T("{Plan} «{id}» distributes no {delmål_pl} among the {tjenesteområde_pl}", id=programmes[0].name)
        hint = T("Add «målfordeling:» and give out the {delmål_pl} line by line, as klima.d1: [samfunn].")
        yield finding("210", programmes[0], message, "målfordeling", help=hint)
        return
    for record in left:
        message = T("No {tjenesteområde_pl} have got {kind} «{id}»", kind=Term(record.kind), id=record.name)
        plan = programmes[0]
        words = {"where": plan.name, "id": record.name}
        hint = T("Write under «målfordeling» in «{where}» who has got it, as {id}: [samfunn].", **words)
        related = [(plan.place("målfordeling"), T("«målfordeling» stands here"))]
        yield finding("210", record, message, help=hint, related=related)


def _waits(plan: Record, world: World) -> bool:
    """Tell whether a programme's distribution cannot be read: an id in it is unknown (201), or it is no group (102)."""
    given = plan.get("målfordeling")
    return (given is not None and not isinstance(given, dict)) or (plan, "målfordeling") in world.graph.dangling


RULE = Rule(
    code="210",
    slug="delmål-uten-tjenesteområde",
    severity=Severity.WARNING,
    severity_fri=Severity.OFF,
    title="{Delmål} without a {tjenesteområde}",
    source="S0 «Mål- og resultatstyring»: fordeling av delmål",
    example=Example(_PATH, _BAD, HANDLINGSPROGRAM, others(_PATH)),
    whole=_whole,
    explanation=__doc__,
)
