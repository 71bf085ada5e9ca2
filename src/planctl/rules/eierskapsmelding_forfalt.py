"""The council has adopted no eierskapsmelding.

At least once in each valgperiode the council adopts an eierskapsmelding, with its principles as an
owner and a survey of what it owns. The rule speaks from the start of the valgperiode's last year, and
in a new valgperiode at once when the one before it had none. Nothing is said where the planregister
holds no entry of the kinds that rules 521 to 527 look for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.domain.councils import council_at, tenures
from planctl.domain.plan_register import Register
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.law.versions import OWNERSHIP, version_at
from planctl.rules.examples.plan_register import REGISTER, entry, settings
from planctl.rules.rule import Example, Rule
from planctl.world import World

_KIND = "eierskapsmelding"
_MORE = entry("eierskap2021", "Eierskapsmelding 2021", _KIND, "2021-2024", "2021-05-25")


def _whole(world: World) -> Iterator[Finding]:
    register, here = Register(world), council_at(world.config, world.today)
    if here is None or not register.in_use:
        return
    council, start, tenure = here
    version = version_at(OWNERSHIP, start)
    days = [register.day(record) for record in register.entries(_KIND)]
    if version is None or any(day in tenure for day in days):
        return
    before = [term for _, first, term in tenures(world.config) if first < start and version_at(OWNERSHIP, first)]
    missed = any(not any(day in term for day in days) for term in before[-1:])
    if missed or world.today >= date(council.last, 1, 1):
        message = T("No eierskapsmelding is adopted by the council constituted {start}", start=start)
        yield register.finding("522", message, _KIND, version)


RULE = Rule(
    code="522",
    slug="eierskapsmelding-forfalt",
    severity=Severity.WARNING,
    title="Eierskapsmelding due",
    source="kommuneloven § 26-1, fra konstitueringen i 2019",
    example=Example("planstrategi.yaml", REGISTER, REGISTER + _MORE, {"planctl.yaml": settings("2023-02-01")}),
    whole=_whole,
    explanation=__doc__,
)
