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
from planctl.rules.rule import Context, Example, Rule, finding

_BAD = """\
type: virksomhetsplan
id: vp2021-veg
tittel: Virksomhetsplan 2021 for veg
virksomhet: veg
periode: 2021
arver: [klima.d1]
tiltak:
  - id: vp2021-veg.t1
    tittel: Bygge sykkelparkering ved stasjonen
    løser: [hp2021.o1]
    ansvarlig: veg
"""


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
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _BAD + "    frist: 2021-10-01\n"),
    visits=("tiltak",),
    each=_each,
    explanation=__doc__,
)
