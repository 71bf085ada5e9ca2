"""Whether something is illustrative: made as an example, and not the municipality's own.

The nearest mark decides: a record's own, else that of what it stands in. So `illustrativ: true` at the top of a
file holds for all of it, and `illustrativ: false` on a child takes the child, with what is below it, out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from planctl.model.record import Record

MARK = "illustrativ"
Share = tuple[str, int, int]
"""A kind, how many of it are illustrative, and how many there are."""


def is_illustrative(record: Record) -> bool:
    """Tell whether a record is illustrative."""
    return record.inherited(MARK)[0] is True


def part_is_illustrative(part: Mapping[str, Any], record: Record) -> bool:
    """Tell it of a part of a record that has a mark of its own: a vedtak, a høring, a value, a month's figures."""
    own = part.get(MARK)
    return own is True if own is not None else is_illustrative(record)


def shares(records: Iterable[Record]) -> tuple[Share, ...]:
    """Count the illustrative of each kind, in the order the kinds come; kinds without any are left out."""
    found: dict[str, list[bool]] = {}
    for record in records:
        found.setdefault(record.kind, []).append(is_illustrative(record))
    return tuple((kind, sum(marks), len(marks)) for kind, marks in found.items() if any(marks))


def added(told: Iterable[Share]) -> tuple[Share, ...]:
    """Add up the shares of each kind, told by several who count different records of it."""
    found: dict[str, tuple[int, int]] = {}
    for kind, marked, count in told:
        before = found.get(kind, (0, 0))
        found[kind] = (before[0] + marked, before[1] + count)
    return tuple((kind, *counts) for kind, counts in found.items())
