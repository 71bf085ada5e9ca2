"""No financial targets hold for this year.

The council itself adopts targets for how the municipality's economy is to develop, such as the net
operating result and the debt. Enter them in the planregister (slag: finansielle måltall), or as
handlingsregler in the handlingsprogram. Nothing is said where the planregister holds no entry of the
kinds that rules 521 to 527 look for, or where no handlingsprogram is in force.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import in_force
from planctl.domain.plan_register import Register
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.law.versions import FINANCIAL_TARGETS, version_at
from planctl.rules.examples.plan_register import REGISTER, entry
from planctl.rules.rule import Example, Rule
from planctl.world import World

_KIND = "finansielle måltall"
_MORE = entry("måltall2021", "Finansielle måltall 2021–2024", _KIND, "2021-2024", "2020-12-15")


def _whole(world: World) -> Iterator[Finding]:
    register, version = Register(world), version_at(FINANCIAL_TARGETS, world.today)
    if version is None or not register.in_use:
        return
    graph, today = world.graph, world.today
    programmes = [item for item in world.plans.of_kind("handlingsprogram") if in_force(item, graph, today)]
    targets = any(in_force(item, graph, today) for item in register.entries(_KIND))
    if programmes and not targets and not any(item.get("handlingsregler") for item in programmes):
        message = T("No financial targets hold for {year}", year=today.year)
        yield register.finding("527", message, _KIND, version)


RULE = Rule(
    code="527",
    slug="finansielle-måltall-mangler",
    severity=Severity.WARNING,
    title="Financial targets missing",
    source="kommuneloven § 14-2 bokstav c, fra 2020-01-01",
    example=Example("planstrategi.yaml", REGISTER, REGISTER + _MORE),
    whole=_whole,
    explanation=__doc__,
)
