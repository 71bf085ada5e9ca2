"""A project is in a phase, and no decision took it there.

A phase begins with a `beslutningspunkt`: who decided, when, and that it was «godkjent». Write the one that is missing,
or correct `fase`. The first phase, `behov`, needs none. Where the last decision took the project further than `fase`
says, `fase` has been forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.prosjekt.examples import PATH, PROJECT
from planctl.disciplines.prosjekt.projects import KINDS, Project, rank
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    project = Project(record)
    phase, last = project.phase, project.last_at(world.today)
    reached = max(rank(last.phase), 0) if last is not None else 0
    if not phase or rank(phase) == reached:
        return
    if rank(phase) > reached:
        message = T("«{title}» is in the phase «{phase}», and no decision took it there",
                    title=record.title, phase=phase)  # fmt: skip
        hint = T(
            "Write «dato», «til_fase: {phase}» and «beslutning: godkjent» under «beslutningspunkter».", phase=phase
        )
    else:
        message = T("A decision took «{title}» to «{reached}», and its phase is «{phase}»",
                    title=record.title, reached=last.phase if last is not None else "", phase=phase)  # fmt: skip
        hint = T("Write «fase: {phase}», or correct «til_fase».", phase=last.phase if last is not None else "")
    yield finding("860", record, message, "fase", help=hint)


RULE = Rule(
    code="860",
    slug="fase-uten-beslutningspunkt",
    severity=Severity.WARNING,
    title="A phase without its decision",
    source="S0 «Prosjekt- og programstyring»; S2 4.3 «Prosjektstyring»",
    example=Example(
        PATH, PROJECT.replace("  - {dato: 2021-02-09, til_fase: gjennomføre, beslutning: godkjent}\n", ""), PROJECT
    ),
    visits=KINDS,
    each=_each,
    explanation=__doc__,
)
