"""A matter was to be discussed with the unions, the day has passed, and no meeting is entered.

Many of the yearly processes are discussed with the unions' representatives, centrally and locally. An activity tells
the day in `drøftes`, and the meeting says afterwards what came of it: it names the activity in `gjelder`. Nothing is
said to a municipality that enters no such meetings, nor of the time before its first one.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.medvirkning.examples import MEETINGS, PATH, PROCESS
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.rules.rule import Example, Rule
from planctl.world import World

_DISCUSSED = "drøfting"


def _whole(world: World) -> Iterator[Finding]:
    meetings = [record for record in world.plans.of_kind("medvirkningsmøte") if record.get("slag") == _DISCUSSED]
    days = [day for record in meetings if (day := parse_date(record.get("dato"))) is not None]
    if not days:
        return
    told = {target for record in meetings for target in world.graph.targets(record, "gjelder")}
    for activity in world.plans.of_kind("aktivitet"):
        day = parse_date(activity.get("drøftes"))
        if day is not None and min(days) <= day < world.today and activity not in told:
            message = T("«{title}» was to be discussed with the unions on {day}, and no meeting tells of it",
                        title=activity.title, day=day)  # fmt: skip
            hint = T("Enter the meeting, and name «{id}» in its «gjelder».", id=activity.name)
            yield finding("883", activity, message, "drøftes", help=hint)


RULE = Rule(
    code="883",
    slug="drøfting-mangler",
    severity=Severity.WARNING,
    title="To be discussed with the unions, and no meeting is entered",
    source="S2 2: prosessene i årshjulet drøftes i medbestemmelsesmøter sentralt og lokalt",
    example=Example(PATH, MEETINGS.replace("gjelder: [pr.tertial1]", "gjelder: [hp2021]"), MEETINGS, PROCESS),
    whole=_whole,
    explanation=__doc__,
)
