"""What the rules 601–620 ask of indicators: which are judged, their bands and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from planctl.domain.in_force import is_replaced
from planctl.model.bands import Band, Bands, ParseError, Part, parse_bands
from planctl.model.measured import NOT_MEASURED, expected_by
from planctl.model.period import parse_period
from planctl.model.planset import Measurement
from planctl.model.record import Record
from planctl.model.targets import origin_of

if TYPE_CHECKING:
    from planctl.world import World


def living(world: World) -> Iterator[Record]:
    """Yield the indicators of plans that run or are to come: neither closed, expired nor replaced."""
    judged: dict[Record, bool] = {}
    for record in world.plans.of_kind("indikator"):
        plan = record.plan
        if plan not in judged:
            period = parse_period(plan.get("periode"))
            over = plan.get("status") == "utgått" or (period is not None and period.end < world.today)
            judged[plan] = not over and not is_replaced(plan, world.graph, world.today)
        if judged[plan] and world.plans.get(record.id) is record:
            yield record


def readable_bands(record: Record) -> Bands | None:
    """Return an indicator's bands; None when it has none, or one of them cannot be read."""
    bands = parse_bands(record.get("bånd"))
    return bands if isinstance(bands, Bands) else None


def unreadable_band(record: Record) -> ParseError | None:
    """Return what is wrong with a band that cannot be read."""
    bands = parse_bands(record.get("bånd"))
    return bands if isinstance(bands, ParseError) else None


def band_text(record: Record, band: Band, index: int = 0) -> tuple[str | int, ...]:
    """Give the pointer to a band's text, or to one of its texts."""
    bands = record.get("bånd")
    listed = isinstance(bands, dict) and isinstance(bands.get(band), list)
    return ("bånd", band, index) if listed else ("bånd", band)


def part_text(record: Record, part: Part) -> tuple[str | int, ...]:
    """Give the pointer to the text that a part of a band was read from."""
    return band_text(record, part.band, part.index)


def number(value: Any) -> Decimal | None:
    """Return a number exactly as it is written, 70.0 as 70; None when it is something else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    exact = Decimal(str(value))
    return exact.to_integral_value() if exact == exact.to_integral_value() else exact


def is_due(fields: Mapping[str, Any], day: date) -> bool:
    """Tell whether an indicator that was never measured should have been: its nullpunkt is its first value."""
    origin = origin_of(fields)
    due = expected_by(fields.get("hyppighet"), origin.end) if origin is not None else None
    return due is None or due < day


def first_value(record: Record, world: World) -> Measurement | None:
    """Give the oldest value that an indicator was measured with for the whole municipality."""
    rows = (row for row in world.plans.measurements if row.indicator == record.id and not row.unit)
    known = ((period.end, row) for row in rows if row.value is not None and (period := parse_period(row.period)))
    return min(known, key=lambda pair: pair[0], default=(None, None))[1]


def badly_measured(world: World) -> frozenset[str]:
    """Return the indicators with a row in a `målinger` file that cannot be read: 103, 106 or 110 has told of it."""
    found = set()
    for root in world.plans.of_kind("målinger"):
        rows = root.get("målinger")
        for row in rows if isinstance(rows, list) else ():
            value = row.get("verdi") if isinstance(row, dict) else NOT_MEASURED
            if value != NOT_MEASURED and (number(value) is None or parse_period(row.get("periode")) is None):
                found.add(str(row.get("indikator")))
    return frozenset(found)


def measured(world: World) -> dict[str, list[tuple[date, Measurement]]]:
    """Give every measured value of a period that has ended, by indicator, oldest first; «ikke målt» is none."""
    found: dict[str, list[tuple[date, Measurement]]] = {}
    for row in world.plans.measurements:
        period = parse_period(row.period)
        if period is not None and row.value is not None and period.end <= world.today:
            found.setdefault(row.indicator, []).append((period.end, row))
    for rows in found.values():
        rows.sort(key=lambda pair: pair[0])
    return found
