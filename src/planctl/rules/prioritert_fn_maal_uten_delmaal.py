"""No goal in the municipal plan builds on a sustainability goal that the municipality prioritises.

In planctl.yaml the municipality has said which of FN's goals it gives priority to. Priority without a
goal of one's own is only words. Write the number in `bærekraftsmål` on the goal, or on the main goal or
area above it, that takes it up; a target such as 13.2 counts for its goal 13. Or take the goal out of
the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.prioritised_goals import areas_without, left_out
from planctl.findings.diagnostic import Finding, Severity
from planctl.graph import FN_KIND
from planctl.i18n import T, Term
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
format: 1
kommune:
  navn: Prøve
  nummer: "3025"
  orgnr: "920125298"
dato: 2021-06-15
valgperioder:
  - fra: 2019
    til: 2023
    konstituering: 2019-10-15
prioriterte_bærekraftsmål: ["13", "17"]
"""


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    bare = list(areas_without(thread))
    for ref in left_out(thread):
        message = T("FN's goal {id} has priority, but no {delmål_pl} build on it", id=ref.target)
        hint = T(
            "Name {id} under «bærekraftsmål» in the {delmål_pl} that take it up, or take it out of the list.",
            id=ref.target,
        )
        fn = Term(FN_KIND, plural=True)
        related = [(area.place("id"), T("«{id}» names no {fn}", id=area.name, fn=fn)) for area in bare]
        yield Finding("219", ref.place, message, hint, None, ref.field, tuple(related))


RULE = Rule(
    code="219",
    slug="prioritert-fn-mål-uten-delmål",
    severity=Severity.WARNING,
    title="Prioritised sustainability goal without a {delmål}",
    source="S1 «FNs bærekraftsmål»: prioriterte mål",
    example=Example("planctl.yaml", _BAD, _BAD.replace('["13", "17"]', '["13"]')),
    whole=_whole,
    explanation=__doc__,
)
