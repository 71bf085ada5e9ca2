"""The council has sat for more than a year, and there is no adopted planstrategi.

Each council must adopt a planstrategi within a year of being constituted. Enter it as a file of type
planstrategi, or in the planregister when it is not kept here, with `vedtak` and the date. Only the
valgperiode that runs is judged, and only when its `konstituering` stands in planctl.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.config import Council
from planctl.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.law.deadlines import years_after
from planctl.law.versions import STRATEGY_ADOPTED, version_at
from planctl.load.tree import CONFIG_NAME
from planctl.model.period import Period, parse_period
from planctl.model.record import Record
from planctl.rules.adoption import adopted_on
from planctl.rules.common import is_adopted
from planctl.rules.councils import council_at, strategies
from planctl.rules.rule import Context, Example, Rule
from planctl.rules.samples_register import PLANSTRATEGI
from planctl.source import Place

_DRAFT = PLANSTRATEGI.replace("vedtatt", "på høring").partition("vedtak:")[0]


def _whole(context: Context) -> Iterator[Finding]:
    here = council_at(context.config, context.today)
    if here is None or context.plans.incomplete:
        return
    council, start, tenure = here
    version = version_at(STRATEGY_ADOPTED, start)
    if version is None or context.today <= years_after(start, version.limit):
        return
    found = list(strategies(context.plans))
    if any(_serves(record, council, tenure, context) for record in found):
        return
    message = T("No {planstrategi} is adopted by the council constituted {start}", start=start)
    hint = T(
        "It was due by {limit}. Enter it as a file or in the planregister, with «vedtak». Law: {law}.",
        limit=years_after(start, version.limit),
        law=version.cited,
    )
    drafts = [record for record in found if record.get("status") in ("idé", "utkast", "på høring")]
    related = tuple((record.place("status"), T("not adopted yet")) for record in drafts)
    place = Place(CONFIG_NAME, ("valgperioder", council.index, "konstituering"))
    yield Finding("502", place, message, hint, None, "valgperioder", related)


def _serves(record: Record, council: Council, tenure: Period, context: Context) -> bool:
    """Tell whether a planstrategi is this council's: adopted by it, or adopted undated for its years (516)."""
    day = adopted_on(record, context.plans)
    if day is not None:
        return day in tenure and day <= context.today
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
