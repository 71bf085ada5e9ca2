"""A table of how many avvik there are of each group: now, the year before, open, overdue, and the days it took."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from planctl.disciplines.avvik.counts import Sides, sides_of
from planctl.disciplines.avvik.deviations import Deviation
from planctl.disciplines.avvik.told import Told, days_to_close, reported
from planctl.domain.small_counts import Told as Number
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Table

Key = Callable[[Deviation], Hashable]
Named = Callable[[Any], Cell]


def grouped(
    told: Told, heading: Text, title: Text, key: Key, name: Named, most: int | None = None
) -> tuple[Table, ...]:
    """Count by a key, the largest first: now, the year before, open, overdue, and the time it took to close.

    What has no key stands last, and there is no table of nothing but that; `most` keeps the first rows only. Small
    counts of what may be about a person are not told, and neither is what they could be worked out from: where a table
    could not but tell them, there is none.
    """
    found: dict[Hashable, list[Deviation]] = {}
    for one in told.known:
        found.setdefault(key(one), []).append(one)
    names = {value: name(value) for value in found}
    order = sorted(found, key=lambda value: str(names[value]))
    groups = [found[value] for value in order]
    return count_table(told, heading, title, [names[value] for value in order], groups, sides_of(told, groups), most)


def count_table(
    told: Told,
    heading: Text,
    title: Text,
    names: Sequence[Cell],
    groups: Sequence[Sequence[Deviation]],
    sides: Sides | None,
    most: int | None = None,
) -> tuple[Table, ...]:
    """Make a table of groups, with what is told of each. Its order tells nothing that the table itself does not."""
    if sides is None:
        return ()
    shown = sorted(
        (at for at in range(len(groups)) if sides.is_told(at)),
        key=lambda at: (names[at] is None, -_told(sides.now[at]), -_told(sides.before[at])),
    )
    if all(names[at] is None for at in shown):
        return ()
    period = told.occasion.period
    lines = [
        _line(
            T("Not told") if names[at] is None else names[at],
            (sides.now[at], sides.before[at], sides.open[at], sides.late[at]),
            reported(groups[at], period),
        )
        for at in shown
    ]
    whole = (len(told.now), len(told.before), len(told.open), len(told.late))
    table = Table(_columns(heading), tuple(lines[:most]), title, _line(T("Sum"), whole, told.now))
    return (table if told.compares else table.kept(lambda column: column not in COMPARING),)


def _told(count: Number) -> int:
    return count if isinstance(count, int) else 0


COMPARING = (Column(T("The year before"), "number", 12), Column(T("Change"), "number", 10))
"""The columns that hold it against the year before."""


def _columns(heading: Text) -> tuple[Column, ...]:
    return (
        Column(heading, width=34),
        Column(T("Reported in the period"), "number", 12),
        *COMPARING,
        Column(T("Open"), "number", 10),
        Column(T("Overdue"), "number", 10),
        Column(T("Days to close"), "number", 12, adds=False),
    )


def _line(name: Cell, told: tuple[Number, ...], items: Sequence[Deviation]) -> tuple[Cell, ...]:
    now, before, still, late = told
    change = now - before if isinstance(now, int) and isinstance(before, int) else None
    return (name, now, before, change, still, late, days_to_close(items) if isinstance(now, int) else None)
