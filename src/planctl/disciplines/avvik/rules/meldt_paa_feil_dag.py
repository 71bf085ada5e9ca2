"""An avvik was reported on a day that has not come, or outside the years of its register.

It is counted in the month it was reported. Correct the day, or `periode` of the register.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date, parse_period
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    day = parse_date(record.get("meldt"))
    if day is None:
        return
    period = parse_period(record.plan.get("periode"))
    if day > world.today:
        message = T("«{title}» is reported {day}, and that day has not come", title=record.title, day=day)
    elif period is not None and day not in period:
        message = T("«{title}» is reported {day}, but the register is for {period}",
                    title=record.title, day=day, period=str(record.plan.get("periode")))  # fmt: skip
    else:
        return
    yield finding("837", record, message, "meldt", help=T("Correct «meldt», or «periode» of the register."))


RULE = Rule(
    code="837",
    slug="meldt-på-feil-dag",
    severity=Severity.WARNING,
    title="{Avvik} reported on a day that cannot be right",
    source="S4 «Oppsummering»: statistikk og trend",
    example=Example(PATH, REGISTER.replace("meldt: 2021-03-09", "meldt: 2012-03-09"), REGISTER),
    visits=("avvik",),
    each=_each,
    explanation=__doc__,
)
