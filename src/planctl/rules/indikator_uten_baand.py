"""An indicator has no bands, so nobody can say whether its result is good.

The scorecard judges each result by three bands: the result that is wished for, the lowest that can be
accepted, and what cannot be approved. Without them a report shows a number and no judgement, and a
single band leaves every other result unjudged. Agree on the bands before the result is known. Plans
that are closed or replaced are left in peace. In the profile «fri», `måltall` are enough, and a municipality
where no indicator has bands or `måltall` is left in peace.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.indicators import living
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.bands import BANDS
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = PROGRAM.replace('    bånd:\n      ønsket: "≥ 15"\n      akseptert: "10–14"\n      ikke_godkjent: "< 10"\n', "")


def _whole(world: World) -> Iterator[Finding]:
    free = world.config.profile == "fri"
    every = list(living(world))
    if free and not any(record.get("bånd") or record.get("måltall") for record in every):
        return
    for record in every:
        bands = record.get("bånd")
        if free and record.get("måltall") and not bands:
            continue
        hint = T("Add «bånd:» with ønsket, akseptert and ikke_godkjent, such as ≥ 90, 80–89 and < 80 in quotes.")
        if not bands:
            message = T("{Indikator} «{id}» has no bands", id=record.name)
            yield finding("602", record, message, "bånd", help=hint)
        elif isinstance(bands, dict) and not bands.keys() - {*BANDS}:
            given = [band for band in BANDS if bands.get(band)]
            if not given:
                message = T("{Indikator} «{id}» has no bands", id=record.name)
                yield finding("602", record, message, "bånd", help=hint)
            elif len(given) == 1:
                message = T("{Indikator} «{id}» has only one band: {band}", id=record.name, band=given[0])
                yield finding("602", record, message, "bånd", given[0], help=hint)


RULE = Rule(
    code="602",
    slug="indikator-uten-bånd",
    severity=Severity.WARNING,
    title="{Indikator} without bands",
    source="S2 «Balansert målstyring»: målekart",
    example=Example("handlingsprogram.yaml", _BAD, PROGRAM),
    whole=_whole,
    severity_fri=Severity.INFO,
    explanation=__doc__,
)
