"""A plan has stood as on hearing since a hearing that ended long ago.

After the hearing the comments are treated, and the plan is adopted, changed or given up. A plan that
still says `på høring` a year after the hearing ended tells the reader that it can be commented on. Write
what became of it: vedtatt with `vedtak`, utkast when it is worked on again, or utgått. Where nothing
tells when the hearing ended, the end of the plan's period counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import hearing
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.deadlines import years_after
from planctl.model.period import parse_period
from planctl.model.record import Record
from planctl.model.time_words import when_words
from planctl.rules.rule import Example, Rule
from planctl.world import World

_YEARS = 1
_BAD = """\
type: kommunedelplan
id: kdp-sykkel
tittel: Kommunedelplan for sykkel
periode: 2019-2031
status: på høring
høring:
  fra: 2019-03-01
  til: 2019-05-01
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    if record.get("status") != "på høring":
        return
    end, period = hearing(record).last, parse_period(record.get("periode"))
    hint = T("Write what became of it: vedtatt with «vedtak», utkast when it is worked on again, or utgått.")
    if end is not None and years_after(end.last, _YEARS) < world.today:
        message = T("«{id}» stands as på høring, but the hearing ended {day}", id=record.name, day=when_words(end))
        yield finding("529", record, message, "status", help=hint)
    elif end is None and period is not None and period.end < world.today:
        message = T("«{id}» stands as på høring, but its period ended {day}", id=record.name, day=period.end)
        yield finding("529", record, message, "status", help=hint)


RULE = Rule(
    code="529",
    slug="høring-uten-vedtak",
    severity=Severity.WARNING,
    title="Plan på høring long after its hearing",
    source="plan- og bygningsloven §§ 11-14 og 11-15",
    example=Example("kdp-sykkel.yaml", _BAD, _BAD.replace("på høring", "utkast")),
    visits=("plan", "registerplan"),
    each=_each,
    explanation=__doc__,
)
