"""The unit a virksomhetsplan belongs to does not exist when the plan applies.

The organisation file says from when (`fra`) and until when (`til`) a unit exists. A plan for a unit
that was closed before the plan's year, opens after it, or is closed now in the middle of the year, has
nobody to carry out its tiltak. Move what remains to the unit that has taken over, and set the plan's
status to `utgått`. A plan whose year is over is not blamed for a unit that was closed during it.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import is_open, plan_period
from planctl.domain.organisation import closed, opened
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.model.time_words import time_words
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: virksomhetsplan
id: vp2021-fritid
tittel: Virksomhetsplan 2021 for fritid
virksomhet: fritid
periode: 2021
arver: [klima.d1]
tiltak:
  - id: vp2021-fritid.t1
    tittel: Kjøre sykkelkurs for femteklasser
    løser: [hp2021.o1]
    frist: 2021-06-20
    ansvarlig: fritid
"""
_UNITS = """\
type: organisasjon
id: enheter
virksomheter:
  - id: fritid
    tittel: Fritid
    overordnet: samfunn
    fra: 2015-01-01
    til: 2020-12-31
  - id: kultur-og-fritid
    tittel: Kultur og fritid
    overordnet: samfunn
    fra: 2021-01-01
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    period = plan_period(record)
    if period is None or record.get("status") == "utgått":
        return
    for unit in world.graph.targets(record, "virksomhet"):
        first, last = opened(unit), closed(unit)
        if last and (last < period.start or (is_open(record, world.today) and last < world.today)):
            message = T("«{id}» belongs to {unit}, which was closed {day}", id=record.name, unit=unit.title, day=last)
            hint = T("Move what remains to the unit that has taken over, and set the plan's status to utgått.")
            place, note = unit.place("til"), T("closed here")
        elif first and first.first > period.end:
            message = T(
                "«{id}» belongs to {unit}, which does not exist until {day}",
                id=record.name,
                unit=unit.title,
                day=time_words(first),
            )
            hint = T("Correct the plan's year or unit, or the day the unit opens.")
            place, note = unit.place("fra"), T("opened here")
        else:
            continue
        yield finding("312", record, message, "virksomhet", help=hint, related=[(place, note)])


RULE = Rule(
    code="312",
    slug="foreldreløs-virksomhetsplan",
    severity=Severity.WARNING,
    title="The unit of a {virksomhetsplan} does not exist",
    source="S0 «Plansystemet»: virksomhetsplan",
    example=Example(
        "virksomhetsplaner/fritid.yaml",
        _BAD,
        _BAD.replace("sykkelkurs for femteklasser", "sykkelkurs").replace(" fritid\n", " kultur-og-fritid\n"),
        {"enheter.yaml": _UNITS},
    ),
    visits=("virksomhetsplan",),
    each=_each,
    explanation=__doc__,
)
