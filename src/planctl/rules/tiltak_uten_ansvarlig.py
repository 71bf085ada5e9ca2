"""A tiltak must name the one who answers for it.

What everybody answers for, nobody does. The responsibility is never inherited from the plan or the
oppdrag: each tiltak names one unit or one role, and others may take part under `medansvarlige`.
Only an idea (`status: idé`) may do without.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.owners import example_owner
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    named = record.get("ansvarlig")
    empty = named is None or (isinstance(named, str) and not named.strip())
    if empty and record.get("status") != "idé":
        message = T("{Tiltak} «{id}» has nobody responsible", id=record.name)
        hint = T(
            "Add «ansvarlig:» with the id of one unit or role, as ansvarlig: {owner}. It is not inherited.",
            owner=example_owner(record, world),
        )
        yield finding("302", record, message, "ansvarlig", help=hint)


RULE = Rule(
    code="302",
    slug="tiltak-uten-ansvarlig",
    severity=Severity.ERROR,
    title="{Tiltak} with nobody responsible",
    source="S0 «Begrepsapparat»: tiltak",
    example=in_plan("    ansvarlig: veg\n", ""),
    visits=("tiltak",),
    each=_each,
    explanation=__doc__,
)
