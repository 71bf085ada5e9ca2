"""What was not reported: units without a report, late reports, silent tiltak, old measurements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from planctl.domain.status_reports import DELIVERY_DAYS
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.reports.scope import Scope
from planctl.reports.views.goals import Indicator
from planctl.reports.views.status_counts import NOT_REPORTED, Work
from planctl.reports.views.tertial import Missing, UnitLine


def missing(scope: Scope, work: Mapping[Record, Work], indicators: Iterable[Indicator]) -> Missing:
    """List what the period's reports lack."""
    planned = planned_units(scope)
    silent: dict[Record | None, list[Work]] = {}
    busy: set[Record | None] = set()
    for record in scope.tiltak:
        unit = scope.organisation.unit_of(record)
        busy.add(unit)
        if work[record].status == NOT_REPORTED:
            silent.setdefault(unit, []).append(work[record])
    # A unit without a report of its own owes none when somebody else reported all its tiltak.
    owing = {unit for unit in planned if unit not in busy or silent.get(unit)}
    absent = [unit for unit in planned if unit in owing and not scope.is_spoken_for(unit)]
    reported = [unit for unit in planned if unit not in absent]
    # Tiltak may stand in other plans than those of units, and their units owe no report.
    others = _by_area(scope, (unit for unit in silent if unit is not None and unit not in planned))
    beside = [item for unit in [*others, None] for item in silent.get(unit, ())]
    due = scope.day + timedelta(days=DELIVERY_DAYS)
    found = tuple(dict.fromkeys(indicators))
    return Missing(
        expected=len(planned),
        reports=len(scope.every_report),
        units=tuple(_line(scope, unit, work=len(silent.get(unit, ()))) for unit in absent),
        late=tuple(_late(scope, due)),
        due=due,
        tiltak=(*(item for unit in reported for item in silent.get(unit, ())), *beside),
        unplanned=tuple(unit.title for unit in scope.active_units if unit not in planned),
        never=tuple(item for item in found if item.never and item.due),
        stale=tuple(item for item in found if item.stale),
        beside=len(beside),
    )


def planned_units(scope: Scope) -> list[Record]:
    """List the units that have a virksomhetsplan, each once, by tjenesteområde in the organisation's order."""
    units = dict.fromkeys(unit for plan in scope.unit_plans for unit in scope.graph.targets(plan, "virksomhet"))
    return _by_area(scope, units)


def expected_units(scope: Scope) -> list[Record]:
    """List every unit that should give figures: the virksomheter of the day, and units with a plan."""
    return _by_area(scope, dict.fromkeys([*planned_units(scope), *scope.active_units]))


def _by_area(scope: Scope, units: Iterable[Record]) -> list[Record]:
    order: dict[Record | None, int] = {area: index for index, area in enumerate(scope.areas)}
    known = {unit: index for index, unit in enumerate(scope.plans.of_kind("enhet"))}
    return sorted(units, key=lambda unit: (order.get(scope.organisation.area_of(unit), len(order)), known.get(unit, 0)))


def _late(scope: Scope, due: date) -> Iterable[UnitLine]:
    """List the units whose first report came too late or without a date."""
    units = _by_area(scope, (unit for unit in scope.plans.of_kind("enhet") if unit in scope.reports))
    for unit in units:
        dates = [parse_date(report.get("levert")) for report in scope.reports[unit]]
        known = [day for day in dates if day is not None]
        if not known or min(known) > due:
            yield _line(scope, unit, delivered=min(known, default=None))
    for report in scope.joint_reports if scope.unit is None else ():
        day = parse_date(report.get("levert"))
        if day is None or day > due:
            name = scope.plans.config.municipality
            yield UnitLine(name=name, area="", leader="", work=0, delivered=day, closed=None)


def _line(scope: Scope, unit: Record, *, work: int = 0, delivered: date | None = None) -> UnitLine:
    area = scope.organisation.area_of(unit)
    return UnitLine(
        name=unit.title,
        area=area.title if area else "",
        leader=scope.leader_of(unit),
        work=work,
        delivered=delivered,
        closed=scope.closed(unit),
    )
