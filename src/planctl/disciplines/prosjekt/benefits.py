"""Benefits: what was measured of each, where it began, and where it is to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from planctl.domain.indicators import number
from planctl.model.period import parse_period
from planctl.model.record import Record
from planctl.model.targets import origin_of, targets_of
from planctl.world import World

KIND = "gevinst"
REALISED, NOT_REALISED = "realisert", "ikke realisert"
SETTLED = (REALISED, NOT_REALISED)


def source(world: World, record: Record) -> Record:
    """Give the record that holds the figures of a benefit: the indicator it names, else itself."""
    named = world.plans.get(record.get("indikator")) if isinstance(record.get("indikator"), str) else None
    return named if named is not None and named.kind == "indikator" else record


def measured(world: World, record: Record, day: date) -> list[tuple[date, Decimal]]:
    """Give what was measured of a benefit in periods that had ended by a day, the oldest first."""
    held = source(world, record)
    return sorted((end, value) for end, value in (_own(record) if held is record else _of(world, held)) if end <= day)


def start_of(world: World, record: Record) -> Decimal | None:
    """Give where it stood before the change."""
    origin = origin_of(source(world, record).fields)
    return origin.value if origin is not None else None


def aim_of(world: World, record: Record) -> Decimal | None:
    """Give where it is to come: the last måltall."""
    found = targets_of(source(world, record).fields)
    return found[-1].value if found else None


def reached(start: Decimal | None, aim: Decimal | None, value: Decimal | None) -> int | None:
    """Tell how much of the way has been gone, in percent, between 0 and 100; None where it cannot be told."""
    if start is None or aim is None or value is None or start == aim:
        return None
    return int(max(Decimal(0), min(Decimal(100), (value - start) / (aim - start) * 100)))


def _own(record: Record) -> Iterator[tuple[date, Decimal]]:
    rows = record.get("målinger")
    for row in rows if isinstance(rows, list) else ():
        fields: Any = row if isinstance(row, dict) else {}
        period, value = parse_period(fields.get("periode")), number(fields.get("verdi"))
        if period is not None and value is not None:
            yield period.end, value


def _of(world: World, indicator: Record) -> Iterator[tuple[date, Decimal]]:
    for row in world.plans.measurements:
        period = parse_period(row.period) if row.indicator == indicator.id and not row.unit else None
        value = number(row.value)
        if period is not None and value is not None:
            yield period.end, value
