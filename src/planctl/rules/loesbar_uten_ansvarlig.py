"""Something waits to be dealt with, and nobody is named who is to do it.

The schema says of which matters an `ansvarlig` is asked while they are open (`x-krever`). Write the id of a unit or
role, and never the name of a person.
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

_OWNER = "ansvarlig"


def _each(record: Record, world: World) -> Iterator[Finding]:
    if lacks_needed(world, record, _OWNER):
        message = T("Nobody is named who is to deal with «{title}»", title=record.title)
        hint = T("Add «ansvarlig:» with the id of the unit or role.")
        yield finding("806", record, message, _OWNER, help=fill_in(record, _OWNER, hint))


RULE = Rule(
    code="806",
    slug="løsbar-uten-ansvarlig",
    severity=Severity.WARNING,
    title="A matter without anybody responsible",
    source="S4 «Kontrollene fanges opp»: én oppfølgingsliste",
    example=Example(PATH, TILSYN.replace("    ansvarlig: veg\n    frist", "    frist"), TILSYN),
    visits=("løsbar",),
    each=_each,
    explanation=__doc__,
)
