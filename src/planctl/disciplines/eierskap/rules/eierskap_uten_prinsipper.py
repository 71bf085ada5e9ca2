"""The register of what the municipality owns has no principles for how it is an owner.

The eierskapsmelding holds the principles, a survey of what is owned, and the purpose of each ownership. Rule 522 tells
when it is due; this one that the principles are missing. Where there are several registers, one of them has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.eierskap.companies import REGISTER as KIND
from planctl.disciplines.eierskap.companies import companies
from planctl.disciplines.eierskap.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.versions import OWNERSHIP, version_at
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    version, registers = version_at(OWNERSHIP, world.today), list(world.plans.of_kind(KIND))
    if version is None or world.plans.incomplete or any(record.get("prinsipper") for record in registers):
        return
    if next(companies(world, world.today), None) is not None:
        message = T("No principles are written for how the municipality is an owner")
        hint = T("Add «prinsipper:» with a list. Law: {law}.", law=version.cited)
        yield finding("875", registers[0], message, "prinsipper", help=hint)


RULE = Rule(
    code="875",
    slug="eierskap-uten-prinsipper",
    severity=Severity.WARNING,
    title="Ownership without principles",
    source="kommuneloven § 26-1 a, fra konstitueringen i 2019; S0 «Eierstyring»",
    example=Example(PATH, REGISTER.replace("prinsipper:\n  - Kommunen er en tydelig og åpen eier.\n", ""), REGISTER),
    whole=_whole,
    explanation=__doc__,
)
