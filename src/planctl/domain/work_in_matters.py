"""The periods in which a tiltak that stands under a matter, as a vedtak or a risiko, is told of."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.domain.matters import Followed
from planctl.domain.status_reports import StatusReports
from planctl.model.period import Period, deadline
from planctl.model.record import Record


def is_of_period(tiltak: Record, items: Sequence[Followed], reports: StatusReports, period: Period) -> bool:
    """Tell whether a tiltak belongs in the report of a period, by what its matter was then.

    It does when the matter was there by the period's end, as a vedtak is that was made, and was open then. Of one that
    was settled by then, what was done is told of in the period in which it was settled, or in which a unit has reported
    on the tiltak; where no day of its settling is told, in that of the tiltak's deadline. What was not done, nobody
    waits for (817 tells of it).
    """
    if not any(item.known_at(period.end) for item in items):
        return False
    if any(item.open_at(period.end) for item in items):
        return True
    if not reports.at(tiltak, period.end).done:
        return False
    if any(item.settled is not None and item.settled in period for item in items):
        return True
    if any(entry.period.end in period for entry in reports.entries(tiltak)):
        return True
    due = deadline(tiltak.get("frist"))
    return due is not None and due in period and all(item.settled is None for item in items)
