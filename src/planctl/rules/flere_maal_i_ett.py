"""A goal holds two sentences, each with its own subject and verb.

When one half is reached and the other is not, nobody can say whether the goal is. Strategies and
indicators, too, cannot tell which half they serve. Make two goals of it. One subject with several
verbs («Elevene trives og lærer») is one goal.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.wording import norm_in, wording
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = "Innbyggerne reiser miljøvennlig, og bedriftene bruker fornybar energi"


def _each(record: Record, world: World) -> Iterator[Finding]:
    from planctl.language.goals import several

    title = wording(record)
    if title is not None and several(title, norm_in(record, title, world)):
        message = T("«{id}» holds more than one goal", id=record.name)
        hint = T("Make a goal of each sentence, so that each can be followed up.")
        yield finding("408", record, message, "tittel", help=hint)


RULE = Rule(
    code="408",
    slug="flere-mål-i-ett",
    severity=Severity.INFO,
    title="Several goals in one",
    source="S0 «Begrepsapparat»: mål",
    example=Example("kommuneplan.yaml", goals(goal=_BAD), goals()),
    visits=("mål",),
    each=_each,
    explanation=__doc__,
)
