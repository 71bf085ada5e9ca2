"""An oppdrag does not say how it is to be steered.

The municipality chooses for each oppdrag how it is best solved: in the line, as a project, by
contract, through ownership, or together with others (samstyring). The choice decides who follows it
up and how it is reported. Write it in `styringsmodell`. In the profile «fri» the rule is off, and where it is turned
on it judges only a municipality where at least one oppdrag says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    every = list(world.plans.of_kind("oppdrag"))
    if world.config.profile == "fri" and not any(map(_is_steered, every)):
        return
    for record in every:
        if _is_steered(record) or record.get("status") in ("idé", "utgår"):
            continue
        message = T("{Oppdrag} «{id}» does not say how it is steered", id=record.name)
        hint = T("Add «styringsmodell:» with linje, prosjekt, kontrakt, eier or samstyring.")
        yield finding("309", record, message, "styringsmodell", help=hint)


def _is_steered(record: Record) -> bool:
    return record.get("styringsmodell") not in (None, "")


RULE = Rule(
    code="309",
    slug="oppdrag-uten-styringsmodell",
    severity=Severity.INFO,
    title="{Oppdrag} without a steering model",
    source="S0 «Styringsmodeller»",
    example=Example("handlingsprogram.yaml", PROGRAM.replace("    styringsmodell: linje\n", ""), PROGRAM),
    whole=_whole,
    severity_fri=Severity.OFF,
    habit=True,
    explanation=__doc__,
)
