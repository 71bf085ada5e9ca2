"""A plan is adopted, and somebody who spoke at its hearing has no answer.

Who takes the time to say something about a plan is told what became of it. When the plan is adopted, each innspill
is «tatt til følge», «delvis tatt til følge» or «ikke tatt til følge», with an answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.hoering.examples import HEARD, HEARING, PATH
from planctl.disciplines.hoering.hearings import COMMENT, KIND, adopted
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    decided = {record: adopted(world, record) for record in world.plans.of_kind(KIND)}
    for record in world.plans.of_kind(COMMENT):
        plan = decided.get(record.plan)
        if plan is not None and world.bonds.follow_ups.is_open(record):
            message = T("«{plan}» is adopted, and «{title}» is not answered", plan=plan.title, title=record.title)
            hint = T("Write «status:» (tatt til følge, delvis tatt til følge or ikke tatt til følge) and «svar:».")
            yield finding("880", record, message, "status", help=hint)


RULE = Rule(
    code="880",
    slug="innspill-ubesvart",
    severity=Severity.WARNING,
    title="{Innspill} never answered",
    source="S0 «Planlegging»: høring og medvirkning; plan- og bygningsloven § 11-14",
    example=Example(PATH, HEARING.replace("status: tatt til følge", "status: mottatt"), HEARING, HEARD),
    whole=_whole,
    explanation=__doc__,
)
