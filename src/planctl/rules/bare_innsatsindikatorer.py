"""This goal is measured only by effort, and not by effect.

The result chain sorts indicators in five: what is put in (`innsatsfaktorer`), what is done
(`aktiviteter`), what is delivered (`produkter`), and the effects for users (`brukereffekter`) and for
society (`samfunnseffekter`). Money and activities tell how hard the municipality works, not whether
the goal comes closer. Add an indicator of what comes out of it. A goal with an indicator that is not
sorted is left alone, and so is one with goals below it.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.indicators import living
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Term
from planctl.model.record import Record
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_EFFORT = frozenset({"innsatsfaktorer", "aktiviteter"})


def _whole(world: World) -> Iterator[Finding]:
    plans, graph = world.plans, world.graph
    by_goal: dict[Record, tuple[Record, list[Record]]] = {}
    for record in living(world):
        for goal in filter(world.thread.is_goal, graph.measured(record)):
            by_goal.setdefault(goal, (goal, []))[1].append(record)
    for goal, indicators in by_goal.values():
        if any(plans.is_a(below, "mål") for below in graph.children(goal)):
            continue
        if all(record.get("resultatkjede") in _EFFORT for record in indicators):
            message = T("{kind} «{id}» is measured only by effort, not by effect", kind=Term(goal.kind), id=goal.name)
            hint = T("Add an indicator of what is delivered, or of the effect for users or society.")
            related = [(record.place("resultatkjede"), T("this indicator measures effort")) for record in indicators]
            yield finding("610", goal, message, help=hint, related=related)


RULE = Rule(
    code="610",
    slug="bare-innsatsindikatorer",
    severity=Severity.INFO,
    title="{Mål} measured only by effort",
    source="S0 «Mål- og resultatstyring»: DFØs resultatkjede",
    example=Example("handlingsprogram.yaml", PROGRAM.replace("brukereffekter", "aktiviteter"), PROGRAM),
    whole=_whole,
    explanation=__doc__,
)
