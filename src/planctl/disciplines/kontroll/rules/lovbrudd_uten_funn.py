"""A review tells that a law is not followed, and nobody is to do anything about it.

Each law that is judged «følges ikke» stands as a funn of slag lovbrudd under the review, so that it gets a tiltak, a
deadline and someone who answers for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kontroll.examples import CONTROL_PATH, REVIEW
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BROKEN = "følges ikke"


def _each(record: Record, world: World) -> Iterator[Finding]:
    laws, found = record.get("lover"), record.get("funn")
    if not isinstance(laws, list):
        return
    broken = [at for at, row in enumerate(laws) if isinstance(row, dict) and row.get("vurdering") == _BROKEN]
    rows = found if isinstance(found, list) else []
    written = sum(isinstance(row, dict) and row.get("slag") == "lovbrudd" for row in rows)
    if len(broken) > written:
        at = broken[written]
        message = T("«{law}» is not followed, and stands as no {funn}", law=str(laws[at].get("lov")))
        hint = T("Write it under «funn:» with «slag: lovbrudd», «ansvarlig:», «frist:» and «tiltak:».")
        yield finding("843", record, message, "lover", at, "vurdering", help=hint)


RULE = Rule(
    code="843",
    slug="lovbrudd-uten-funn",
    severity=Severity.WARNING,
    title="A breach of law that nobody follows up",
    source="kommuneloven § 25-1; S2 4.2 «Etterlevelse av lover og forskrifter»",
    example=Example(CONTROL_PATH, REVIEW.replace(": følges", ": følges ikke"), REVIEW),
    visits=("lovgjennomgang",),
    each=_each,
    explanation=__doc__,
)
