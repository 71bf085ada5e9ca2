"""The one who answers for a tiltak stands outside the unit whose plan it is.

A virksomhetsplan commits its own unit. Its leader, its departments and the roles in them can answer
for a tiltak, and so can those above it in the line: the tjenesteområde, its director and chiefs, and
the kommunedirektør. Another unit, an enterprise or a political body cannot be committed here. Let it
take the tiltak into its own plan, or list it under `medansvarlige`. The rule is silent where the
organisation file does not say where a unit or role belongs.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.graph import Graph
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule
from planctl.world import World

_LED_ELSEWHERE = (3, 4)


def _whole(world: World) -> Iterator[Finding]:
    graph = world.graph
    known: dict[tuple[Record, Record], bool] = {}
    units: dict[Record, list[Record]] = {}
    for record in world.plans.of_kind("tiltak"):
        plan = record.plan
        if plan not in units:
            units[plan] = graph.targets(plan, "virksomhet") if plan.kind == "virksomhetsplan" else []
        for unit in units[plan]:
            for owner in graph.targets(record, "ansvarlig"):
                pair = (owner, unit)
                if pair not in known:
                    known[pair] = _inside(owner, unit, graph)
                if not known[pair]:
                    yield _outside(record, owner, unit)


def _outside(record: Record, owner: Record, unit: Record) -> Finding:
    message = T(
        "{owner} answers for «{id}», but does not belong to {unit}, whose plan this is",
        owner=owner.title, id=record.name, unit=unit.title,
    )  # fmt: skip
    hint = T("Choose somebody in the unit or in the line above it, and list others under medansvarlige.")
    related = [(record.plan.place("virksomhet"), T("the unit is named here"))]
    return finding("304", record, message, "ansvarlig", help=hint, related=related)


def _inside(owner: Record, unit: Record, graph: Graph) -> bool:
    line = _line(owner, graph)
    if owner is unit or unit in line:
        return True
    above = _line(unit, graph)
    match owner.kind:
        case "organ":
            return False
        case "rolle":
            return owner in above or _leads_above(owner, above, graph)
        case "avdeling":
            return owner in above or not line
        case "tjenesteområde":
            return owner in above or not above
    return owner in above


def _leads_above(role: Record, above: list[Record], graph: Graph) -> bool:
    """Tell whether a role has its place in the line above a unit, or no stated place at all."""
    home = _next(role, graph)
    if not home or role.get("ledernivå") == 1:
        return True
    if any(place in above for place in home):
        return _is_leader(role) or role.get("ledernivå") not in _LED_ELSEWHERE
    return not above and all(place.kind == "tjenesteområde" for place in home)


def _is_leader(role: Record) -> bool:
    return role.field == "leder"


def _line(record: Record, graph: Graph) -> list[Record]:
    """Give what stands above a unit or role, nearest first."""
    found: list[Record] = []
    queue = _next(record, graph)
    for upper in queue:
        if upper not in found and upper is not record:
            found.append(upper)
            queue += _next(upper, graph)
    return found


def _next(record: Record, graph: Graph) -> list[Record]:
    home = [record.parent] if _is_leader(record) and record.parent is not None else []
    return home + graph.targets(record, "overordnet")


RULE = Rule(
    code="304",
    slug="ansvarlig-utenfor-enheten",
    severity=Severity.WARNING,
    title="The one responsible is outside the unit",
    source="S0 «Lederes ansvar og myndighet»",
    example=in_plan("    ansvarlig: veg\n", "    ansvarlig: park\n"),
    whole=_whole,
    severity_fri=Severity.INFO,
    explanation=__doc__,
)
