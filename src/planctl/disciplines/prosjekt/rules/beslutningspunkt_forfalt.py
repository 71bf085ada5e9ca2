"""The day of a decision on a project has passed, and nobody has written what was decided.

Write `beslutning` (godkjent, godkjent med vilkår, utsatt or stoppet), and `fase` when the project went on; or move the
day when the decision was put off before the meeting.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.prosjekt.examples import PATH, PROJECT
from planctl.disciplines.prosjekt.projects import KINDS, Project
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = PROJECT.replace("økonomi:\n", "  - {dato: 2021-03-16, til_fase: avslutte}\nøkonomi:\n")
_GOOD = _BAD.replace("2021-03-16", "2021-10-19")


def _each(record: Record, world: World) -> Iterator[Finding]:
    for item in Project(record).decisions:
        if not item.outcome and item.day is not None and item.day < world.today:
            message = T("«{title}» was to be decided on by {date}, and nothing is written of it",
                        title=record.title, date=item.day)  # fmt: skip
            hint = T("Add «beslutning:», or write a new day in «dato».")
            yield finding("867", record, message, "beslutningspunkter", item.index, "dato", help=hint)


RULE = Rule(
    code="867",
    slug="beslutningspunkt-forfalt",
    severity=Severity.WARNING,
    title="A decision on a project overdue",
    source="S0 «Prosjekt- og programstyring»",
    example=Example(PATH, _BAD, _GOOD),
    visits=KINDS,
    each=_each,
    explanation=__doc__,
)
