"""Something asks to be mended, and nothing is to be done about it.

The schema says of which matters a tiltak is asked while they are open (`x-krever-tiltak`), as a funn that is a lovbrudd
or an avvik. Write the tiltak under it, or name it in `løser` of a tiltak in a virksomhetsplan. An idea is no tiltak,
and one that is «utgår» does nothing. What was mended by `strakstiltak`, and what is settled, needs none.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.unsolved import lacks_tiltak
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.tilsyn import PATH, TILSYN, TILTAK
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    if world.plans.get(record.id) is record and lacks_tiltak(world, record, world.today):
        message = T("«{title}» has no {tiltak}", title=record.title)
        hint = T("Write «tiltak:» under it, each with «frist:» and «ansvarlig:»; or name it in «løser» of a {tiltak}.")
        if record.is_row:
            hint = T("Name «{id}» in «løser» of a {tiltak}; or move the line to the YAML file, with {tiltak_pl}.",
                     id=record.name)  # fmt: skip
        yield finding("800", record, message, help=hint)


RULE = Rule(
    code="800",
    slug="løsbar-uten-tiltak",
    severity=Severity.WARNING,
    title="A matter that needs {tiltak_pl} has none",
    source="S4 «Kontrollene fanges opp»: avvik og lovbrudd får tiltak",
    example=Example(PATH, TILSYN.replace(TILTAK, ""), TILSYN),
    visits=("løsbar",),
    each=_each,
    explanation=__doc__,
)
