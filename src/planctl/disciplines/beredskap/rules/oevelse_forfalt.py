"""A plan for emergencies has not been exercised for two years.

The municipality exercises its beredskapsplan every second year. The newest exercise of the plan counts: what its
`neste` says, else two years after its `dato`. An exercise of a plan that another one has replaced, is of the new one.
Enter the new exercise; one that is planned stands there with its day to come. Nothing is said of a plan that has no
exercise here; that it is revised each year, 526 asks.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.beredskap.exercises import NEXT, by_plan, due_after
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.versions import PREPAREDNESS_EXERCISE, version_at
from planctl.model.period import deadline
from planctl.rules.rule import Example, Rule
from planctl.world import World

_GOOD = """\
type: beredskap
id: ber
tittel: Øvelser
øvelser:
  - id: ber.ø1
    tittel: Skred stenger vegen
    dato: 2020-02-10
    ansvarlig: veg
"""


def _whole(world: World) -> Iterator[Finding]:
    version = version_at(PREPAREDNESS_EXERCISE, world.today)
    if version is None:
        return
    for held in by_plan(world).values():
        day, record = max(held, key=lambda row: row[0])
        due = due_after(day, record, version)
        if due < world.today:
            message = T("«{title}» of {day} is the newest {øvelse}, and the next was due {due}",
                        title=record.title, day=day, due=due)  # fmt: skip
            hint = T("Enter the new one under «øvelser:» with its «dato:», also when it is only planned. Law: {law}.",
                     law=version.cited)  # fmt: skip
            planned = deadline(record.get(NEXT)) is not None
            yield finding("849", record, message, NEXT if planned else "dato", help=hint)


RULE = Rule(
    code="849",
    slug="øvelse-forfalt",
    severity=Severity.WARNING,
    title="Beredskapsplan not exercised",
    source="forskrift om kommunal beredskapsplikt (FOR-2011-08-22-894), fra 2012: øvelse hvert annet år",
    example=Example("beredskap/veg.yaml", _GOOD.replace("2020", "2018"), _GOOD),
    whole=_whole,
    explanation=__doc__,
)
