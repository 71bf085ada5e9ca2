"""The council got no report on internal control last year.

The kommunedirektør reports to the council on internal control, and on the results of the state's
supervision, at least once a year. `planctl report --document internkontrollrapport` makes the report of
the controls, the inspections and the audits that are written here. Enter each report in the planregister
with the day the council had it. The demand came in 2021, so the first year judged is 2021. Nothing is
said where the planregister holds no entry of the kinds that rules 521 to 527 look for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.domain.plan_register import Register
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.law.versions import INTERNAL_CONTROL, version_at
from planctl.rules.examples.plan_register import REGISTER, entry, settings
from planctl.rules.rule import Example, Rule
from planctl.world import World

_KIND = "internkontrollrapport"
_MORE = entry("internkontroll2020", "Rapport om internkontroll 2020", _KIND, "2020", "2021-05-25")


def _whole(world: World) -> Iterator[Finding]:
    register, wanted = Register(world), world.today.year - 1
    version = version_at(INTERNAL_CONTROL, date(wanted, 1, 1))
    newest = register.newest(_KIND)
    if version is not None and register.in_use and (newest is None or newest[0].year < wanted):
        message = T("No report on internal control to the council in {year}", year=wanted)
        yield register.finding("521", message, _KIND, version)


RULE = Rule(
    code="521",
    slug="internkontrollrapport-mangler",
    severity=Severity.WARNING,
    title="Report on internal control missing",
    source="kommuneloven § 25-2, fra 2021-01-01",
    example=Example("planstrategi.yaml", REGISTER, REGISTER + _MORE, {"planctl.yaml": settings("2022-03-01")}),
    whole=_whole,
    explanation=__doc__,
)
