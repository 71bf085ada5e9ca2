"""When a plan is in force: its period, whether its year is open, whether it is adopted, and replaced by another.

A plan that replaces another takes its place when it is adopted, and not before its own period: until that day the
other holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from planctl.domain.adoption import adopted_when
from planctl.graph import Graph
from planctl.model.period import Period, parse_period
from planctl.model.record import Record
from planctl.model.vedtak import NOT_YET

_YEAR = re.compile(r"\d{4}\Z")
_YEARS = re.compile(r"\d{4}(-\d{4})?\Z")
_ALWAYS, _NEVER = Period(date.min, date.max), Period(date.max, date.min)
_YEARLY = frozenset({"virksomhetsplan", "møteplan", "årshjul"})


def plan_period(record: Record) -> Period | None:
    """Give the years of a record's plan; None when they are missing or not written as years (106)."""
    return _years(str(record.plan.fields.get("periode")), yearly=record.plan.kind in _YEARLY)


@lru_cache(maxsize=1024)
def _years(written: str, *, yearly: bool) -> Period | None:
    form = _YEAR if yearly else _YEARS
    return parse_period(written) if form.match(written) else None


def is_undated_draft(plan: Record) -> bool:
    """Tell whether a plan does without a period: nobody has decided its years, and it binds nobody yet."""
    return plan.get("periode") is None and plan.get("status") in NOT_YET


def is_open(record: Record, today: date) -> bool:
    """Tell whether a record's plan runs at a date: closed years are not judged for ever."""
    period = plan_period(record)
    return period is not None and today in period


def in_force(plan: Record, graph: Graph, day: date) -> bool:
    """Tell whether a plan is in force at a date: adopted, the date in its time, and not replaced."""
    return is_adopted(plan) and day in _time(plan, graph) and not is_replaced(plan, graph, day)


def in_force_within(plan: Record, graph: Graph, span: Period) -> bool:
    """Tell whether a plan is, or was, in force on some day of a period.

    One that is withdrawn (`utgått`) was in force until the first plan that replaced it took its place; where none did,
    nothing tells until when, and it counts as never.
    """
    time = _time(plan, graph)
    if plan.get("status") == "utgått":
        end = min(
            (_time(heir, graph, surely=True).start for heir in _heirs(plan, graph) if _once_adopted(heir)), default=None
        )
        return end is not None and max(time.start, span.start) < end and time.overlaps(span)
    days = {max(time.start, span.start)}
    days |= {_time(heir, graph).end + timedelta(days=1) for heir in _heirs(plan, graph) if _is_bounded(heir)}
    return any(day in span and in_force(plan, graph, day) for day in days)


def held(plans: Iterable[Record], graph: Graph, day: date, *, looking_back: bool = True) -> list[Record]:
    """Keep the plans that held on a day, of those that could hold there in each other's place.

    They are the ones in force. Where none is, and one looks back on a day that has passed, they are those withdrawn
    since (`utgått`): when that was, nothing tells.
    """
    every = list(plans)
    found = [plan for plan in every if in_force(plan, graph, day)]
    if found or not looking_back:
        return found
    gone = [plan for plan in every if plan.get("status") == "utgått" and day in _time(plan, graph)]
    return [plan for plan in gone if not is_replaced(plan, graph, day)]


def is_adopted(plan: Record) -> bool:
    """Tell whether a plan's status is that of a plan in force; without status, a vedtak is enough."""
    status = plan.get("status")
    if plan.kind == "virksomhetsplan":
        return status not in ("idé", "utkast", "utgått")
    if status is None:
        return plan.kind == "registerplan" or bool(plan.get("vedtak"))
    return status in ("vedtatt", "under revisjon")


def is_replaced(plan: Record, graph: Graph, day: date) -> bool:
    """Tell whether an adopted plan has taken a plan's place at a date."""
    return successor(plan, graph, day) is not None


def successor(plan: Record, graph: Graph, day: date) -> Record | None:
    """Give the adopted plan that has taken a plan's place at a date, of several the last; None when none has."""
    heirs = (heir for heir in reversed(_heirs(plan, graph)) if is_adopted(heir))
    return next((heir for heir in heirs if day in _time(heir, graph, surely=True)), None)


def begins(plan: Record, graph: Graph) -> date:
    """Give the first day that a plan can hold; the earliest day there is where nothing tells."""
    return _time(plan, graph).start


def _once_adopted(plan: Record) -> bool:
    return is_adopted(plan) or (plan.get("status") == "utgått" and bool(plan.get("vedtak")))


def _time(plan: Record, graph: Graph, *, surely: bool = False) -> Period:
    """Give the days in which a plan can hold: its period, of one that replaces another not before its adoption.

    One whose adoption is known only as a month, a season or a year may hold from the first day of it, and does so
    `surely` from the last: the other holds until then. An entry of the planregister may do without a period; another
    plan without one holds on no day.
    """
    period = parse_period(plan.get("periode"))
    if period is None:
        period = _ALWAYS if plan.kind == "registerplan" else _NEVER
    adopted = adopted_when(plan, graph.plans) if graph.targets(plan, "avløser") else None
    if adopted is None:
        return period
    return Period(max(period.start, adopted.last if surely else adopted.first), period.end)


def _is_bounded(plan: Record) -> bool:
    return parse_period(plan.get("periode")) is not None


def _heirs(plan: Record, graph: Graph) -> list[Record]:
    """Give the plans that replace a plan, directly or through others."""
    found = [plan]
    for here in found:
        found += [heir for _, heir in graph.refs_to(here, "avløser") if heir not in found]
    return found[1:]
