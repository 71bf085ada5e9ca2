"""Something was to be renewed by a day that has passed.

A schema says in which field that day stands (`x-fornyes`), as `neste` of a ros-analyse. Do it anew: write the new
day, or the new one with `avløser` where that is a file of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import deadline
from planctl.model.record import Record
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
_CLOSING = ("til", "avsluttet", "opphevet")
"""The fields that tell that something is over."""


def _whole(world: World) -> Iterator[Finding]:
    for kind, field in world.plans.known_kinds.matters.renewed.items():
        for record in world.plans.of_kind(kind):
            due = deadline(record.get(field))
            if due is not None and due < world.today and not _is_over(record, world):
                message = T("«{title}» was to be renewed by {date}", title=record.title, date=due)
                hint = T("Do it anew, and write the new day in «{field}».", field=field)
                yield finding("802", record, message, field, help=hint)


def _is_over(record: Record, world: World) -> bool:
    """Tell whether another is in its place, or it is over itself."""
    if any(ref.source.kind == record.kind for ref, _ in world.graph.refs_to(record, *_REPLACING)):
        return True
    ends = (deadline(record.get(field)) for field in _CLOSING)
    return any(end is not None and end < world.today for end in ends) or record.get("status") in _OVER


_REPLACING = ("avløser", "erstatter")
_OVER = ("utgått", "avsluttet", "opphevet")

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
