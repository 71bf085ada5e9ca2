"""The documents of one unit: oppdragsbrev, virksomhetsplan, lederavtale and lederdialog."""

from __future__ import annotations

from collections.abc import Iterable

from planctl.model.illustrative import shares
from planctl.model.period import parse_period
from planctl.model.record import Record
from planctl.reports.documents.basis import Basis
from planctl.reports.documents.lines import above_of, line_of
from planctl.reports.indicators import indicators
from planctl.reports.month import months_ended
from planctl.reports.scope import Scope, text
from planctl.reports.tertial import build_status
from planctl.reports.views.documents import Line, UnitDocument
from planctl.reports.views.money import Money, whole


def unit_document(basis: Basis, unit: Record) -> UnitDocument:
    """Build what the documents of one unit share."""
    scope = basis.of_unit(unit)
    area = scope.organisation.area_of(unit)
    plan = next(iter(scope.unit_plans), None)
    programme = next(iter(basis.scope.programmes), None)
    goals = list(_goals(basis, unit, plan))
    measured = tuple(item for items in indicators(scope).values() for item in items if item.unit)
    shown = [record for name in dict.fromkeys(item.id for item in measured) if (record := basis.plans.get(name))]
    return UnitDocument(
        municipality=basis.plans.config.municipality,
        year=basis.year,
        day=basis.day,
        id=unit.name,
        unit=unit.title,
        area=area.title if area is not None else "",
        leader=scope.leader_of(unit),
        superior=_superior(basis, unit),
        plan=plan.title if plan is not None else "",
        words=text(plan, "omtale") if plan is not None else "",
        programme=programme.title if programme is not None else "",
        goals=tuple(_goal(basis, goal) for goal in goals),
        oppdrag=tuple(line_of(basis, record) for record in scope.oppdrag),
        tiltak=tuple(line_of(basis, record) for record in scope.tiltak),
        indicators=measured,
        rules=tuple(record.title for record in basis.rules(basis.scope.programmes)),
        money=_money(basis, scope),
        frame=_frame(basis, area),
        status=build_status(scope),
        illustrative=shares([*goals, *scope.unit_plans, *scope.oppdrag, *scope.tiltak, *shown]),
    )


def _superior(basis: Basis, unit: Record) -> str:
    above = next(iter(basis.graph.targets(unit, "overordnet")), None)
    if above is None:
        return ""
    return basis.scope.leader_of(above) if basis.plans.is_a(above, "enhet") else above.title


def _goals(basis: Basis, unit: Record, plan: Record | None) -> Iterable[Record]:
    """List the mål distributed to a unit or its tjenesteområde, and those its plan inherits, innermost."""
    own = basis.graph.targets(plan, "arver") if plan is not None else []
    for goal in own or _given(basis, unit):
        leaves = [goal, *basis.graph.descendants(goal)] if goal.kind == "satsingsområde" else [goal]
        for leaf in leaves:
            if basis.plans.is_a(leaf, "mål"):
                yield leaf


def _goal(basis: Basis, goal: Record) -> Line:
    return Line(goal.kind, text(goal, "nummer"), goal.title, text(goal, "omtale"), above_of(basis, goal))


def _given(basis: Basis, unit: Record) -> list[Record]:
    """List the mål that the handlingsprogram distributes to a unit or one above it."""
    found: dict[Record, Record] = {}
    line = {above.id for above in basis.scope.organisation.line(unit)}
    for programme in basis.scope.programmes:
        shares = programme.get("målfordeling")
        for key, units in shares.items() if isinstance(shares, dict) else ():
            goal = basis.plans.get(key)
            if goal is not None and isinstance(units, list) and line & set(map(str, units)):
                found.setdefault(goal, goal)
    return list(found.values())


def _money(basis: Basis, scope: Scope) -> Money:
    """Add the unit's budgets and forecast, each the last known in the year's monthly figures, in whole 1000 kr.

    A unit's sum holds those of the units below it. The month that is running has its budgets; its forecast comes with
    its accounts, when it has ended.
    """
    last: dict[Record, tuple[Record, dict[str, int]]] = {}
    for row in sorted(basis.plans.figures, key=lambda row: row.month):
        begun = row.year == basis.year and row.month <= basis.day.month
        unit = basis.plans.get(row.unit)
        if begun and unit is not None and scope.covers(unit):
            forecast = row.forecast if row.month <= months_ended(basis.day) else None
            known = {"original": row.original, "revised": row.revised, "forecast": forecast}
            _, sums = last.setdefault(unit, (unit, {}))
            sums.update({name: whole(sum_) for name, sum_ in known.items() if sum_ is not None})

    def added(name: str) -> int | None:
        found = {key: (unit, sums[name]) for key, (unit, sums) in last.items() if name in sums}
        wholes = [sum_ for unit, sum_ in found.values() if not scope.inside(unit, found)]
        return sum(wholes) if wholes else None

    return Money(added("revised"), None, None, added("forecast"), added("original"))


def _frame(basis: Basis, area: Record | None) -> int | None:
    """Give the tjenesteområde's ramme of the year, in 1000 kr."""
    for programme in basis.scope.programmes:
        period = parse_period(programme.get("periode"))
        frames = programme.get("rammer")
        sums = frames.get(area.id) if isinstance(frames, dict) and area is not None else None
        if period is not None and isinstance(sums, list):
            index = basis.year - period.start.year
            if 0 <= index < len(sums) and isinstance(sums[index], int):
                return int(sums[index])
    return None
