"""What happens again: the same category in the same unit several times, and what is marked as the same as before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planctl.disciplines.avvik.deviations import WRONG, Deviation
from planctl.disciplines.avvik.told import Told, reported, year_before
from planctl.disciplines.records import place_of, titled
from planctl.disciplines.register import field_title, value_text
from planctl.domain.withheld import FEW
from planctl.i18n import T
from planctl.model.chapter import Cell, Column, Table

_OFTEN, _MOST = 3, 15
"""From how many on it is told as a repeat, and how many rows there are."""


def marked_repeats(told: Told) -> int:
    """Count what was reported in the period and is said to be the same as an earlier one."""
    return sum(bool(one.record.get("gjentakelse_av")) for one in told.now)


def repeats(told: Told) -> tuple[Table, ...]:
    """Tell the units and categories with most of what went wrong in the period; few of what may be personal are not."""
    rows = sorted(_rows(told), key=lambda row: (-int(row[2]), str(row[0]), str(row[1])))[:_MOST]  # type: ignore[arg-type]
    if not rows:
        return ()
    record = told.known[0].record
    columns = (
        Column(field_title(told.world, record, "enhet"), width=30),
        Column(field_title(told.world, record, "kategori"), width=30),
        Column(T("Reported in the period"), "number", 12),
        *([Column(T("The year before"), "number", 12)] if told.compares else []),
        Column(T("Most frequent root cause"), width=24),
    )
    return (Table(columns, tuple(rows), T("What happens again")),)


def _rows(told: Told) -> Iterator[tuple[Cell, ...]]:
    world = told.world
    groups: dict[tuple[str | None, str], list[Deviation]] = {}
    for one in told.known:
        category = one.text("kategori")
        if category and one.slag in WRONG:
            groups.setdefault((place_of(one.record), category), []).append(one)
    for (unit, category), items in groups.items():
        now = reported(items, told.occasion.period)
        if len(now) < (FEW if any(one.may_be_personal for one in now) else _OFTEN):
            continue
        causes = Counter(cause for one in now if (cause := one.text("årsaksgruppe")))
        most = value_text(world, causes.most_common(1)[0][0]) if causes else None
        before = [_before(items, told)] if told.compares else []
        yield (titled(world, unit), category, len(now), *before, most)


def _before(items: list[Deviation], told: Told) -> int | None:
    """Count those of the year before; None where there were so few of what may be personal that it is not told."""
    before = reported(items, year_before(told.occasion.period))
    if any(one.may_be_personal for one in before) and len(before) < FEW:
        return None
    return len(before)
