"""The next leaders' dialogue does not say what became of what was agreed.

What two leaders agree on is taken up again when they meet next: the new dialogue names it in `gjennomgått`, or its
own status tells what became of it. What is carried on is «videreført» there, and stands as a new point in the new
dialogue.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.medvirkning.dialogues import AGREED, Dialogues
from planctl.disciplines.medvirkning.examples import DIALOGUES, PATH
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    dialogues = Dialogues(world)
    for record in world.plans.of_kind(AGREED):
        held = record.parent
        following = dialogues.following(held) if held is not None else None
        if following is None or not world.bonds.follow_ups.is_open(record):
            continue
        if record.id not in following.texts("gjennomgått"):
            message = T("«{title}» is open, and was not taken up on {day}",
                        title=record.title, day=parse_date(following.get("dato")))  # fmt: skip
            hint = T("Write what became of it in «status», or «gjennomgått: [{id}]» in «{next}».",
                     id=record.name, next=following.name)  # fmt: skip
            related = [(following.place("dato"), T("the next {lederdialog} stands here"))]
            yield finding("884", record, message, "status", help=hint, related=related)


RULE = Rule(
    code="884",
    slug="avtale-ikke-fulgt-opp",
    severity=Severity.WARNING,
    title="Agreed, and not taken up at the next {lederdialog}",
    source="S0 «Hovedelementer»: resultatoppfølging og lederdialog",
    example=Example(PATH, DIALOGUES.replace("    gjennomgått: [ld-vår.a1]\n", ""), DIALOGUES),
    whole=_whole,
    explanation=__doc__,
)
