"""The companies of a plan set: which the municipality owns on a day, and how large its share is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from planctl.model.illustrative import part_is_illustrative
from planctl.model.period import known_time, parse_date
from planctl.model.record import Record
from planctl.world import World

KIND, REGISTER = "selskap", "eierskapsregister"


def companies(world: World, day: date | None = None) -> Iterator[Record]:
    """Yield the companies, those owned on a day where one is given; of two with the same id only the first (203)."""
    plans = world.plans
    for record in plans.of_kind(KIND):
        if plans.get(record.id) is record and (day is None or owned_at(record, day)):
            yield record


def owned_at(record: Record, day: date) -> bool:
    """Tell whether the municipality owned a part of a company on a day, as far as that is told."""
    first, last = known_time(record.get("fra")), parse_date(record.get("til"))
    return (first is None or first.first <= day) and (last is None or last >= day)


def share_of(record: Record) -> float | None:
    """Give the municipality's share in percent; None where none is told."""
    return number(record.get("eierandel"))


def other_shares(record: Record) -> list[float | None]:
    """Give the shares of the other owners, None for one whose share is not told."""
    rows = record.get("andre_eiere")
    return [number(row.get("eierandel")) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def number(value: Any) -> float | None:
    """Give a number as written; None for anything else."""
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def titled_with(record: Record, part: Mapping[str, Any]) -> str:
    """Name a company in a row of one of its parts, with an asterisk where that is illustrative."""
    return f"{record.title} *" if part_is_illustrative(part, record) else record.title
