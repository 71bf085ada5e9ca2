"""A guideline from outside, a possibility or a challenge is one that no goal or plan answers.

National expectations, regional plans and what frames the economy are to be taken into account in the plans, and the
kommuneplan is to solve what the municipality's own knowledge shows. Name in `besvares_av` the goal, the strategi, the
oppdrag or the plan that answers it, and `trace` shows it there. Is it left, tell why in `begrunnelse`. One that no
longer holds (`gjelder_til`) needs no answer, nor does a mere condition (`slag: forutsetning`).
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kunnskapsgrunnlag.examples import BASE, BASE_PATH
from planctl.disciplines.kunnskapsgrunnlag.foundations import ANSWERS, CONDITION, GUIDELINE, holds, waits
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    if waits(record) and holds(record, world.today):
        message = T("Nothing answers «{title}»", title=record.title)
        hint = T("Name the {mål_pl} or plans that answer it in «besvares_av», or tell why none does in «begrunnelse».")
        yield finding("892", record, message, ANSWERS, help=hint)


RULE = Rule(
    code="892",
    slug="føring-ubesvart",
    severity=Severity.INFO,
    title="Guideline or challenge that nothing answers",
    source="S0 «Planlegging»: nasjonale forventninger legges til grunn; S1 «Trekantmodellen»",
    example=Example(BASE_PATH, BASE.replace("    besvares_av: [klima.d1]\n", ""), BASE),
    visits=(GUIDELINE, CONDITION),
    each=_each,
    explanation=__doc__,
)
