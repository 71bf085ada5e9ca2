"""Two meetings collide.

A body cannot hold two meetings at once, and the members of formannskapet sit in the council too. Two
meetings of one body on the same day collide when they begin at the same time, or when the time of one
of them is not written. Meetings of the council and of formannskapet collide when they begin at the
same time. Other bodies may share members, but planctl does not know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from planctl.domain.adoption import is_council
from planctl.domain.wheel import is_current
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: møteplan
id: møteplan2021
tittel: Møteplan 2021
periode: 2021
møter:
  - id: kommunestyret-1
    organ: kommunestyret
    dato: 2021-09-21
    klokkeslett: "18:00"
  - id: kommunestyret-2
    organ: kommunestyret
    dato: 2021-09-21
    klokkeslett: "18:00"
"""
_INNER = re.compile(r"formannskap", re.IGNORECASE)


def _whole(world: World) -> Iterator[Finding]:
    days: dict[date, list[Record]] = {}
    for record in world.plans.of_kind("møte"):
        day = parse_date(record.get("dato"))
        if day is None or not is_current(record, world.today):
            continue
        others = days.setdefault(day, [])
        first = next((other for other in others if _collide(other, record, world)), None)
        others.append(record)
        if first is not None:
            message = T("«{id}» collides with «{other}»", id=record.name, other=first.name)
            hint = T("Move one of them, or write when each begins with «klokkeslett:».")
            if _is_same(first, record):
                hint = T("If they are one meeting, take one of them away; otherwise correct the day or «klokkeslett:».")
            yield finding(
                "707", record, message, "dato", help=hint, related=[(first.place("dato"), T("the other meeting"))]
            )


def _collide(one: Record, two: Record, world: World) -> bool:
    times = [record.get("klokkeslett") for record in (one, two)]
    organs = [record.get("organ") for record in (one, two)]
    if organs[0] is None or organs[1] is None or (one.id is not None and one.id == two.id):
        return False
    if organs[0] == organs[1]:
        return times[0] == times[1] or None in times
    council = [is_council(organ, world.plans) for organ in organs]
    inner = [bool(_INNER.search(str(organ))) for organ in organs]
    return any(council) and any(inner) and council != inner and times[0] is not None and times[0] == times[1]


def _is_same(one: Record, two: Record) -> bool:
    """Tell whether two meetings may be one that is written twice: of one body, and at one time as far as it is told."""
    return all(one.get(field) == two.get(field) for field in ("organ", "klokkeslett"))


RULE = Rule(
    code="707",
    slug="møtekollisjon",
    severity=Severity.INFO,
    title="Colliding meetings",
    source="kommuneloven § 5-6",
    example=Example("møteplan.yaml", _BAD, _BAD.replace('"18:00"\n  - id', '"16:00"\n  - id')),
    whole=_whole,
    explanation=__doc__,
)
