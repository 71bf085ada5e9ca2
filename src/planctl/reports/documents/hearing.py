"""The høring of a plan, as its document tells it."""

from __future__ import annotations

from planctl.model.period import Period, parse_date
from planctl.model.record import Record

HEARD = "på høring"


def is_heard(plan: Record) -> bool:
    """Tell whether a plan is out for comment."""
    return bool(plan.get("status") == HEARD)


def hearing_of(plan: Record) -> Period | None:
    """Give the time a plan is out for comment; None when it is not, or without both days."""
    group = plan.get("høring")
    if not is_heard(plan) or not isinstance(group, dict):
        return None
    first, last = parse_date(group.get("fra")), parse_date(group.get("til"))
    return Period(first, last) if first is not None and last is not None and first <= last else None
