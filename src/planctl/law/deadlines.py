"""How the law counts days: plain differences of dates, with nothing added for weekends."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

ACCOUNTS_CLOSED = (2, 22)
ANNUAL_REPORT_GIVEN = (3, 31)
ACCOUNTS_ADOPTED = (6, 30)


def years_after(day: date, years: int) -> date:
    """Give the same day some years later; 28 February for the 29th where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def months_after(day: date, months: int) -> date:
    """Give the same day some months later; the last day of a month that is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def latest_publication(treated: date, days: int) -> date:
    """Give the last day on which a proposal may be made public, so many days before it is treated."""
    return treated - timedelta(days=days)


def earliest_end(opened: date, days: int) -> date:
    """Give the first day on which a hearing of so many days may end."""
    return opened + timedelta(days=days)


def last_day_before(year: int) -> date:
    """Give the last day before a year begins."""
    return date(year - 1, 12, 31)


def end_of_year_after(day: date) -> date:
    """Give the last day of the year after a date."""
    return date(day.year + 1, 12, 31)
