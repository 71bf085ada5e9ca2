"""A tiltak must say when it is to be done.

The steering chain ends in concrete action, and action without a deadline cannot be followed up.
The deadline is never inherited: each tiltak states its own. Only an idea (`status: idé`) may do
without.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.common import plan_period
from planctl.rules.rule import Context, Rule, finding
from planctl.rules.samples import in_plan


def _each(record: Record, context: Context) -> Iterator[Finding]:
    if record.get("frist") is None and record.get("status") != "idé":
        message = T("{Tiltak} «{id}» has no deadline", id=record.name)
        period = plan_period(record.plan)
        day = f"{period.end.year if period else context.today.year}-10-01"
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
