"""A goal was rewritten after what follows it up was last looked at.

A strategy, an assignment, a measure or a plan rests on the words of its goal. When the goal's text
changes, somebody must read the heirs again: do they still lead there? git knows when each was last
changed. Mend the heir, or, when it still fits, confirm it: a commit that has the line
`Bekrefter: the heir's id` at the end of its message, also for several ids with commas, or for a whole
plan by the plan's id. Work that is done and plans that have run out are left in peace. Outside git the
rule is silent; where part of the history is missing, 222 says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.suspect_links import suspects
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.rules.examples.samples import KOMMUNEPLAN
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = KOMMUNEPLAN.replace("tittel: Luften i sentrum er ren", "tittel: Sentrum er stille og har ren luft")
_STRATEGY = "tittel: Kommunen skal gjøre det enklere å gå og sykle"
_GOOD = _BAD.replace(_STRATEGY, "tittel: Kommunen skal gjøre det enklere å gå, sykle og kjøre stille")


def _whole(world: World) -> Iterator[Finding]:
    history = world.history()
    if history is None:
        return
    for item in suspects(world, history):
        goal, heir, step = item.goal, item.heir, item.step
        message = T(
            "The text of «{goal}» has changed since «{id}» was last changed or confirmed", goal=goal.name, id=heir.name
        )
        hint = T(
            "Read the new text. Change «{id}», or confirm it by a commit that ends with the line «Bekrefter: {id}».",
            id=heir.name,
        )
        if step.commit is None:
            said = T("It was «{old}» at the last commit", old=item.former)
        else:
            said = T(
                "It was «{old}» until {date} ({commit})",
                old=item.former,
                date=step.commit.date,
                commit=step.commit.short,
            )
        yield Finding("221", item.place, message, hint, heir.id, related=((goal.place("tittel"), said),))


RULE = Rule(
    code="221",
    slug="mistenkelig-lenke",
    severity=Severity.WARNING,
    title="A {mål} rewritten after what rests on it",
    source="S0 «Plansystemet»: målene arves",
    example=Example("kommuneplan.yaml", _BAD, _GOOD, before=KOMMUNEPLAN),
    whole=_whole,
    explanation=__doc__,
)
