"""The planstrategi was adopted more than a year after the council was constituted.

A new council must decide within a year which plans it needs. The year is counted from the day in
`konstituering` under `valgperioder` in planctl.yaml to the day in the planstrategi's `vedtak`: a
council constituted on 15 October 2019 has until 15 October 2020. Only the first planstrategi of a
valgperiode is judged; a later revision is not late. If the dates are right, nothing can be mended,
but the finding belongs in the history of the plan: write an exception with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import adoption
from planctl.domain.councils import strategies, tenures
from planctl.domain.disputed_adoption import other_day
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.deadlines import years_after
from planctl.law.versions import STRATEGY_ADOPTED, version_at
from planctl.load.files.tree import CONFIG_NAME
from planctl.model.time_words import when_words
from planctl.rules.examples.plan_register import PLANSTRATEGI
from planctl.rules.rule import Example, Rule
from planctl.source import Place
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    for council, start, tenure in tenures(world.config):
        version = version_at(STRATEGY_ADOPTED, start)
        found = [(adoption(record, world.plans), record) for record in strategies(world.plans)]
        dated = [(item.when, item, record) for item, record in found if item is not None and item.when is not None]
        mine = (row for row in dated if row[0].period.overlaps(tenure))
        first = min(mine, key=lambda row: row[0].first, default=None)
        if first is None or version is None:
            continue
        when, decision, record = first
        limit = years_after(start, version.limit)
        other = other_day(record, world.plans)
        if other is not None and other <= limit:
            continue  # the day is disputed, and by the register there is no fault: 816 has spoken
        if when.first > limit:
            message = T(
                "{Planstrategi} «{id}» was adopted {day}, later than {limit}",
                id=record.name,
                day=when_words(when),
                limit=limit,
            )
            hint = T(
                "It must be adopted within a year of {start}, when the council was constituted. Law: {law}.",
                start=start,
                law=version.cited,
            )
            note = (Place(CONFIG_NAME, ("valgperioder", council.index, "konstituering")), T("constituted here"))
            yield finding("501", record, message, *decision.at, "dato", help=hint, related=[note])


RULE = Rule(
    code="501",
    slug="planstrategi-for-sent",
    severity=Severity.ERROR,
    title="{Planstrategi} adopted too late",
    source="plan- og bygningsloven § 10-1, fra 2009-07-01",
    example=Example("planstrategi.yaml", PLANSTRATEGI.replace("2020-10-13", "2020-10-16"), PLANSTRATEGI),
    whole=_whole,
    explanation=__doc__,
)
