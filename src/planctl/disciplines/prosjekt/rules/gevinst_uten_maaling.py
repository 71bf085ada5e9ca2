"""A benefit of a project that is over, or a benefit that is settled, and nothing has been measured.

Whether a benefit came cannot be seen without a number. Write under `målinger` what was measured and when, or name in
`indikator` the indicator that shows it. A benefit that is past its `frist` is told of by 805 instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.prosjekt.benefits import KIND, SETTLED, measured
from planctl.disciplines.prosjekt.examples import FINISHED, PATH
from planctl.disciplines.prosjekt.projects import PHASES
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Term
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_GOOD = FINISHED.replace("    frist: 2023\n", "    målinger:\n      - {periode: 2021-04, verdi: 46}\n    frist: 2023\n")


def _each(record: Record, world: World) -> Iterator[Finding]:
    status, due = record.get("status"), deadline(record.get("frist"))
    over = record.parent is not None and record.parent.get("fase") == PHASES[-1]
    if status not in SETTLED and (not over or (due is not None and due < world.today)):
        return
    if measured(world, record, world.today):
        return
    message = T("The project of «{title}» is over, and nothing has been measured", title=record.title)
    if status in SETTLED:
        message = T("«{title}» is {status}, and nothing has been measured",
                    title=record.title, status=Term(str(status)))  # fmt: skip
    hint = T("Write «periode» and «verdi» under «målinger», or the «indikator» that shows it.")
    yield finding("865", record, message, "målinger", help=hint)


RULE = Rule(
    code="865",
    slug="gevinst-uten-måling",
    severity=Severity.WARNING,
    title="A {gevinst} that nobody has measured",
    source="S0 «Prosjekt- og programstyring»: måle gevinster",
    example=Example(PATH, FINISHED, _GOOD),
    visits=(KIND,),
    each=_each,
    explanation=__doc__,
)
