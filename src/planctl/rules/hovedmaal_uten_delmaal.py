"""A main goal has no goals under it.

A main goal says where to in broad terms; the goals under it are what the strategies serve, and what
the service areas are given. A main goal without any leads nowhere: nobody can be given it. Write at
least one goal under it, or let it stand as a goal under another main goal.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World

_START, _TITLE, _GOAL = goals().partition("        tittel: Kommunen er et lavutslippssamfunn\n")
_OUTDENTED = "".join(line[4:] for line in _GOAL.splitlines(keepends=True))


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    for record in thread.current("hovedmål", plan="kommuneplan"):
        nested = (record.get(name) for name in ("hovedmål", "delmål", "mål"))
        if not any(nested) and not world.plans.incomplete:
            message = T("{Hovedmål} «{id}» has no {delmål_pl}", id=record.name)
            hint = T("Add «delmål:» under «{id}», with the states that together make it up.", id=record.name)
            yield finding("217", record, message, "delmål", help=hint)


RULE = Rule(
    code="217",
    slug="hovedmål-uten-delmål",
    severity=Severity.WARNING,
    severity_fri=Severity.OFF,
    title="{Hovedmål} without {delmål}",
    source="S0 «Begrepsapparat»: hovedmål, delmål",
    example=Example("kommuneplan.yaml", _START + _TITLE + _OUTDENTED, goals()),
    whole=_whole,
    explanation=__doc__,
)
