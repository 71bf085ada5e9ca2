"""The høring of a plan, as its document tells it."""

from __future__ import annotations

from planctl.model.period import Period, parse_date
from planctl.model.record import Record

HEARD = "på høring"


def hearing_of(plan: Record) -> Period | None:
    """Give the time a plan is out for comment; None when it is not, or without both days."""
    group = plan.get("høring")
    if plan.get("status") != HEARD or not isinstance(group, dict):
        return None
    first, last = parse_date(group.get("fra")), parse_date(group.get("til"))
    return Period(first, last) if first is not None and last is not None and first <= last else None
