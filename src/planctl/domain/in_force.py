"""When a plan is in force: its period, whether its year is open, whether it is adopted, and replaced by another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from planctl.graph import Graph
from planctl.model.period import Period, parse_period
from planctl.model.record import Record

_YEAR = re.compile(r"\d{4}\Z")
_YEARS = re.compile(r"\d{4}(-\d{4})?\Z")
_YEARLY = frozenset({"virksomhetsplan", "møteplan", "årshjul"})


def plan_period(record: Record) -> Period | None:
    """Give the years of a record's plan; None when they are missing or not written as years (106)."""
    return _years(str(record.plan.fields.get("periode")), yearly=record.plan.kind in _YEARLY)


@lru_cache(maxsize=1024)
def _years(written: str, *, yearly: bool) -> Period | None:
    form = _YEAR if yearly else _YEARS
    return parse_period(written) if form.match(written) else None


def is_open(record: Record, today: date) -> bool:
    """Tell whether a record's plan runs at a date: closed years are not judged for ever."""
    period = plan_period(record)
    return period is not None and today in period


def in_force(plan: Record, graph: Graph, day: date) -> bool:
    """Tell whether a plan is in force at a date: adopted, the date in its period, and not replaced."""
    period = _stated_period(plan)
    return is_adopted(plan) and (period is None or day in period) and not is_replaced(plan, graph, day)


def in_force_within(plan: Record, graph: Graph, span: Period) -> bool:
    """Tell whether a plan is in force on some day of a period."""
    own = _stated_period(plan) or span
    days = {max(own.start, span.start)}
    for heir in _heirs(plan, graph):
        period = _stated_period(heir)
        if period is not None and period.end < date.max:
            days.add(period.end + timedelta(days=1))
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
    return [plan for plan in every if _withdrawn(plan, day) and not is_replaced(plan, graph, day)]


def _withdrawn(plan: Record, day: date) -> bool:
    period = _stated_period(plan)
    return plan.get("status") == "utgått" and (period is None or day in period)


def is_adopted(plan: Record) -> bool:
    """Tell whether a plan's status is that of a plan in force; without status, a vedtak is enough."""
    status = plan.get("status")
    if plan.kind == "virksomhetsplan":
        return status not in ("idé", "utkast", "utgått")
    if status is None:
        return plan.kind == "registerplan" or bool(plan.get("vedtak"))
    return status in ("vedtatt", "under revisjon")


def _stated_period(plan: Record) -> Period | None:
    """Give a plan's period; an entry of the planregister may do without."""
    period = parse_period(plan.get("periode"))
    return period if period is not None or plan.kind == "registerplan" else Period(date.max, date.min)


def is_replaced(plan: Record, graph: Graph, day: date) -> bool:
    """Tell whether an adopted plan has taken a plan's place at a date."""
    periods = [(heir, _stated_period(heir)) for heir in _heirs(plan, graph)]
    return any(is_adopted(heir) and (period is None or day in period) for heir, period in periods)


def _heirs(plan: Record, graph: Graph) -> list[Record]:
    """Give the plans that replace a plan, directly or through others."""
    found = [plan]
    for here in found:
        found += [heir for _, heir in graph.refs_to(here, "avløser") if heir not in found]
    return found[1:]
