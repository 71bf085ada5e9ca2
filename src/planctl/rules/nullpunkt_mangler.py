"""An indicator has no zero point to measure change from.

Indicators tell whether the municipality moves towards its goals, and to tell movement one must know
where it began. The zero point is the value when the goal was set, with its period. Where the
municipality keeps measurements but this indicator has none yet, the rule waits: then rule 607 speaks.
Where a target is written as a change from the zero point, rule 625 speaks. Plans that are closed or
replaced are left in peace.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.indicators import living, measured
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.targets import written_changes
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    values = measured(world)
    for record in living(world):
        if any(written_changes(record.fields)):
            continue  # 625 speaks
        if not record.get("nullpunkt") and (not world.plans.measurements or record.name in values):
            message = T("{Indikator} «{id}» has no zero point", id=record.name)
            hint = T("Add «nullpunkt:» with periode and verdi: the value it all started from.")
            yield finding("606", record, message, "nullpunkt", help=hint)


RULE = Rule(
    code="606",
    slug="nullpunkt-mangler",
    severity=Severity.WARNING,
    title="{Indikator} without a zero point",
    source="S0 «FNs bærekraftsmål»: nullpunktsmåling",
    example=Example(
        "handlingsprogram.yaml", PROGRAM.replace("    nullpunkt:\n      periode: 2019\n      verdi: 9\n", ""), PROGRAM
    ),
    whole=_whole,
    severity_fri=Severity.INFO,
    explanation=__doc__,
)
