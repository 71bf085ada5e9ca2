"""When work is to begin, as its `start` tells: a day, or only a month, a season or a year.

Judged by the reading that lets the most be right: work that is to begin in March may begin on its last day.
"""

from __future__ import annotations

from datetime import date

from planctl.model.period import When, deadline, known_time
from planctl.model.record import Record

NOT_BEGUN = "ikke startet"
"""The status of work that is decided and not begun."""


def planned_start(record: Record) -> When | None:
    """Give when a tiltak or an oppdrag is to begin; None where nothing tells."""
    return known_time(record.get("start"))


def is_behind(record: Record, status: str | None, day: date) -> bool:
    """Tell whether work was surely to have begun before a day, and its status in force is that it has not."""
    start = planned_start(record)
    return status == NOT_BEGUN and start is not None and start.last < day


def begins_too_late(record: Record) -> bool:
    """Tell whether work is to begin after its own frist, however its start is read."""
    start, due = planned_start(record), deadline(record.get("frist"))
    return start is not None and due is not None and start.first > due
