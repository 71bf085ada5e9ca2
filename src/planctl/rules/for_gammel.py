"""Something was to be renewed by a day that has passed.

A schema says in which field that day stands (`x-fornyes`), as `neste` of a ros-analyse. Do it anew: write the new
day, or the new one with `avløser` where that is a file of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.renewals import is_out_of_date, renewed_by
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_GOOD = """\
type: ros
id: ros-veg
tittel: ROS-analyse for veg 2021
nivå: virksomhet
dato: 2020-02-10
neste: 2022-02-10
"""


def _whole(world: World) -> Iterator[Finding]:
    for kind, renewal in world.plans.known_kinds.matters.renewed.items():
        for record in world.plans.of_kind(kind):
            if is_out_of_date(world, record, world.today):
                due = renewed_by(world, record, world.today)
                message = T("«{title}» was to be renewed by {date}", title=record.title, date=due)
                hint = T("Do it anew, and write the new day in «{field}».", field=renewal.field)
                yield finding("802", record, message, renewal.field, help=hint)


RULE = Rule(
    code="802",
    slug="for-gammel",
    severity=Severity.WARNING,
    title="Not renewed in time",
    source="S2 2 «Felles ledelsessystem»: eier og dato for revisjon",
    example=Example("ros/veg.yaml", _GOOD.replace("2022", "2021"), _GOOD),
    whole=_whole,
    explanation=__doc__,
)
