"""A tiltak must say when it is to be done.

The steering chain ends in concrete action, and action without a deadline cannot be followed up.
The deadline is never inherited: each tiltak states its own. Only an idea (`status: idé`) may do
without.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import plan_period
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    if record.get("frist") is None and record.get("status") != "idé":
        message = T("{Tiltak} «{id}» has no deadline", id=record.name)
        period = plan_period(record.plan)
        day = f"{period.end.year if period else world.today.year}-10-01"
        hint = T("Add «frist:» with a date, as frist: {day}. It is not inherited from the {oppdrag}.", day=day)
        yield finding("301", record, message, "frist", help=hint)


RULE = Rule(
    code="301",
    slug="tiltak-uten-frist",
    severity=Severity.ERROR,
    title="{Tiltak} without a deadline",
    source="S0 «Begrepsapparat»: tiltak",
    example=in_plan("    frist: 2021-10-01\n", ""),
    visits=("tiltak",),
    each=_each,
    explanation=__doc__,
)
