"""Internal controls: when each was done, when it is due by its frequency; and how mature an area is."""

from __future__ import annotations

from datetime import date
from typing import Any

from planctl.domain.adoption import Decision, decisions, is_council
from planctl.law.deadlines import months_after
from planctl.model.measured import interval
from planctl.model.period import deadline, parse_date
from planctl.model.record import Record
from planctl.world import World

Row = dict[str, Any]


def done(record: Record, day: date) -> list[Row]:
    """Give the times a control was done by a day, the newest last."""
    return _dated(record.get("gjennomført"), day)


def last_done(record: Record, day: date) -> date | None:
    """Give the day a control was last done, by a day; None for one that never was."""
    rows = done(record, day)
    return parse_date(rows[-1]["dato"]) if rows else None


def due(record: Record, day: date) -> date | None:
    """Give the day a control is due by its `hyppighet` since it was last done; None where it never was."""
    last, months = last_done(record, day), interval(record.get("hyppighet"))
    return months_after(last, months) if last is not None and months is not None else None


def is_late(record: Record, day: date, limit: date) -> bool:
    """Tell whether a control is not done by a day and was to be before another, the limit.

    When it is to be done, its `neste` tells, else its frequency.
    """
    planned = deadline(record.get("neste"))
    if planned is not None:
        return planned < limit
    last, next_time = last_done(record, day), due(record, day)
    return last is None or (next_time is not None and next_time < limit)


def level(record: Record, day: date) -> int | None:
    """Give how mature an area was on a day, 1–5: by the newest assessment by then."""
    rows = _dated(record.get("vurderinger"), day)
    found = rows[-1].get("nivå") if rows else None
    return found if isinstance(found, int) else None


def council_decision(record: Record, world: World) -> Decision | None:
    """Give what the council decided on an audit: the newest of its vedtak; one that names no body is the council's."""
    found = [
        item
        for item in decisions(record, world.plans)
        if item.fields.get("organ") is None or is_council(item.fields.get("organ"), world.plans)
    ]
    return max(found, key=lambda item: item.when.last if item.when is not None else date.min, default=None)


def _dated(rows: Any, day: date) -> list[Row]:
    """Give the rows of a list with a `dato` by a day, the newest last."""
    known = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    times = [(made, row) for row in known if (made := parse_date(row.get("dato"))) is not None and made <= day]
    return [row for _, row in sorted(times, key=lambda item: item[0])]
