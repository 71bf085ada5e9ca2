"""The periods in which a tiltak that stands under a vedtak or punkt is told of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planctl.domain.follow_up import FollowUp
from planctl.domain.status_reports import StatusEntry
from planctl.model.period import Period, deadline
from planctl.model.record import Record


def is_of_period(
    tiltak: Record, items: Sequence[FollowUp], entries: Iterable[StatusEntry], period: Period, *, done: bool
) -> bool:
    """Tell whether a tiltak belongs in the report of a period, by what its vedtak or punkt was then.

    It does when the vedtak was made by the period's end and was open then, or when a unit has reported on it. One that
    is done belongs where its vedtak was settled in the period too; where the register tells no day for that, its own
    deadline places it. What is left undone under a settled vedtak binds nobody any more (817 tells of it).
    """
    if not any(item.known_at(period.end) for item in items):
        return False
    if any(item.open_at(period.end) for item in items) or any(entry.period.end in period for entry in entries):
        return True
    if not done:
        return False
    if any(item.settled is not None and item.settled in period for item in items):
        return True
    due = deadline(tiltak.get("frist"))
    return due is not None and due in period and all(item.settled is None for item in items)
