"""Something is set to the common summer holiday.

In the weeks 28, 29 and 30 much of the administration and most politicians are away. The weeks are
custom, not law: this is advice. Judged are exact days, and periods that lie wholly within the three
weeks. A Sunday is left to 704.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.domain.wheel import is_current, within_plan
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.holidays import holiday
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: møteplan
id: møteplan2021
tittel: Møteplan 2021
periode: 2021
møter:
  - id: kommunestyret-juli
    organ: kommunestyret
    dato: 2021-07-13
"""
_WEEKS = range(28, 31)


def _each(record: Record, world: World) -> Iterator[Finding]:
    field, start, end = _days(record)
    if start is None or end is None or not is_current(record, world.today) or not within_plan(record, start):
        return
    weeks = [day.isocalendar().week for day in (start, end)]
    single = start == end and holiday(start) is not None
    if weeks[0] in _WEEKS and weeks[1] in _WEEKS and (end - start).days < len(_WEEKS) * 7 and not single:
        message = T("«{id}» is set to the common summer holiday, week {week}", id=record.name, week=weeks[0])
        yield finding("709", record, message, field, help=T("Choose a time before week 28 or after week 30."))


def _days(record: Record) -> tuple[str, date | None, date | None]:
    day = parse_date(record.get("dato"))
    if day is not None:
        return "dato", day, day
    return "fra", parse_date(record.get("fra")), parse_date(record.get("til"))


RULE = Rule(
    code="709",
    slug="fellesferie",
    severity=Severity.INFO,
    title="Meeting or {aktivitet} in the common summer holiday",
    source="S0 «Årshjul»; sedvane: uke 28–30",
    example=Example("møteplan.yaml", _BAD, _BAD.replace("07-13", "06-15")),
    visits=("møte", "aktivitet"),
    each=_each,
    explanation=__doc__,
)
