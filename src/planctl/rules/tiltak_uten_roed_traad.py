"""A measure has no thread up to a goal.

Units are bound by the goals and free to choose their measures; what ties the two together is that
each measure solves an assignment from the action programme, which in turn follows up a strategy. A
measure without that tie may be useful work, but nobody can say what it is for. Name the assignment
in `løser`, or ask whether the measure should be dropped. An idea may wait.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    for record in world.plans.of_kind("tiltak"):
        if record.plan.kind != "virksomhetsplan" or thread.excused(record) or thread.dangles(record):
            continue
        if not record.get("løser"):
            message = T("{Tiltak} «{id}» solves no {oppdrag_pl}", id=record.name)
            hint = T("Add «løser:» with the ids of the {oppdrag_pl}, as løser: [hp2021.o1].")
            yield finding("206", record, message, "løser", help=hint)
        elif thread.ends_in_nothing(record):
            message = T("The thread from {tiltak} «{id}» never reaches any {mål_pl}", id=record.name)
            hint = T("Check what the {oppdrag_pl} in «løser» follow up, or refer to others.")
            yield finding("206", record, message, "løser", help=hint)


RULE = Rule(
    code="206",
    slug="tiltak-uten-rød-tråd",
    severity=Severity.ERROR,
    title="{Tiltak} without a thread to a {mål}",
    source="S0 «Begrepsapparat»: tiltak",
    example=in_plan("    løser: [hp2021.o1]\n", ""),
    whole=_whole,
    explanation=__doc__,
)
