"""A unit has two reports for the same period.

Then one of them wins: the one delivered last, or else the last by file name, and what the other says of the
same tiltak or of the economy is lost. It happens when a report is copied to begin the next one, or when a correction is
saved beside the first. Put them together in one file, or correct the period or the unit of one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.reporter import FIELDS, WHOLE, is_for_all, unit_of_report
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import Period, parse_period
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "rapportering/2021-T1/veg-rettet.yaml"
_FIRST = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
levert: 2021-05-05
sammendrag: Arbeidet går som planlagt.
økonomi:
  årsbudsjett_regulert: 12300
  budsjett_hittil: 4100
  regnskap_hittil: 4150
  prognose: 12300
"""


def _whole(world: World) -> Iterator[Finding]:
    first: dict[tuple[str, Period], Record] = {}
    for record in world.plans.of_kind("rapportering"):
        period = parse_period(record.get("periode"))
        unit = unit_of_report(record, world.graph)
        name = WHOLE if is_for_all(record) else unit.id if unit is not None else None
        if period is None or name is None:
            continue
        other = first.setdefault((name, period), record)
        if other is not record:
            message = T("«{unit}» has a report for {period} already", unit=name, period=str(record.get("periode")))
            field = FIELDS[0] if record.get(FIELDS[0]) is not None else FIELDS[1]
            hint = T("Put them together in one file, or correct «periode» or «{field}» in one of them.", field=field)
            related = [(other.place("periode"), T("the first report stands here"))]
            yield finding("624", record, message, "periode", help=hint, related=related)


RULE = Rule(
    code="624",
    slug="duplisert-rapport",
    severity=Severity.ERROR,
    title="Two reports for one unit and period",
    source="S0 «Resultat og rapportering»",
    example=Example(_PATH, _FIRST, _FIRST.replace("2021-T1", "2021-04"), {"rapportering/2021-T1/veg.yaml": _FIRST}),
    whole=_whole,
    explanation=__doc__,
)
