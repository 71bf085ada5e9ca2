"""Some results lie in two bands at once, and cannot be judged.

A result is rounded to the indicator's `desimaler` and then judged. When the bands are `≥ 90` and
`80–90`, a result of 90 is both wished for and merely accepted, and the report shows it without a
judgement. Move a limit so that the bands meet without sharing a value.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.decimals import precision
from planctl.domain.indicators import part_text, readable_bands
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.bands import written
from planctl.model.record import Record
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    bands = readable_bands(record)
    decimals = precision(record)
    shared = list(bands.overlaps(decimals)) if bands is not None else []
    if not shared:
        return
    message = T("Two bands of «{id}» hold {values}", id=record.name, values=written(shared, decimals))
    hint = T("Move a limit so that each value lies in one band only.")
    first = shared[0]
    related = [(record.place(*part_text(record, first.lower)), T("the other band stands here"))]
    yield finding("604", record, message, *part_text(record, first.upper), help=hint, related=related)


RULE = Rule(
    code="604",
    slug="bånd-overlapp",
    severity=Severity.ERROR,
    title="Two bands overlap",
    source="S2 «Balansert målstyring»: målekart",
    example=Example("handlingsprogram.yaml", PROGRAM.replace("10–14", "10–15"), PROGRAM),
    visits=("indikator",),
    each=_each,
    explanation=__doc__,
)
