"""A kommuneplan, or a satsingsområde in it, has no goal.

A satsingsområde says what the municipality puts its weight on, and its goals say what is to be reached.
Without a goal there is nothing to follow up: no strategi, oppdrag or indikator has anything to serve.
Write at least one goal under it. A kommuneplan without any goal at all is told so once. Only the
kommuneplan in force is judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = (
    goals()
    + """\
  - id: helse
    tittel: God helse
    bærekraftsmål: ["3"]
"""
)
_GOOD = """\
    hovedmål:
      - id: helse.h
        tittel: Innbyggerne har god helse
"""


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    if world.plans.incomplete:
        return
    filled = {goal.plan for goal in world.plans.of_kind("mål")}
    for plan in thread.current("kommuneplan"):
        if plan not in filled:
            message = T("{Kommuneplan} «{id}» has no {mål_pl}", id=plan.name)
            hint = T("Add {mål_pl} under the {satsingsområde_pl}, or on the {kommuneplan} itself.")
            yield finding("224", plan, message, "satsingsområder" if plan.get("satsingsområder") else "mål", help=hint)
    for area in thread.current("satsingsområde", plan="kommuneplan"):
        if area.plan in filled and not any(thread.is_goal(item) for item in world.graph.descendants(area)):
            message = T("{Satsingsområde} «{id}» has no {mål_pl}", id=area.name)
            hint = T("Write at least one {mål} under «{id}», as a state that is to be reached.", id=area.name)
            yield finding("224", area, message, help=hint)


RULE = Rule(
    code="224",
    slug="område-uten-mål",
    severity=Severity.WARNING,
    title="{Satsingsområde} or {kommuneplan} without {mål_pl}",
    source="S0 «Plansystemet»: kommuneplanens samfunnsdel",
    example=Example("kommuneplan.yaml", _BAD, _BAD + _GOOD),
    whole=_whole,
    explanation=__doc__,
)
