"""A report is delivered on a day that has not come.

`levert` is the day the report was handed in. A later day is a slip in the year or the month, and the report
would count as delivered long before it is. Correct the day, or leave the field out until the report is sent.
Only reports on periods that are over are judged: at an earlier date the later ones have not been written yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date, parse_period
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
levert: 2022-05-05
økonomi:
  årsbudsjett_regulert: 12300
  budsjett_hittil: 4100
  regnskap_hittil: 4150
  prognose: 12300
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    period, delivered = parse_period(record.get("periode")), parse_date(record.get("levert"))
    if period is not None and delivered is not None and period.end < world.today < delivered:
        message = T("The report is delivered {day}, a day that has not come", day=delivered)
        hint = T("Check year and month, or leave «levert» out until the report is sent.")
        yield finding("113", record, message, "levert", help=hint)


RULE = Rule(
    code="113",
    slug="levert-i-framtiden",
    severity=Severity.ERROR,
    title="A report delivered on a day that has not come",
    source="S0 «Resultat og rapportering»",
    example=Example("rapportering/2021-T1/veg.yaml", _BAD, _BAD.replace("2022-05-05", "2021-05-05")),
    visits=("rapportering",),
    each=_each,
    explanation=__doc__,
)
