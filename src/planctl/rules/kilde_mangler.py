"""An indicator does not say where its numbers come from.

The one who measures next year must find the same number, and the reader must be able to check it.
Name the register, the survey or the system under `kilde`, such as KOSTRA, SSB or
brukerundersøkelsen. Plans that are closed or replaced are left in peace.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.indicators import living
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    for record in living(world):
        if not record.get("kilde"):
            message = T("{Indikator} «{id}» does not name its source", id=record.name)
            hint = T("Add «kilde:» with where the numbers come from, as kilde: KOSTRA.")
            yield finding("619", record, message, "kilde", help=hint)


RULE = Rule(
    code="619",
    slug="kilde-mangler",
    severity=Severity.INFO,
    title="{Indikator} without a source",
    source="S0 «Mål- og resultatstyring»: indikatorer",
    example=Example("handlingsprogram.yaml", PROGRAM.replace("    kilde: Reisevaneundersøkelsen\n", ""), PROGRAM),
    whole=_whole,
    habit=True,
    explanation=__doc__,
)
