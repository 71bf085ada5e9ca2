"""An internal audit is done by somebody of the unit that is audited.

The municipality's own auditors learn from each other across units. Who audits their own unit, judges their own work.
Put another role in `team`. Those above the unit may take part.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kvalitet.examples import PROGRAMME, PROGRAMME_PATH
from planctl.domain.organisation import Organisation
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    organisation = Organisation(world.plans, world.graph)
    for record in world.plans.of_kind("revisjon"):
        audited = next(iter(world.graph.targets(record, "enhet")), None)
        if record.get("slag") != "intern" or audited is None:
            continue
        for index, name in enumerate(record.texts("team")):
            auditor = world.plans.get(name)
            if auditor is not None and audited in organisation.line(organisation.as_unit(auditor)):
                message = T("«{auditor}» audits their own unit in «{title}»",
                            auditor=auditor.title, title=record.title)  # fmt: skip
                hint = T("Put a role of another unit in «team».")
                yield finding("853", record, message, "team", index, help=hint)


RULE = Rule(
    code="853",
    slug="revisor-i-egen-enhet",
    severity=Severity.WARNING,
    title="An auditor in their own unit",
    source="S2 7: interne revisorteam, læring på tvers av virksomheter",
    example=Example(PROGRAMME_PATH, PROGRAMME.replace("[direktør-samfunn]", "[vegsjef]"), PROGRAMME),
    whole=_whole,
    explanation=__doc__,
)
