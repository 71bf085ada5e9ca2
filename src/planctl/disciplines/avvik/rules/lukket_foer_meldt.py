"""The day an avvik was closed is before the day it was reported.

One of the two days is wrong, and the time it took to close it cannot be counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, _world: World) -> Iterator[Finding]:
    reported, closed = parse_date(record.get("meldt")), parse_date(record.get("lukket"))
    if reported is not None and closed is not None and closed < reported:
        message = T("«{title}» was closed {closed}, before it was reported {reported}",
                    title=record.title, closed=closed, reported=reported)  # fmt: skip
        yield finding("830", record, message, "lukket", help=T("Correct «lukket» or «meldt»."))


RULE = Rule(
    code="830",
    slug="lukket-før-meldt",
    severity=Severity.ERROR,
    title="{Avvik} closed before it was reported",
    source="S4 «AskerDialogen»",
    example=Example(PATH, REGISTER.replace("lukket: 2021-03-23", "lukket: 2021-03-03"), REGISTER),
    visits=("avvik",),
    each=_each,
    explanation=__doc__,
)
