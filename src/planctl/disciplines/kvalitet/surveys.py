"""What a survey gave: how many answered, and the values of the indicators it measures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planctl.model.period import Period, parse_date, parse_period
from planctl.model.planset import Measurement
from planctl.model.record import Record
from planctl.world import World

_HUNDRED = Decimal(100)


def count(record: Record, field: str) -> int | None:
    """Return a number of people; None when it is something else."""
    value = record.get(field)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def worked_out(record: Record) -> Decimal | None:
    """Give the share that answered, in percent, of how many were asked; None when one of them is not told."""
    asked, answered = count(record, "inviterte"), count(record, "svar")
    return _HUNDRED * answered / asked if asked and answered is not None else None


def share(record: Record) -> Decimal | None:
    """Give the share that answered, in percent: worked out, else as written."""
    written = record.get("svarprosent")
    known = isinstance(written, (int, float)) and not isinstance(written, bool)
    return worked_out(record) or (Decimal(str(written)) if known else None)


def period_of(record: Record) -> Period | None:
    """Give the period its values stand for: its `periode`, else the year of its day."""
    day = parse_date(record.get("dato"))
    return parse_period(record.get("periode")) or (parse_period(day.year) if day is not None else None)


def values(world: World, record: Record) -> Iterator[tuple[Record, Measurement | None]]:
    """Yield each indicator a survey measures, with its value in the period: the unit's own before the whole's."""
    period, unit = period_of(record), record.get("enhet")
    for indicator in world.graph.targets(record, "indikatorer"):
        rows = [
            row
            for row in world.plans.measurements
            if row.indicator == indicator.id and period is not None and parse_period(row.period) == period
        ]
        rows = [row for row in rows if not row.unit or row.unit == unit]
        yield indicator, max(rows, key=lambda row: bool(row.unit), default=None)
