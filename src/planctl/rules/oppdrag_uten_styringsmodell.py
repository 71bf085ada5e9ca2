"""An oppdrag does not say how it is to be steered.

The municipality chooses for each oppdrag how it is best solved: in the line, as a project, by
contract, through ownership, or together with others (samstyring). The choice decides who follows it
up and how it is reported. Write it in `styringsmodell`.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    if record.get("styringsmodell") in (None, "") and record.get("status") not in ("idé", "utgår"):
        message = T("{Oppdrag} «{id}» does not say how it is steered", id=record.name)
        hint = T("Add «styringsmodell:» with linje, prosjekt, kontrakt, eier or samstyring.")
        yield finding("309", record, message, "styringsmodell", help=hint)


RULE = Rule(
    code="309",
    slug="oppdrag-uten-styringsmodell",
    severity=Severity.INFO,
    title="{Oppdrag} without a steering model",
    source="S0 «Styringsmodeller»",
    example=Example("handlingsprogram.yaml", PROGRAM.replace("    styringsmodell: linje\n", ""), PROGRAM),
    visits=("oppdrag",),
    each=_each,
    severity_fri=Severity.OFF,
    habit=True,
    explanation=__doc__,
)
