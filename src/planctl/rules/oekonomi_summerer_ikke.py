"""The parts do not add up to the whole.

The budget frames in the action programme are handed out to the units below: when every unit of a
service area has reported this year, their original budgets are to be the area's frame. And when a
unit reports for itself and all the units below it do too, for the same period, their sums are to be
its own. Amounts are in whole thousands, so as many thousands may be lost to rounding as there are
parts. Only the running year is judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import in_force, plan_period
from planctl.domain.reported_economy import AMOUNTS, Report, newest, reports, units_below
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BUDGET = AMOUNTS[0]
_BELOW = {"tjenesteområde": "virksomhet", "virksomhet": "avdeling"}


_REPORT = "type: rapportering\nperiode: 2021-T1\nvirksomhet: veg\nøkonomi:\n  årsbudsjett_opprinnelig: 12000\n"
_OTHER = _REPORT.replace("veg", "park").replace("12000", "9000")
_GOOD = PROGRAM + "rammer:\n  samfunn: [21000, 21100, 21200, 21200]\n"


_WHO_IS_WHERE = {"overordnet", "virksomhet"}


def _whole(world: World) -> Iterator[Finding]:
    if world.plans.incomplete or any(item.ref.field in _WHO_IS_WHERE for item in world.graph.broken):
        return  # it is not known which parts a whole has; 201 and 202 have told
    rows = reports(world)
    wrong: set[Record] = set()
    for whole in rows:
        for field, parts in _parts(whole, rows, world):
            wrong.add(whole.unit)
            message = T(
                "{field} of «{unit}» is {whole}, but the units below it sum up to {sum}",
                field=field, unit=whole.unit.name, whole=_kr(whole.amount(field)), sum=_kr(_sum(parts, field)),
            )  # fmt: skip
            hint = T("Find the sum that is wrong, and correct it.")
            related = [(part.record.place("økonomi", field), T("a part of it")) for part in parts]
            yield finding("614", whole.record, message, "økonomi", field, help=hint, related=related)
    for plan in world.plans.of_kind("handlingsprogram"):
        if in_force(plan, world.graph, world.today):
            yield from _frames(plan, newest(rows, _BUDGET), wrong, world)


def _parts(whole: Report, rows: list[Report], world: World) -> Iterator[tuple[str, list[Report]]]:
    """Yield the sums of a report that its parts for the same period do not make up."""
    kind = _BELOW.get(whole.unit.kind)
    same = {row.unit: row for row in rows if row.period == whole.period}
    units = units_below(whole.unit, world, kind, same) if kind else []
    parts = [same[unit] for unit in units if unit in same]
    if not units or len(parts) < len(units):
        return
    for field in AMOUNTS:
        amount = whole.amount(field)
        known = amount is not None and all(part.amount(field) is not None for part in parts)
        if known and abs((amount or 0) - _sum(parts, field)) > len(parts):
            yield field, parts


def _frames(plan: Record, budgets: dict[Record, Report], wrong: set[Record], world: World) -> Iterator[Finding]:
    """Judge the frames of the year against what the units have as their original budget."""
    period = plan_period(plan)
    frames = plan.get("rammer")
    for id_, amounts in frames.items() if isinstance(frames, dict) and period is not None else ():
        index = world.today.year - period.start.year if period is not None else 0
        unit = world.plans.get(id_)
        if unit is None or unit in wrong or not isinstance(amounts, list) or index >= len(amounts):
            continue
        frame = amounts[index]
        units = [unit] if unit in budgets else units_below(unit, world, "virksomhet", budgets)
        parts = [budgets[part] for part in units if part in budgets]
        if not isinstance(frame, int) or isinstance(frame, bool) or not units or len(parts) < len(units):
            continue
        total = _sum(parts, _BUDGET)
        if abs(frame - total) > len(parts):
            message = T(
                "The frame of «{unit}» for {year} is {frame}, but the budgets that are reported sum up to {sum}",
                unit=unit.name, year=str(world.today.year), frame=_kr(frame), sum=_kr(total),
            )  # fmt: skip
            hint = T("Find the sum that is wrong, and correct it. All amounts are in 1000 kroner.")
            related = [(part.record.place("økonomi", _BUDGET), T("a part of it")) for part in parts]
            yield finding("614", plan, message, "rammer", id_, index, help=hint, related=related)


def _sum(parts: list[Report], field: str) -> int:
    return sum(part.amount(field) or 0 for part in parts)


def _kr(amount: int | None) -> str:
    """Write a sum with its thousands apart."""
    return f"{amount or 0:,}".replace(",", "\u00a0").replace("-", "−")


RULE = Rule(
    code="614",
    slug="økonomi-summerer-ikke",
    severity=Severity.ERROR,
    title="The parts do not add up to the whole",
    source="S2 «Økonomistyring»; koml § 14-5",
    example=Example(
        "handlingsprogram.yaml",
        _GOOD.replace("[21000", "[12000"),
        _GOOD,
        {"rapportering/2021-T1/veg.yaml": _REPORT, "rapportering/2021-T1/park.yaml": _OTHER},
    ),
    whole=_whole,
    explanation=__doc__,
)
