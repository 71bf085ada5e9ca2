"""How often an indicator is measured, and when a newer value should be there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from planctl.model.period import parse_period

NOT_MEASURED = "ikke målt"
"""What stands for a value that was not measured."""
MONTHS = {"månedlig": 1, "tertialvis": 4, "halvårlig": 6, "årlig": 12, "hvert 2. år": 24, "hvert 4. år": 48}
"""The months between two measurements, by `hyppighet`."""


def ended(period: Any, day: date) -> bool:
    """Tell whether the period of a measurement had ended on a day."""
    found = parse_period(period)
    return found is not None and found.end <= day


def expected_by(frequency: Any, last: date) -> date | None:
    """Give the day by which a value newer than one from a period ending on `last` should be there.

    A whole interval has then passed, and half of one, at most half a year, to measure in; None
    when no frequency is given, or one that is not known.
    """
    months = MONTHS.get(frequency) if isinstance(frequency, str) else None
    return None if months is None else _later(last, months + min(6, (months + 1) // 2))


def _later(day: date, months: int) -> date:
    """Return the last day of the month a number of months later."""
    count = day.year * 12 + day.month + months
    return date(count // 12, count % 12 + 1, 1) - timedelta(days=1)
