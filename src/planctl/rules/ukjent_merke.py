"""A tag that nobody has explained.

Tags sort oppdrag and tiltak: «drift», «utvikling» and «felles» are known to all, and the municipality's own stand in
`merker` of planctl.yaml, each with what it is called in reports. One that stands nowhere is counted nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.tags import FIELD, known_tags
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.load.schema.nearest import nearest
from planctl.model.record import Record
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    known = known_tags(world.config) if record.get(FIELD) else {}
    for index, tag in enumerate(record.texts(FIELD)):
        if tag not in known:
            guess = nearest(tag, known)
            hint = T("Write one of {tags}, or explain it in «merker» of planctl.yaml.", tags=", ".join(known))
            if guess is not None:
                hint = T("Did you mean «{guess}»? {hint}", guess=guess, hint=hint)
            message = T("«{tag}» is no tag that is known here", tag=tag)
            yield finding("889", record, message, FIELD, index, help=hint)


RULE = Rule(
    code="889",
    slug="ukjent-merke",
    severity=Severity.WARNING,
    title="Unknown tag",
    source="S0 «To hovedoppgaver»; S3 «Satsingsområder»",
    example=in_plan("    ansvarlig: veg\n", "    ansvarlig: veg\n    merker: [drifft]\n"),
    visits=("oppdrag", "tiltak"),
    each=_each,
    explanation=__doc__,
)
