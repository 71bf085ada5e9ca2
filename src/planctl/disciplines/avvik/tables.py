"""The tables of avvik: by what they are, month, område, category, unit and cause, held against the year before."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from planctl.disciplines.avvik.deviations import EVENT, IDEA, ORDINARY, PRAISE, SENT_ON, SLAG, WRONG, Deviation
from planctl.disciplines.avvik.told import Told, days_to_close, reported, year_before
from planctl.disciplines.records import place_of, titled
from planctl.disciplines.register import field_title, value_text
from planctl.domain.small_counts import told_counts
from planctl.i18n import Month, T, Text
from planctl.model.chapter import Cell, Column, Table
from planctl.model.period import Period, month_period

SLAG_WORDS = {
    ORDINARY: T("{Avvik_pl}"),
    EVENT: T("Incidents"),
    IDEA: T("Proposals"),
    PRAISE: T("Positive messages"),
}
"""What the sorts of message are called, many of them."""
Key = Callable[[Deviation], Hashable]
Named = Callable[[Any], Cell]


def grouped(
    told: Told, heading: Text, title: Text, key: Key, name: Named, most: int | None = None
) -> tuple[Table, ...]:
    """Count by a key, the largest first: now, the year before, open, overdue, and the time it took to close.

    What has no key stands last, and there is no table of nothing but that; `most` keeps the first rows only. Small
    counts of what may be about a person are not told, and neither is what they could be worked out from.
    """
    found: dict[Hashable, list[Deviation]] = {}
    for one in told.known:
        found.setdefault(key(one), []).append(one)
    rows = [(name(value), _Row(told, items)) for value, items in found.items()]
    rows = [(said, row) for said, row in rows if row.now or row.before or row.open]
    rows.sort(key=lambda row: (row[0] is None, -len(row[1].now), -len(row[1].before), str(row[0])))
    if all(said is None for said, _ in rows):
        return ()
    sides = [[row.now for _, row in rows], [row.before for _, row in rows], [row.open for _, row in rows]]
    counts = [told_counts([len(items) for items in side], [_is_personal(items) for items in side]) for side in sides]
    late = told_counts([len(row.late) for _, row in rows], [_is_personal(row.late) for _, row in rows])
    lines = [
        _line(T("Not told") if said is None else said, counts[0][n], counts[1][n], counts[2][n], late[n], row)
        for n, (said, row) in enumerate(rows)
    ]
    whole = _Row(told, list(told.known))
    total = _line(T("Sum"), len(whole.now), len(whole.before), len(whole.open), len(whole.late), whole)
    kept = lines if most is None else lines[:most]
    table = Table(_columns(heading), tuple(kept), title, total)
    return (table if told.compares else table.kept(lambda column: column not in _COMPARING),)


class _Row:
    """What a row counts."""

    def __init__(self, told: Told, items: Sequence[Deviation]) -> None:
        day = told.occasion.day
        self.now = reported(items, told.occasion.period)
        self.before = reported(items, year_before(told.occasion.period))
        self.open = tuple(one for one in items if one.matter.open_at(day))
        self.late = tuple(one for one in items if told.is_late(one))


def _is_personal(items: Sequence[Deviation]) -> bool:
    return all(one.may_be_personal for one in items)


_COMPARING = (Column(T("The year before"), "number", 12), Column(T("Change"), "number", 10))


def _columns(heading: Text) -> tuple[Column, ...]:
    return (
        Column(heading, width=34),
        Column(T("Reported in the period"), "number", 12),
        *_COMPARING,
        Column(T("Open"), "number", 10),
        Column(T("Overdue"), "number", 10),
        Column(T("Days to close"), "number", 12),
    )


def _line(name: Cell, now: Cell, before: Cell, still: Cell, late: Cell, row: _Row) -> tuple[Cell, ...]:
    change = now - before if isinstance(now, int) and isinstance(before, int) else None
    return (name, now, before, change, still, late, days_to_close(row.now) if isinstance(now, int) else None)


def by_slag(told: Told) -> tuple[Table, ...]:
    """Count the sorts of message."""
    return grouped(told, T("Message"), T("Messages by kind"), lambda one: one.slag, SLAG_WORDS.get)


def by_area(told: Told) -> tuple[Table, ...]:
    """Count the områder."""
    return _by_word(told, "område", T("By area"))


def by_category(told: Told, most: int | None = None) -> tuple[Table, ...]:
    """Count the categories."""
    title = T("By category") if most is None else T("The largest categories")
    heading = _heading(told, "kategori")
    return grouped(told, heading, title, lambda one: one.text("kategori"), lambda value: value or None, most)


def by_cause(told: Told) -> tuple[Table, ...]:
    """Count the kinds of root cause of what went wrong."""
    wrong = _only(told, lambda one: one.slag in WRONG)
    return _by_word(wrong, "årsaksgruppe", T("Root causes of what went wrong"))


def by_source(told: Told) -> tuple[Table, ...]:
    """Count who or what reported."""
    return _by_word(told, "kilde", T("By source"))


def by_unit(told: Told) -> tuple[Table, ...]:
    """Count the units."""
    world = told.world
    return grouped(
        told,
        _heading(told, "enhet"),
        T("By unit"),
        lambda one: place_of(one.record),
        lambda value: titled(world, value),
    )


def by_receiver(told: Told) -> tuple[Table, ...]:
    """Count what was sent on, by the system that took it over."""
    title, sent = T("Sent on to other systems"), _only(told, lambda one: bool(one.text(SENT_ON)))
    return grouped(sent, _heading(told, SENT_ON), title, lambda one: one.text(SENT_ON), lambda value: value or None)


def by_month(told: Told) -> tuple[Table, ...]:
    """Count what was reported each month, by sort, with the same month of the year before."""
    if not told.now:
        return ()
    rows = [(month_name(month), _month_counts(told, month)) for month in months(told.occasion.period)]
    columns = (
        Column(T("Month"), width=20),
        *(Column(SLAG_WORDS[slag], "number", 14) for slag in SLAG),
        Column(T("Sum"), "number", 10),
        Column(T("The year before"), "number", 12),
    )
    sums = [sum(column) for column in zip(*(counts for _, counts in rows), strict=True)]
    table = Table(columns, tuple((name, *counts) for name, counts in rows), T("Reported each month"), (T("Sum"), *sums))
    return (table if told.compares else table.kept(lambda column: column not in _COMPARING),)


def _month_counts(told: Told, month: Period) -> list[int]:
    mine = reported(told.known, month)
    return [*by_sort(mine), len(mine), len(reported(told.known, year_before(month)))]


def by_sort(items: Sequence[Deviation]) -> list[int]:
    """Count the sorts of some messages, in the order of `SLAG`."""
    return [sum(one.slag == slag for one in items) for slag in SLAG]


def months(period: Period) -> Iterator[Period]:
    """Yield the months of a period, the first and the last only as far as it goes."""
    year, number = period.start.year, period.start.month
    while (year, number) <= (period.end.year, period.end.month):
        whole = month_period(year, number)
        yield Period(max(whole.start, period.start), min(whole.end, period.end))
        year, number = (year, number + 1) if number < 12 else (year + 1, 1)


def month_name(month: Period) -> Text:
    """Name a month with its year."""
    return T("{month} {year}", month=Month(month.start.month), year=str(month.start.year))


def _heading(told: Told, field: str) -> Text:
    """Give a field's title in the schema."""
    return field_title(told.world, told.known[0].record, field) if told.known else T("{field}", field=field)


def _by_word(told: Told, field: str, title: Text) -> tuple[Table, ...]:
    """Count by a field that takes words of the schema."""
    return grouped(
        told,
        _heading(told, field),
        title,
        lambda one: one.text(field),
        lambda value: value_text(told.world, value) if value else None,
    )


def _only(told: Told, wanted: Callable[[Deviation], bool]) -> Told:
    kept = [tuple(one for one in items if wanted(one)) for items in (told.known, told.now, told.before)]
    return Told(told.world, told.occasion, *kept)
