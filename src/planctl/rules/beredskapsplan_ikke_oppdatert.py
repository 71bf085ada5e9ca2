"""The beredskapsplan was not revised last year.

The municipality's plan for emergencies must be up to date, and be revised at least once a year. Enter
each revision in the planregister with its `vedtak` or `periode`, and let it replace the one before
(`avløser`). Nothing is said where the planregister holds no entry of the kinds that rules 521 to 527
look for.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.plan_register import Register
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.law.versions import PREPAREDNESS, version_at
from planctl.rules.examples.plan_register import REGISTER
from planctl.rules.rule import Example, Rule
from planctl.world import World

_KIND = "beredskapsplan"


def _whole(world: World) -> Iterator[Finding]:
    register, version = Register(world), version_at(PREPAREDNESS, world.today)
    if version is None or not register.in_use:
        return
    newest, wanted = register.newest(_KIND), world.today.year - 1
    if newest is None or newest[0].year < wanted:
        message = T("No beredskapsplan revised in {year} or later", year=wanted)
        yield register.finding("526", message, _KIND, version)


RULE = Rule(
    code="526",
    slug="beredskapsplan-ikke-oppdatert",
    severity=Severity.WARNING,
    title="Beredskapsplan not revised every year",
    source="forskrift om kommunal beredskapsplikt (FOR-2011-08-22-894) § 6, fra 2012",
    example=Example("planstrategi.yaml", REGISTER.replace("2021", "2019"), REGISTER),
    whole=_whole,
    explanation=__doc__,
)
