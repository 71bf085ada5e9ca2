"""When an activity of an årshjul is: a day, some days, or a month."""

from __future__ import annotations

from typing import Literal

from planctl.model.period import Period, parse_date, parse_period
from planctl.model.record import Record

Precision = Literal["dag", "periode", "måned"]


def activity_time(record: Record, year: int) -> tuple[Period, Precision] | None:
    """Give when an activity is: its `dato`, its `fra`–`til`, or its `måned`; None without a valid one."""
    day = parse_date(record.get("dato"))
    if day is not None:
        return Period(day, day), "dag"
    start, end = parse_date(record.get("fra")), parse_date(record.get("til"))
    if start is not None:
        return Period(start, max(start, end or start)), "periode"
    month = record.get("måned")
    if isinstance(month, int) and 1 <= month <= 12:
        period = parse_period(f"{year}-{month:02}")
        return (period, "måned") if period is not None else None
    return None
