"""A routine has been replaced by another that is in use, and is still in use itself.

Two routines for the same thing let people choose. Write `status: utgått` on the old one; what it was replaced by is
told by `erstatter` of the new one.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.rutiner.examples import PATH, ROUTINES
from planctl.disciplines.rutiner.routines import in_use
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = f"""\
{ROUTINES}  - id: veg-rutiner.vinter
    tittel: Vinterdrift
    kapittel: 4
    ansvarlig: veg
    godkjent: 2021-02-01
    godkjent_av: kommunedirektøren
    neste_revisjon: 2022-02
    erstatter: [veg-rutiner.brøyting]
"""


def _whole(world: World) -> Iterator[Finding]:
    held = dict.fromkeys(in_use(world))
    for new in held:
        for old in world.graph.targets(new, "erstatter"):
            if old in held and old is not new:
                message = T("«{old}» is replaced by «{new}», and still in use", old=old.title, new=new.title)
                hint = T("Write «status: utgått» on «{id}».", id=old.name)
                related = ((new.place("erstatter"), T("«{id}» stands here", id=new.name)),)
                yield finding("851", old, message, "status", help=hint, related=related)


RULE = Rule(
    code="851",
    slug="erstattet-rutine-gjelder",
    severity=Severity.WARNING,
    title="A {rutine} that is replaced is still in use",
    source="S2 2 «Felles ledelsessystem»; S4: felles, enhetlig og gjennomgående",
    example=Example(PATH, _BAD, _BAD.replace("tittel: Brøyting\n", "tittel: Brøyting\n    status: utgått\n")),
    whole=_whole,
    explanation=__doc__,
)
