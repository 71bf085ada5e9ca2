"""Two leaders were to meet again, the time has passed, and no dialogue is entered.

`neste` tells when the next leaders' dialogue about the unit is to be. Enter it when it has been held, or write a
new time.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.medvirkning.dialogues import KIND, Dialogues
from planctl.disciplines.medvirkning.examples import DIALOGUES, PATH
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import deadline
from planctl.rules.rule import Example, Rule
from planctl.world import World

_GOOD = f"{DIALOGUES}    neste: 2021-11\n"


def _whole(world: World) -> Iterator[Finding]:
    dialogues = Dialogues(world)
    for record in world.plans.of_kind(KIND):
        due = deadline(record.get("neste"))
        if due is not None and due < world.today and dialogues.following(record) is None:
            message = T("The next {lederdialog} after «{title}» was to be held by {day}", title=record.title, day=due)
            hint = T("Enter it when it has been held, or write a new time in «neste».")
            yield finding("885", record, message, "neste", help=hint)


RULE = Rule(
    code="885",
    slug="lederdialog-ikke-holdt",
    severity=Severity.WARNING,
    title="The next {lederdialog} was not held",
    source="S0 «Hovedelementer»: lederdialog hvert halvår og ved avvik",
    example=Example(PATH, _GOOD.replace("2021-11", "2021-06-10"), _GOOD),
    whole=_whole,
    explanation=__doc__,
)
