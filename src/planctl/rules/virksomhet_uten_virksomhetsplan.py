"""A unit has no virksomhetsplan for this year.

Every virksomhet makes a plan with tiltak for the year, after it has had its oppdragsbrev. A unit
without one has oppdrag that nobody has planned to do. Judged from 1 February, and only for units that
exist on the day (`fra` and `til`). Where no unit at all has its plan for the year, but some had one for
the year before, that is told once. A draft counts, also one that does not say its year yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.domain.in_force import is_open, is_undated_draft, plan_period
from planctl.domain.organisation import is_there
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import Period
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PLAN = """\
type: virksomhetsplan
id: vp2021-fritid
tittel: Virksomhetsplan 2021 for fritid
virksomhet: fritid
periode: 2021
status: {status}
"""
_UNIT = """\
type: organisasjon
id: enheter
virksomheter:
  - id: fritid
    tittel: Fritid
    overordnet: samfunn
"""
_FROM = (2, 1)
_PATH = "virksomhetsplaner/fritid.yaml"


def _whole(world: World) -> Iterator[Finding]:
    if world.today < date(world.today.year, *_FROM):
        return
    written = list(world.plans.of_kind("virksomhetsplan"))
    plans = [plan for plan in written if is_open(plan, world.today)]
    lost = any(not plan.get("virksomhet") or (plan, "virksomhet") in world.graph.dangling for plan in plans)
    undated = any(plan_period(plan) is None and not is_undated_draft(plan) for plan in written)
    if lost or undated or world.plans.incomplete:
        return
    if not plans:
        yield from _nobody(written, world)
        return
    begun = [plan for plan in written if is_undated_draft(plan)]
    begun += [plan for plan in plans if plan.get("status") != "utgått"]
    planned = {unit for plan in begun for unit in world.graph.targets(plan, "virksomhet")}
    for unit in world.plans.of_kind("virksomhet"):
        if (
            unit not in planned
            and is_there(unit, Period(world.today, world.today))
            and world.plans.get(unit.id) is unit
        ):
            message = T("{unit} has no {virksomhetsplan} for {year}", unit=unit.title, year=world.today.year)
            hint = T("Write one, with «virksomhet: {id}», or close the unit with «til:».", id=unit.name)
            yield finding("515", unit, message, help=hint)


def _nobody(written: list[Record], world: World) -> Iterator[Finding]:
    """Tell once that no unit has its plan for the year, at the first that had one for the year before."""
    year = world.today.year
    last = [plan for plan in written if (period := plan_period(plan)) and period.end.year == year - 1]
    units = (
        unit for plan in last if plan.get("status") != "utgått" for unit in world.graph.targets(plan, "virksomhet")
    )
    unit = next((unit for unit in units if is_there(unit, Period(world.today, world.today))), None)
    if unit is not None:
        message = T("No {virksomhet} has {virksomhetsplan} for {year}", year=year)
        hint = T("{unit} had one for {year}. Write one for each unit.", unit=unit.title, year=year - 1)
        yield finding("515", unit, message, help=hint)


RULE = Rule(
    code="515",
    slug="virksomhet-uten-virksomhetsplan",
    severity=Severity.WARNING,
    title="{Virksomhet} without {virksomhetsplan}",
    source="S0 «Plansystemet»: virksomhetsplan",
    example=Example(_PATH, _PLAN.format(status="utgått"), _PLAN.format(status="utkast"), {"enheter.yaml": _UNIT}),
    whole=_whole,
    severity_fri=Severity.OFF,
    explanation=__doc__,
)
