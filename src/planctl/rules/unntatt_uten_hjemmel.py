"""What is marked as exempt from public access, and no paragraph of law says so.

Everybody may see what a municipality holds, where no law exempts it. Offentleglova §§ 13–27 hold the exemptions: § 13
on what is bound to secrecy, § 14 on documents of the municipality itself, § 23 on its negotiations. Other acts may be
named too, as forvaltningsloven § 13. The paragraph is shown where title and text are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.openness import FIRST, LAST, cited, exempts
from planctl.model.exempt import FIELD, says_exempt
from planctl.rules.rule import Example, Rule
from planctl.world import World

_HINT = T("Write the act and the paragraph, as in «hjemmel: offl § 14», or delete «unntatt:» if nothing exempts it.")
_BAD = """\
type: vedtak
id: vr2021
tittel: Vedtak i kommunestyret 2021
periode: 2021
organ: kommunestyret
vedtak:
  - id: vr2021.tomt
    tittel: Kjøp av tomt ved fjorden
    dato: 2021-02-09
    unntatt: {hjemmel: taushetsplikt}
"""


def _whole(world: World) -> Iterator[Finding]:
    for record in world.plans.records:
        if not says_exempt(record.fields):
            continue
        mark = record.get(FIELD)
        hjemmel = mark.get("hjemmel") if isinstance(mark, dict) else mark
        at = (FIELD, "hjemmel") if isinstance(mark, dict) and hjemmel is not None else (FIELD,)
        named = cited(hjemmel)
        if not named:
            message = T("«{id}» is marked as exempt from public access, and no paragraph is named", id=record.name)
            yield finding("804", record, message, *at, help=_HINT)
        elif not any(map(exempts, named)):
            message = T("Offentleglova exempts by §§ {first}–{last}, not by § {number}",
                        first=FIRST, last=LAST, number=named[0][1])  # fmt: skip
            yield finding("804", record, message, *at, help=_HINT)


RULE = Rule(
    code="804",
    slug="unntatt-uten-hjemmel",
    severity=Severity.ERROR,
    title="Exempt from public access without a paragraph",
    source="offentleglova §§ 3 og 13–27, fra 2009-01-01",
    example=Example("vedtak.yaml", _BAD, _BAD.replace("taushetsplikt", "offl § 23")),
    whole=_whole,
    explanation=__doc__,
)
