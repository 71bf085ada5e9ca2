"""The views of figures, built from the plan set: series of indicators, coverage, FN's goals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from planctl.model.bands import ParseError, parse_bands, rounded
from planctl.model.measured import ended
from planctl.model.period import parse_period
from planctl.model.planset import Measurement
from planctl.model.record import Record
from planctl.model.targets import origin_of, targets_of
from planctl.reports.figures.views import Coverage, CoverageRow, FnGoals, FnUse, Series
from planctl.reports.indicators import indicators
from planctl.reports.scope import Scope, text
from planctl.reports.views.goals import Indicator, Point


def all_series(scope: Scope) -> tuple[Series, ...]:
    """List the indicators of the plans in force with all their values known on the day."""
    rows: dict[str, list[Measurement]] = {}
    for row in scope.plans.measurements:
        if ended(row.period, scope.day):
            rows.setdefault(row.indicator, []).append(row)
    judged = indicators(scope)
    found = []
    for record in scope.plans.of_kind("indikator"):
        bands = parse_bands(record.get("bånd"))
        for item in judged.get(record, ()):
            own = [row for row in rows.get(record.name, ()) if _unit(scope, row) == (item.unit if item.by_unit else "")]
            points = tuple(point for _, point in _dated((row.period, rounded(row.value, item.decimals)) for row in own))
            found.append(Series(item, points, None if isinstance(bands, ParseError) else bands, _line(record, item)))
    return tuple(found)


def _line(record: Record, item: Indicator) -> tuple[Point, ...]:
    """Give the nullpunkt and the måltall up to the one the report holds the value to; nothing without both."""
    origin, last = origin_of(record.fields), parse_period(item.target.period) if item.target is not None else None
    if origin is None or last is None:
        return ()
    rows = [(origin.period, origin.value), *((row.period, row.value) for row in targets_of(record.fields))]
    points = _dated((period, rounded(value, item.decimals)) for period, value in rows)
    found = tuple(point for end, point in points if end <= last.end)
    return found if len(found) > 1 and found[0].period == origin.period else ()


def _dated(rows: Iterable[tuple[str, Decimal | None]]) -> list[tuple[date, Point]]:
    """Put values in the order of their periods; the last of several that end on the same day holds."""
    ends = [(period.end, Point(value, text)) for text, value in rows if (period := parse_period(text)) is not None]
    return list(dict(sorted(ends, key=lambda pair: pair[0])).items())


def _unit(scope: Scope, row: Measurement) -> str:
    unit = scope.plans.get(row.unit)
    return unit.title if unit else row.unit or ""


def coverage(scope: Scope, plans: Iterable[Record]) -> Coverage:
    """Count the tiltak and oppdrag of each tjenesteområde below each satsingsområde of some plans."""
    wanted = list(plans)
    areas = scope.areas
    rows = []
    for focus in scope.plans.of_kind("satsingsområde"):
        if focus.plan in wanted:
            below = set(scope.graph.descendants(focus))
            tiltak, oppdrag = (_by_area(scope, work, below) for work in (scope.tiltak, scope.oppdrag))
            cells = tuple((tiltak[area], oppdrag[area]) for area in areas)
            rows.append(CoverageRow(text(focus, "nummer"), focus.title, cells))
    return Coverage(tuple(area.title for area in areas), tuple(rows))


def _by_area(scope: Scope, work: Iterable[Record], below: set[Record]) -> Counter[Record | None]:
    """Count the work among `below` of each tjenesteområde."""
    return Counter(scope.area_of_work(item) for item in work if item in below)


def fn_uses(scope: Scope, sources: Iterable[Record]) -> FnGoals:
    """Count, for each of FN's goals, the mål that name it or a target of it, and the tiltak that serve these.

    Counted are the mål of some plans, the sources. A tiltak serves a goal
    when it names it itself, or when something above it in the thread other than a satsingsområde does.
    """
    plans, graph, book = scope.plans, scope.graph, scope.graph.goals
    wanted = list(sources)
    goals = [record for record in plans.of_kind("mål") if record.plan in wanted]
    named = {record: _goals_of(scope, record) for record in goals}
    kinds = {record.kind for record in goals if named[record]}
    served = []
    for item in scope.tiltak:
        above = [up for up in graph.ancestors(item) if up.kind != "satsingsområde"]
        served.append({goal for record in (item, *above) for goal in _goals_of(scope, record)})
    rows = [
        FnUse(
            number=number,
            titles=titles,
            prioritised=number in plans.config.priority_goals,
            goals=sum(number in found for found in named.values()),
            tiltak=sum(number in found for found in served),
        )
        for number, titles in book.titles.items()
    ]
    return FnGoals(tuple(rows), kinds.pop() if len(kinds) == 1 else "mål")


def _goals_of(scope: Scope, record: Record) -> set[str]:
    """Give the goals that a record names, itself or by their targets."""
    return {id_.partition(".")[0] for id_ in scope.graph.own_fn_goals(record)}
