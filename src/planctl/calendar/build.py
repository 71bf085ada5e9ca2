"""From the records of an årshjul to the wheel that is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.calendar.view import Activity, Ring, YearWheel, numbered
from planctl.graph import Graph
from planctl.model.activity import activity_time
from planctl.model.illustrative import is_illustrative
from planctl.model.period import parse_period
from planctl.model.planset import PlanSet
from planctl.model.record import Record

_RINGS: dict[str, Ring] = {"politisk": "politisk", "administrativ": "administrativ"}


def build_wheel(plans: PlanSet, graph: Graph, year: int, today: date) -> YearWheel | None:
    """Gather a year's activities from every årshjul that touches it; None when there is none.

    Activities without a time, or outside the year, are left out (rules 105 and 710 name them).
    """
    sources = [item for item in plans.of_kind("årshjul") if _touches(item, year)]
    if not sources:
        return None
    found = [activity for source in sources for activity in _activities(source, plans, graph, year)]
    return YearWheel(
        year=year,
        title=sources[0].title if len(sources) == 1 else "",
        municipality=plans.config.municipality,
        activities=numbered(found),
        today=today if today.year == year else None,
    )


def wheel_years(plans: PlanSet) -> list[int]:
    """List the years that have an årshjul, in order."""
    periods = (parse_period(item.get("periode")) for item in plans.of_kind("årshjul"))
    return sorted({year for period in periods if period is not None for year in period.years})


def _touches(source: Record, year: int) -> bool:
    period = parse_period(source.get("periode"))
    return period is not None and year in period.years


def _activities(source: Record, plans: PlanSet, graph: Graph, year: int) -> Iterator[Activity]:
    for record in plans.of_kind("aktivitet"):
        when = activity_time(record, year) if record.plan is source else None
        if when is None:
            continue
        period, precision = when
        start, end = max(period.start, date(year, 1, 1)), min(period.end, date(year, 12, 31))
        if start <= end:
            yield Activity(
                number=0,
                id=record.name,
                title=record.title,
                ring=_RINGS.get(str(record.get("ring")), "stat"),
                start=start,
                end=end,
                precision=precision,
                organ=_title(graph, record, "organ"),
                responsible=_title(graph, record, "ansvarlig"),
                output=str(record.get("gir")) if record.get("gir") else None,
                illustrative=is_illustrative(record),
            )


def _title(graph: Graph, record: Record, field: str) -> str | None:
    targets = graph.targets(record, field)
    return targets[0].title if targets else None
