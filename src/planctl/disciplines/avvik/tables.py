"""The tables of avvik: by what they are, month, område, category, unit and cause, held against the year before."""

from __future__ import annotations

from collections.abc import Callable

from planctl.disciplines.avvik.count_table import COMPARING, count_table, grouped
from planctl.disciplines.avvik.counts import monthly, months, sides_of_sorts, sorts_of
from planctl.disciplines.avvik.deviations import EVENT, IDEA, ORDINARY, PRAISE, SENT_ON, SLAG, WRONG, Deviation
from planctl.disciplines.avvik.told import Told
from planctl.disciplines.records import place_of, titled
from planctl.disciplines.register import field_title, value_text
from planctl.i18n import Month, T, Text
from planctl.model.chapter import Column, Table
from planctl.model.period import Period

SLAG_WORDS = {
    ORDINARY: T("{Avvik_pl}"),
    EVENT: T("Incidents"),
    IDEA: T("Proposals"),
    PRAISE: T("Positive messages"),
}
"""What the sorts of message are called, many of them."""


def by_slag(told: Told) -> tuple[Table, ...]:
    """Count the sorts of message."""
    sorts = sorts_of(told)
    groups = [[one for one in told.known if one.slag == slag] for slag in sorts]
    names = [SLAG_WORDS.get(slag) for slag in sorts]
    return count_table(told, T("Message"), T("Messages by kind"), names, groups, sides_of_sorts(told, sorts))


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
    sorts = sorts_of(told)
    now, before = monthly(told, sorts), monthly(told, sorts, of_year_before=True)
    if not told.now or now is None or before is None:
        return ()
    columns = (
        Column(T("Month"), width=20),
        *(Column(SLAG_WORDS[slag], "number", 14) for slag in SLAG),
        Column(T("Sum"), "number", 10),
        Column(T("The year before"), "number", 12),
    )
    rows = [
        (month_name(month), *now.cells[at][: len(SLAG)], now.rows[at], before.rows[at])
        for at, month in enumerate(months(told.occasion.period))
    ]
    total = (T("Sum"), *now.columns[: len(SLAG)], len(told.now), len(told.before))
    table = Table(columns, tuple(rows), T("Reported each month"), total)
    return (table if told.compares else table.kept(lambda column: column not in COMPARING),)


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
