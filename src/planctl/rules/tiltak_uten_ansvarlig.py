"""A tiltak must name the one who answers for it.

What everybody answers for, nobody does. The responsibility is never inherited from the plan or the
oppdrag: each tiltak names one unit or one role, and others may take part under `medansvarlige`.
Only an idea (`status: idé`) may do without.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.owners import example_owner
from planctl.rules.rule import Context, Rule, finding
from planctl.rules.samples import in_plan


def _each(record: Record, context: Context) -> Iterator[Finding]:
    named = record.get("ansvarlig")
    empty = named is None or (isinstance(named, str) and not named.strip())
    if empty and record.get("status") != "idé":
        message = T("{Tiltak} «{id}» has nobody responsible", id=record.name)
        hint = T(
            "Add «ansvarlig:» with the id of one unit or role, as ansvarlig: {owner}. It is not inherited.",
            owner=example_owner(record, context),
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
