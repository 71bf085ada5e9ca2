"""A plan was adopted by a body that cannot adopt it.

The council itself adopts planstrategi, kommuneplan, kommunedelplan and handlingsprogram, and by the
plan system temaplaner too. Of several `vedtak` only the one that adopts the plan is judged: orders, mandates,
hearings and recommendations by other bodies say so in `gjelder`. A plan that is an idea, a draft or on
hearing has been adopted by nobody, and is not judged. The council is known by the word
kommunestyre, bystyre, heradsstyre or herredsstyre in the body's id or title.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import adoption, is_wrong_body
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.plan_register import PLANSTRATEGI
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BODIES = """\
type: organisasjon
id: organer
organer:
  - id: formannskapet
    tittel: Formannskapet
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    found = adoption(record, world.plans)
    if found is None or not is_wrong_body(record, world.plans):
        return
    body = world.plans.get(found.fields.get("organ"))
    message = T("«{id}» is adopted by {organ}, not by the council", id=record.name, organ=body.title if body else "")
    hint = T("Enter the council's vedtak, or write «gjelder: innstilling» if this one is a step on the way.")
    yield finding("517", record, message, *found.at, "organ", help=hint)


RULE = Rule(
    code="517",
    slug="vedtak-av-feil-organ",
    severity=Severity.WARNING,
    title="Plan adopted by the wrong body",
    source="plan- og bygningsloven §§ 10-1 og 11-15; kommuneloven § 14-2; S0 «Plansystemet»",
    example=Example(
        "planstrategi.yaml",
        PLANSTRATEGI.replace("kommunestyret", "formannskapet"),
        PLANSTRATEGI,
        {"organer.yaml": _BODIES},
    ),
    visits=("vedtatte planer", "registerplan"),
    each=_each,
    explanation=__doc__,
)
