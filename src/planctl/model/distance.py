"""How far two days are apart, in words."""

from __future__ import annotations

from datetime import date, timedelta

from planctl.i18n import Text, Tn


def distance(one: date, other: date) -> Text:
    """Say how far two days are apart: in months where they are whole, from the last of a month also to the last."""
    first, last = sorted((one, other))
    if first.day == last.day or (_ends(first) and _ends(last)):
        months = (last.year - first.year) * 12 + last.month - first.month
        if months:
            return Tn("{n} month", "{n} months", months)
    return Tn("{n} day", "{n} days", (last - first).days)


def _ends(day: date) -> bool:
    """Tell whether a day is the last of its month."""
    return (day + timedelta(days=1)).month != day.month
