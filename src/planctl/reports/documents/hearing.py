"""The høring of a plan, as its document tells it."""

from __future__ import annotations

from planctl.domain.adoption import hearing
from planctl.model.record import Record
from planctl.reports.views.documents import HeardTime

HEARD = "på høring"


def is_heard(plan: Record) -> bool:
    """Tell whether a plan is out for comment."""
    return bool(plan.get("status") == HEARD)


def hearing_of(plan: Record) -> HeardTime | None:
    """Give the time a plan is out for comment; None when it is not, or without both days."""
    time = hearing(plan)
    if not is_heard(plan) or time.first is None or time.last is None or time.last.last < time.first.first:
        return None
    return HeardTime(*(item.first if item.is_day else item for item in (time.first, time.last)))
