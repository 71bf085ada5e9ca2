"""The council has sat for more than a year, and there is no adopted planstrategi.

Each council must adopt a planstrategi within a year of being constituted. Enter it as a file of type
planstrategi, or in the planregister when it is not kept here, with `vedtak` and the date. Only the
valgperiode that runs is judged, and only when its `konstituering` stands in planctl.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.config import Council
from planctl.domain.adoption import adopted_when
from planctl.domain.councils import council_at, strategies
from planctl.domain.in_force import is_adopted
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.law.deadlines import years_after
from planctl.law.versions import STRATEGY_ADOPTED, version_at
from planctl.load.files.tree import CONFIG_NAME
from planctl.model.period import Period, parse_period
from planctl.model.record import Record
from planctl.model.vedtak import NOT_YET
from planctl.rules.examples.plan_register import PLANSTRATEGI
from planctl.rules.rule import Example, Rule
from planctl.source import Place
from planctl.world import World

_DRAFT = PLANSTRATEGI.replace("vedtatt", "på høring").partition("vedtak:")[0]


def _whole(world: World) -> Iterator[Finding]:
    here = council_at(world.config, world.today)
    if here is None or world.plans.incomplete:
        return
    council, start, tenure = here
    version = version_at(STRATEGY_ADOPTED, start)
    if version is None or world.today <= years_after(start, version.limit):
        return
    found = list(strategies(world.plans))
    if any(_serves(record, council, tenure, world) for record in found):
        return
    message = T("No {planstrategi} is adopted by the council constituted {start}", start=start)
    hint = T(
        "It was due by {limit}. Enter it as a file or in the planregister, with «vedtak». Law: {law}.",
        limit=years_after(start, version.limit),
        law=version.cited,
    )
    drafts = [record for record in found if record.get("status") in NOT_YET]
    related = tuple((record.place("status"), T("not adopted yet")) for record in drafts)
    place = Place(CONFIG_NAME, ("valgperioder", council.index, "konstituering"))
    yield Finding("502", place, message, hint, None, "valgperioder", related)


def _serves(record: Record, council: Council, tenure: Period, world: World) -> bool:
    """Tell whether a planstrategi is this council's: adopted by it, or adopted undated for its years (516)."""
    when = adopted_when(record, world.plans)
    if when is not None:
        return when.period.overlaps(tenure) and when.first <= world.today
    period = parse_period(record.get("periode"))
    return is_adopted(record) and period is not None and council.first <= period.start.year <= council.last


RULE = Rule(
    code="502",
    slug="planstrategi-mangler",
    severity=Severity.ERROR,
    title="No {planstrategi} for the valgperiode",
    source="plan- og bygningsloven § 10-1, fra 2009-07-01",
    example=Example("planstrategi.yaml", _DRAFT, PLANSTRATEGI),
    whole=_whole,
    explanation=__doc__,
)
