"""When an activity of an årshjul or a prosess is: a day, some days, or a month."""

from __future__ import annotations

from planctl.model.period import Period, When, month_period, parse_date, parse_period, when
from planctl.model.record import Record


def activity_time(record: Record) -> When | None:
    """Give when an activity is: its `dato`, its `fra`–`til`, or its `måned`; None without a valid one.

    A month is written with its year, or as a bare number (1–12) where its file is of one year.
    """
    day = parse_date(record.get("dato"))
    if day is not None:
        return When(Period(day, day), "dag")
    start, end = parse_date(record.get("fra")), parse_date(record.get("til"))
    if start is not None:
        return When(Period(start, max(start, end or start)), "periode")
    month = record.get("måned")
    if isinstance(month, str):
        named = when(month)
        return named if named is not None and named.precision == "måned" else None
    if isinstance(month, int) and not isinstance(month, bool) and 1 <= month <= 12 and has_one_year(record):
        years = parse_period(record.plan.get("periode"))
        return When(month_period(years.start.year, month), "måned") if years is not None else None
    return None


def has_one_year(record: Record) -> bool:
    """Tell whether a record's file is of a single year, so that a month needs no year of its own."""
    years = parse_period(record.plan.get("periode"))
    return years is not None and len(years.years) == 1


def needs_year(record: Record) -> bool:
    """Tell whether an activity has nothing but a bare month to tell when it is, in a file of several years."""
    month, years = record.get("måned"), parse_period(record.plan.get("periode"))
    dated = any(record.get(name) is not None for name in ("dato", "fra", "til"))
    bare = isinstance(month, int) and not isinstance(month, bool) and 1 <= month <= 12
    return bare and not dated and years is not None and len(years.years) > 1
