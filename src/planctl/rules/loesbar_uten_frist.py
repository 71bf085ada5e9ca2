"""Something waits to be dealt with, and no day is set by which.

The schema says of which matters a `frist` is asked while they are open (`x-krever`). Without it nobody sees that it
is late.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.unsolved import fill_in, lacks_needed
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.tilsyn import PATH, TILSYN
from planctl.rules.rule import Example, Rule
from planctl.world import World

_DEADLINE = "frist"


def _each(record: Record, world: World) -> Iterator[Finding]:
    if lacks_needed(world, record, _DEADLINE):
        message = T("«{title}» has no day by which it is to be dealt with", title=record.title)
        hint = T("Add «frist:» with a day, a month, a tertial or a year, as in «frist: 2021-T2».")
        yield finding("807", record, message, _DEADLINE, help=fill_in(record, _DEADLINE, hint))


RULE = Rule(
    code="807",
    slug="løsbar-uten-frist",
    severity=Severity.WARNING,
    title="A matter without a deadline",
    source="S4 «Kontrollene fanges opp»: én oppfølgingsliste",
    example=Example(PATH, TILSYN.replace("    frist: 2021-11-01\n", ""), TILSYN),
    visits=("løsbar",),
    each=_each,
    explanation=__doc__,
)
