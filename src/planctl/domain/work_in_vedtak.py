"""The periods in which a tiltak that stands under a vedtak or punkt is told of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planctl.domain.follow_up import FollowUp
from planctl.domain.status_reports import StatusEntry
from planctl.model.period import Period, deadline
from planctl.model.record import Record


def is_of_period(tiltak: Record, items: Sequence[FollowUp], entries: Iterable[StatusEntry], period: Period) -> bool:
    """Tell whether a tiltak belongs in the report of a period, by what its vedtak or punkt was then.

    It does when the vedtak was made by the period's end, and was open then or settled in the period, or when a unit has
    reported on it. Where the register tells no day on which it was settled, the tiltak's own deadline places it.
    """
    if not any(item.known_at(period.end) for item in items):
        return False
    if any(item.open_at(period.end) or (item.settled is not None and item.settled in period) for item in items):
        return True
    if any(entry.period.end in period for entry in entries):
        return True
    due = deadline(tiltak.get("frist"))
    return due is not None and due in period and all(item.settled is None for item in items)
