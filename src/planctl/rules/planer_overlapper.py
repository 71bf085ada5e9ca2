"""Two plans of the same kind hold for the same years.

Readers cannot know which one to follow. There is one planstrategi, one kommuneplan and one
handlingsprogram at a time, and one virksomhetsplan for each unit; other plans overlap when they have
the same title but for the years. When the newer one takes the older one's place, say so with
`avløser`. Plans for different areas in the planregister may hold side by side, as after a merger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from planctl.domain.adoption import plan_kind
from planctl.domain.in_force import is_adopted
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import Period, parse_period
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: handlingsprogram
id: hp2022
tittel: Handlingsprogram 2022–2025
periode: 2022-2025
status: vedtatt
vedtak:
  organ: kommunestyret
  dato: 2021-12-14
"""
_SINGLE = ("planstrategi", "kommuneplan", "handlingsprogram")
_BUDGET = ("handlingsprogram", "virksomhetsplan")
_TITLED = ("temaplan", "kommunedelplan", "strategiplan", "arealdel")
_YEARS = re.compile(r"[\d\s–-]+")


def _whole(world: World) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[tuple[Period, Record]]] = {}
    for record in world.plans.of_kind("plan", "registerplan"):
        period = parse_period(record.get("periode"))
        if period is not None and period.end >= world.today and is_adopted(record):
            for key in _keys(record, world):
                groups.setdefault(key, []).append((period, record))
    for rows in groups.values():
        rows.sort(key=lambda row: row[0].start)
        for (span, older), (later, newer) in combinations(rows, 2):
            if _clash(span, later, newer) and not _related(older, newer, world):
                message = T("«{id}» and «{other}» hold for the same years", id=newer.name, other=older.name)
                hint = T(
                    "Write «avløser: {other}» if it takes its place, or correct period or status.", other=older.name
                )
                note = (older.place("periode"), T("the other plan's years"))
                yield finding("514", newer, message, "periode", help=hint, related=[note])


def _keys(record: Record, world: World) -> Iterator[tuple[str, str]]:
    """Give the groups in which only one plan is to hold at a time."""
    kind = plan_kind(record)
    if kind == "virksomhetsplan":
        yield from ((kind, unit.name) for unit in world.graph.targets(record, "virksomhet"))
    elif kind in _SINGLE:
        yield kind, ""
    elif kind in _TITLED:
        yield kind, _YEARS.sub(" ", record.title).strip().casefold()


def _clash(older: Period, newer: Period, plan: Record) -> bool:
    """Tell whether two plans share years: budget years whole, other plans more than the year they meet in."""
    if plan_kind(plan) in _BUDGET:
        return older.overlaps(newer)
    return newer.start.year < older.end.year and older.start.year < newer.end.year


def _related(one: Record, two: Record, world: World) -> bool:
    """Tell whether one plan takes the other's place, or the two may well hold side by side."""
    if one.id == two.id or any((plan, "avløser") in world.graph.dangling for plan in (one, two)):
        return True
    areas = one.kind == two.kind == "registerplan" and one.get("slag") in _SINGLE
    return areas or two in _chain(one, world) or one in _chain(two, world)


def _chain(plan: Record, world: World) -> list[Record]:
    found = [plan]
    for here in found:
        found += [other for other in world.graph.targets(here, "avløser") if other not in found]
    return found


RULE = Rule(
    code="514",
    slug="planer-overlapper",
    severity=Severity.WARNING,
    title="Two plans for the same years",
    source="S0 «Plansystemet»",
    example=Example("hp2022.yaml", _BAD, _BAD.replace("vedtak:", "avløser: hp2021\nvedtak:")),
    whole=_whole,
    explanation=__doc__,
)
