"""There is no overview of public health from the last four years.

Every fourth year the municipality makes an overview of the inhabitants' health and what affects it. It
is to be ready when work on the planstrategi starts, because it tells which challenges the plans must
meet. Enter it in the planregister with its `vedtak` or `periode`. Nothing is said where the
planregister holds no entry of the kinds that rules 521 to 527 look for.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.plan_register import Register
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.law.versions import PUBLIC_HEALTH, version_at
from planctl.rules.examples.plan_register import REGISTER, entry
from planctl.rules.rule import Example, Rule
from planctl.world import World

_KIND = "folkehelseoversikt"
_MORE = entry("folkehelse", "Oversikt over folkehelsen", _KIND, "2020-2024", "2020-06-09")


def _whole(world: World) -> Iterator[Finding]:
    register, version = Register(world), version_at(PUBLIC_HEALTH, world.today)
    if version is None or not register.in_use:
        return
    newest, oldest = register.newest(_KIND), world.today.year - version.limit
    if newest is None or newest[0].year < oldest:
        message = T("No overview of public health from {year} or later", year=oldest)
        yield register.finding("525", message, _KIND, version)


RULE = Rule(
    code="525",
    slug="folkehelseoversikt-mangler",
    severity=Severity.WARNING,
    title="Overview of public health missing",
    source="forskrift om oversikt over folkehelsen (FOR-2012-06-28-692) § 5, fra 2013",
    example=Example(
        "planstrategi.yaml", REGISTER + _MORE.replace("2020-", "2016-").replace("2020-06", "2016-06"), REGISTER + _MORE
    ),
    whole=_whole,
    explanation=__doc__,
)
