"""A project that names no need in the line.

Every project springs out of a need for change that the line has. Write in `behov` which oppdrag it helps to solve;
where the need is not written as an oppdrag, the strategi or the mål. A project in a program has the program's need
where it names none of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.prosjekt.examples import PATH, PROJECT
from planctl.disciplines.prosjekt.projects import KINDS
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    above = next(iter(world.graph.targets(record, "program")), None)
    if not record.get("behov") and not (above is not None and above.get("behov")):
        message = T("«{title}» names no need in the line", title=record.title)
        hint = T("Add «behov:» with the ids of the {oppdrag_pl} it helps to solve.")
        yield finding("864", record, message, "behov", help=hint)


RULE = Rule(
    code="864",
    slug="prosjekt-uten-behov",
    severity=Severity.WARNING,
    title="A {prosjekt} without a need",
    source="S0 «Prosjekt- og programstyring»; S2 4.3 «Prosjektstyring»",
    example=Example(PATH, PROJECT.replace("behov: [hp2021.o1]\n", ""), PROJECT),
    visits=KINDS,
    each=_each,
    explanation=__doc__,
)
