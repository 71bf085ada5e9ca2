"""An amount seems to be written in kroner, where thousands of kroner belong.

Sums in reports and in the frames of a handlingsprogram are thousands of kroner. One that is about a
thousand times the sums beside it, or the frame of its area, was most likely copied from the accounts
with all its digits, and every total would be wrong by millions. planctl asks, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from planctl.domain.in_force import plan_period
from planctl.domain.reported_economy import AMOUNTS
from planctl.domain.reporter import unit_of_report
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_period
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.source import Pointer
from planctl.world import World

_LEAST, _MOST = 300, 3000
"""How many times the sums beside it an amount in kroner is: about a thousand, for sums are not all alike."""
_LARGE = 1_000_000

_GOOD = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
levert: 2021-05-10
økonomi:
  årsbudsjett_regulert: 12300
  budsjett_hittil: 4100
  regnskap_hittil: 4200
  prognose: 12300
"""


def _whole(world: World) -> Iterator[Finding]:
    for plan in world.plans.of_kind("handlingsprogram"):
        frames = plan.get("rammer")
        for name, row in frames.items() if isinstance(frames, dict) else ():
            amounts: dict[Pointer, object] = {
                (name, index): value for index, value in enumerate(row if isinstance(row, list) else ())
            }
            yield from _told(plan, ("rammer",), in_kroner(amounts))
    for report in world.plans.of_kind("rapportering"):
        group = report.get("økonomi")
        if isinstance(group, dict):
            sums: dict[Pointer, object] = {(name,): group.get(name) for name in AMOUNTS}
            yield from _told(report, ("økonomi",), in_kroner(sums, _frames(report, world)))


def in_kroner(amounts: Mapping[Pointer, object], beside: Iterable[int] = ()) -> dict[Pointer, int]:
    """Give the amounts that are about a thousand times the others, or the sums `beside` them."""
    known = {at: value for at, value in amounts.items() if isinstance(value, int) and not isinstance(value, bool)}
    sizes = sorted({abs(value) for value in (*known.values(), *beside)} - {0})
    for small, large in pairwise(sizes):
        if large >= _LARGE and _LEAST <= large / small <= _MOST:
            return {at: value for at, value in known.items() if abs(value) >= large}
    return {}


def _frames(report: Record, world: World) -> list[int]:
    """Give the frames, in the report's year, of its unit and of what the unit stands under."""
    period = parse_period(report.get("periode"))
    units = [unit for unit in (unit_of_report(report, world.graph),) if unit is not None]
    for unit in units:
        units += [upper for upper in world.graph.targets(unit, "overordnet") if upper not in units]
    found = []
    for plan in world.plans.of_kind("handlingsprogram"):
        years, frames = plan_period(plan), plan.get("rammer")
        if years is None or period is None or not isinstance(frames, dict):
            continue
        index = period.start.year - years.start.year
        rows = [row for unit in units if isinstance(row := frames.get(unit.id or ""), list)]
        found += [row[index] for row in rows if 0 <= index < len(row) and isinstance(row[index], int)]
    return found


def _told(record: Record, group: tuple[str, ...], found: Mapping[Pointer, int]) -> Iterator[Finding]:
    for at, value in found.items():
        message = T("{amount} thousand kroner is about a thousand times the sums beside it", amount=float(value))
        hint = T(
            "Is it in kroner? Then write {guess}. Sums are in thousands of kroner.", guess=str(round(value / 1000))
        )
        yield finding("115", record, message, *group, *at, help=hint)


RULE = Rule(
    code="115",
    slug="beløp-i-kroner",
    severity=Severity.WARNING,
    title="An amount in kroner where thousands belong",
    source="S2 «Økonomistyring»",
    example=Example("rapportering/2021-T1/veg.yaml", _GOOD.replace("prognose: 12300", "prognose: 12300000"), _GOOD),
    whole=_whole,
    explanation=__doc__,
)
