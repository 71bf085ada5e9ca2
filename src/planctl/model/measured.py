"""How often an indicator is measured, and when a newer value should be there."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from planctl.model.period import parse_period

NOT_MEASURED = "ikke målt"
"""What stands for a value that was not measured."""
_MONTHS = {"månedlig": 1, "kvartalsvis": 3, "tertialvis": 4, "halvårlig": 6, "årlig": 12}
_YEARS = re.compile(r"hvert (\d{1,2})\. år\Z")


def ended(period: Any, day: date) -> bool:
    """Tell whether the period of a measurement had ended on a day."""
    found = parse_period(period)
    return found is not None and found.end <= day


def interval(frequency: Any) -> int | None:
    """Give the months between two measurements by `hyppighet`: `årlig`, `hvert 3. år`; None when it is not known."""
    if not isinstance(frequency, str):
        return None
    years = _YEARS.match(frequency)
    return int(years[1]) * 12 if years else _MONTHS.get(frequency)


def expected_by(frequency: Any, last: date) -> date | None:
    """Give the day by which a value newer than one from a period ending on `last` should be there.

    A whole interval has then passed, and half of one, at most half a year, to measure in; None
    when no frequency is given, or one that is not known.
    """
    months = interval(frequency)
    return None if months is None else _later(last, months + min(6, (months + 1) // 2))


def _later(day: date, months: int) -> date:
    """Return the last day of the month a number of months later."""
    count = day.year * 12 + day.month + months
    return date(count // 12, count % 12 + 1, 1) - timedelta(days=1)
