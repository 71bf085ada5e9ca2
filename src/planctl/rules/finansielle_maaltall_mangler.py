"""No financial targets hold for this year.

The council itself adopts targets for how the municipality's economy is to develop, such as the net
operating result and the debt. Enter them in the planregister (slag: finansielle måltall), or as
handlingsregler in the handlingsprogram. Nothing is said where the planregister holds no entry of the
kinds that rules 521 to 527 look for, or where no handlingsprogram is in force.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.law.versions import FINANCIAL_TARGETS, version_at
from planctl.rules.common import in_force
from planctl.rules.register import Register
from planctl.rules.rule import Context, Example, Rule
from planctl.rules.samples_register import REGISTER, entry

_KIND = "finansielle måltall"
_MORE = entry("måltall2021", "Finansielle måltall 2021–2024", _KIND, "2021-2024", "2020-12-15")


def _whole(context: Context) -> Iterator[Finding]:
    register, version = Register(context), version_at(FINANCIAL_TARGETS, context.today)
    if version is None or not register.in_use:
        return
    graph, today = context.graph, context.today
    programmes = [item for item in context.plans.of_kind("handlingsprogram") if in_force(item, graph, today)]
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
