"""A temaplan looks less far ahead than it should.

A temaplan gives the direction for its field for twelve years, as the kommuneplan does, and the
planstrategi considers it every fourth year. A plan that is two years short or more hardly reaches
beyond the handlingsprogram. The horizon is the last year less the first: 2021-2033 is twelve years.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import plan_period
from planctl.domain.plan_kinds import CLEAR_MISS, HORIZON
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Tn
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: temaplan
id: tp-klima
tittel: Temaplan for klima
periode: 2021-2031
arver: [klima]
strategier:
  - id: tp-klima.s1
    tittel: Kommunen skal gjøre det trygt å sykle
    bidrar_til: [klima.d1]
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    period = plan_period(record)
    if period is None or record.get("status") in ("idé", "utgått"):
        return
    years = period.end.year - period.start.year
    if years <= HORIZON - CLEAR_MISS:
        message = Tn("«{id}» looks {n} year ahead", "«{id}» looks {n} years ahead", years, id=record.name)
        hint = T(
            "{Temaplan} should look {years} years ahead, as periode: {first}-{last}.",
            years=HORIZON,
            first=period.start.year,
            last=period.start.year + HORIZON,
        )
        yield finding("511", record, message, "periode", help=hint)


RULE = Rule(
    code="511",
    slug="temaplan-kort-horisont",
    severity=Severity.WARNING,
    title="{Temaplan} with a short horizon",
    source="S0 «Plansystemet»: temaplan",
    example=Example("temaplan.yaml", _BAD, _BAD.replace("2031", "2033")),
    visits=("temaplan",),
    each=_each,
    severity_fri=Severity.OFF,
    explanation=__doc__,
)
