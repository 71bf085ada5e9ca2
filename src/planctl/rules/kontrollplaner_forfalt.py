"""The council lacks a plan for forvaltningsrevisjon or for eierskapskontroll.

By the end of the year after the council was constituted, kontrollutvalget makes both plans, and the
council adopts them. Enter them in the planregister with their `vedtak`; each that is missing gives
its own finding. Nothing is said where the planregister holds no entry of the kinds that rules 521 to
527 look for.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.plan_register import Register, due_after_first_year
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.law.versions import OWNERSHIP_AUDIT, PERFORMANCE_AUDIT
from planctl.rules.examples.plan_register import REGISTER, entry
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PLANS = {"plan for forvaltningsrevisjon": PERFORMANCE_AUDIT, "plan for eierskapskontroll": OWNERSHIP_AUDIT}
_MORE = [
    entry(f"kontroll{number}", kind.capitalize(), kind, "2020-2023", "2020-10-13") for number, kind in enumerate(_PLANS)
]


def _whole(world: World) -> Iterator[Finding]:
    register = Register(world)
    for kind, versions in _PLANS.items():
        due = due_after_first_year(register, world, kind, versions)
        if due is not None:
            limit, version = due
            message = T("No «{kind}» is adopted in this valgperiode; it was due {limit}", kind=kind, limit=limit)
            yield register.finding("524", message, kind, version)


RULE = Rule(
    code="524",
    slug="kontrollplaner-forfalt",
    severity=Severity.WARNING,
    title="Plan for forvaltningsrevisjon or eierskapskontroll overdue",
    source="kommuneloven §§ 23-3 og 23-4, fra konstitueringen i 2019",
    example=Example("planstrategi.yaml", REGISTER + _MORE[0], REGISTER + _MORE[0] + _MORE[1]),
    whole=_whole,
    explanation=__doc__,
)
