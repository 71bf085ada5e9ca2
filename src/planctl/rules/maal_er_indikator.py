"""A goal is a number to be measured, not a state to be reached.

A goal is a wished-for state that cannot itself be measured; indicators tell how near it is. A goal that holds
a share, a number or a percentage is an indicator in disguise: it shuts out all that the number does
not count. Write the state, and put the number in an indicator with bands and a target. A year alone
(«I 2030 er Asker …») is no such number, nor are ages and names of roads.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.wording import wording
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    from planctl.language.measures import measure

    title = wording(record)
    words = measure(title) if title is not None else None
    if words is not None:
        message = T("«{id}» is an {indikator}: it counts or measures «{words}»", id=record.name, words=words)
        hint = T("Write the state that is wished for, and move the number to the target («måltall») of an {indikator}.")
        yield finding("404", record, message, "tittel", help=hint)


RULE = Rule(
    code="404",
    slug="mål-er-indikator",
    severity=Severity.WARNING,
    severity_fri=Severity.OFF,
    title="{Mål} that is an {indikator}",
    source="S0 «Begrepsapparat»: mål, indikator",
    example=Example("kommuneplan.yaml", goals(goal="70 prosent av reisene skjer uten bil"), goals()),
    visits=("mål",),
    each=_each,
    explanation=__doc__,
)
