"""A meeting or an activity is set to a public holiday.

Norwegian public holidays are judged, those that follow Easter included, and every Sunday. Saturdays
are not: a seminar may well be held then. Only what has an exact day is judged (`dato`, and `drøftes`
for the discussion with the employees); a period may well span a holiday.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.wheel import exact_days, is_current, within_plan
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.holidays import holiday
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: møteplan
id: møteplan2021
tittel: Møteplan 2021
periode: 2021
møter:
  - id: kommunestyret-mai
    organ: kommunestyret
    dato: 2021-05-13
    klokkeslett: "18:00"
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    if not is_current(record, world.today):
        return
    for field, day in exact_days(record):
        name = holiday(day)
        if name is not None and within_plan(record, day):
            message = T("«{id}» is set to a public holiday: {day} is {name}", id=record.name, day=day, name=name)
            yield finding("704", record, message, field, help=T("Choose another day."))


RULE = Rule(
    code="704",
    slug="helligdag",
    severity=Severity.WARNING,
    title="Meeting or {aktivitet} on a public holiday",
    source="lov om helligdager og helligdagsfred § 2; lov om 1. og 17. mai som høgtidsdager § 1",
    example=Example("møteplan.yaml", _BAD, _BAD.replace("05-13", "05-11")),
    visits=("møte", "aktivitet"),
    each=_each,
    explanation=__doc__,
)
