"""A funn is called a breach of law, and no law is named.

Name the law or the regulation in `grunnlag` of the funn; or in `hjemmel` of the tilsyn, the audit or the control it
stands in, when that holds for all its funn. Is no law broken, its slag is avvik, merknad or anbefaling.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kontroll.examples import INSPECTION, INSPECTION_PATH
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = f"""\
{INSPECTION}funn:
  - id: t-veg.f1
    tittel: Opplæringen er ikke dokumentert
    slag: lovbrudd
    ansvarlig: veg
    frist: 2021-11-01
    tiltak:
      - id: t-veg.f1.t1
        tittel: Lage plan for opplæring
        frist: 2021-10-01
        ansvarlig: veg
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    named = record.get("grunnlag") or record.inherited("hjemmel")[0]
    if record.get("slag") == "lovbrudd" and not named:
        message = T("«{title}» is a breach of law, and no law is named", title=record.title)
        hint = T("Write «grunnlag:» with the law and the paragraph, or another «slag:».")
        yield finding("847", record, message, "slag", help=hint)


RULE = Rule(
    code="847",
    slug="lovbrudd-uten-hjemmel",
    severity=Severity.WARNING,
    title="A breach of law that names no law",
    source="kommuneloven § 25-1; S0 «Internkontroll»",
    example=Example(INSPECTION_PATH, _BAD, _BAD.replace("    slag", "    grunnlag: arbeidsmiljøloven\n    slag", 1)),
    visits=("funn",),
    each=_each,
    explanation=__doc__,
)
