"""No measure solves this assignment.

An assignment gets done by concrete measures in the units' plans. When none of those who got it has a
measure for it, it stands in the action programme and nowhere else. Write a measure that names it in
`løser`, or agree on who takes it. Assignments in the action programme in force are judged, unless
they are done or dropped, and only when a unit that got it has a plan for this year. While a measure
in that plan lacks its assignment (206, 201) the rule waits: it may be the very one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.domain.open_work import IDEA, is_promised
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import HANDLINGSPROGRAM, VIRKSOMHETSPLAN, measure, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "virksomhetsplaner/veg.yaml"
_GOOD = VIRKSOMHETSPLAN + measure("Bygge fortau i Skolevegen", "2021-11-01", solves="hp2021.o2")
_PROGRAMME = HANDLINGSPROGRAM.replace(
    "indikatorer:",
    """\
  - id: hp2021.o2
    tittel: Sikre skolevegene for gående og syklende
    følger_opp: [klima.d1.s1]
    til: [veg]
    styringsmodell: linje
    frist: 2023
indikatorer:""",
)


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    reporting = world.status_reports
    plans = list(thread.current("virksomhetsplan"))
    if not plans or world.plans.incomplete:
        return
    planned = _units(plans, world)
    faulty = [record.plan for record in world.plans.of_kind("tiltak") if thread.blamed(record)]
    waiting = _units(faulty, world)
    for record in thread.current("oppdrag"):
        status = reporting.at(record, world.today).status
        if not is_promised(status) or any(_solves(item, world) for item in world.graph.children(record)):
            continue
        units = set(world.graph.targets(record, "til"))
        wait = bool(units & waiting) if units else bool(faulty)
        if not wait and (units & planned or not units):
            message = T("No {tiltak_pl} solve {oppdrag} «{id}»", id=record.name)
            hint = T(
                "Name «{id}» under «løser» in {tiltak_pl} in the {virksomhetsplan_pl}, or agree on who is to do it.",
                id=record.name,
            )
            yield finding("213", record, message, help=hint)


def _solves(record: Record, world: World) -> bool:
    """Tell whether a measure counts: more than an idea, not dropped, in a plan that has not expired."""
    if record.kind != "tiltak" or record.plan.get("status") in {IDEA, "utgått"}:
        return False
    return world.status_reports.at(record, world.today).status not in {IDEA, "utgår"}


def _units(plans: Iterable[Record], world: World) -> set[Record]:
    """Give the units of some plans, and those they belong to."""
    found = [unit for plan in plans for unit in world.graph.targets(plan, "virksomhet")]
    seen = set(found)
    for here in found:
        for above in world.graph.targets(here, "overordnet"):
            if above not in seen:
                seen.add(above)
                found.append(above)
    return seen


RULE = Rule(
    code="213",
    slug="oppdrag-uten-tiltak",
    severity=Severity.WARNING,
    title="{Oppdrag} without {tiltak}",
    source="S0 «Begrepsapparat»: tiltak",
    example=Example(_PATH, VIRKSOMHETSPLAN, _GOOD, others(_PATH, handlingsprogram=_PROGRAMME)),
    whole=_whole,
    explanation=__doc__,
)
