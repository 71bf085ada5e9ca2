"""What the period of a review held, of every kind that is followed up: whichever disciplines a municipality uses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from planctl.disciplines.records import marked, unit_of
from planctl.domain.follow_up import FollowUp
from planctl.domain.matters import Matter
from planctl.domain.organisation import Organisation
from planctl.domain.unsolved import lacks_tiltak
from planctl.i18n import T, Term
from planctl.model.chapter import Cell, Column, Occasion, Table
from planctl.model.period import Period, parse_date, parse_period
from planctl.model.record import Record
from planctl.world import World

_FAMILY = "løsbar"


def matters_by_kind(world: World, occasion: Occasion) -> tuple[Table, ...]:
    """Count, kind by kind, what was new, settled, open, overdue and without tiltak in the period."""
    kinds = sorted(world.plans.families.get(_FAMILY, ()))
    rows = [row for kind in kinds if any(row := _counts(world, occasion, kind))]
    columns = (
        Column(T("What is followed up"), width=34),
        Column(T("New in the period"), "number", 12),
        Column(T("Settled in the period"), "number", 12),
        Column(T("Open"), "number", 10),
        Column(T("Overdue"), "number", 10),
        Column(T("Without {tiltak_pl}"), "number", 12),
    )
    return (Table(columns, tuple(rows), T("What the period held")),) if rows else ()


def _counts(world: World, occasion: Occasion, kind: str) -> tuple[Cell, ...]:
    """Count one kind; nothing where there was none of it by the end of the period."""
    first, last = occasion.period.start - timedelta(1), occasion.day
    known = [item for item in _followed(world, occasion, kind) if item.known_at(last)]
    if not known:
        return ()
    still = [item for item in known if item.open_at(last)]
    return (
        T("{kind}", kind=Term(kind, plural=True)),
        sum(not item.known_at(first) for item in known),
        sum(item.settled is not None and item.settled in occasion.period for item in known),
        len(still),
        sum(item.late_at(last, ended=occasion.ended) for item in still),
        sum(lacks_tiltak(world, item.record, last) for item in still),
    )


def _followed(world: World, occasion: Occasion, kind: str) -> Iterator[FollowUp | Matter]:
    """Yield what is followed up of a kind; a vedtak with punkter stands among those."""
    follow_ups, plans = world.bonds.follow_ups, world.plans
    for record in plans.of_kind(kind):
        first = record.id is None or plans.get(record.id) is record
        if first and follow_ups.has(record) and occasion.covers(unit_of(world, record)):
            items = follow_ups.matters(record)
            yield from (item for item in items if isinstance(item, (FollowUp, Matter)) and item.record is record)


def events(world: World, occasion: Occasion) -> tuple[Table, ...]:
    """Tell what was gone through in the period: analyses, tilsyn, surveys and whatever else has a day and is a file."""
    rows = sorted(_events(world, occasion), key=lambda row: (str(row[2]), str(row[1])))
    columns = (Column(T("Kind"), width=26), Column(T("Title"), width=50), Column(T("Day"), "date"))
    return (Table(columns, tuple(rows), T("What was gone through in the period")),) if rows else ()


def _events(world: World, occasion: Occasion) -> Iterator[tuple[Cell, Cell, date]]:
    holders = {record.parent for record in world.plans.of_kind(_FAMILY)}
    for record in world.plans.records:
        day = parse_date(record.get("dato")) if record.parent is None or record in holders else None
        if day is None or day not in occasion.period or record.kind in _NO_EVENTS:
            continue
        if occasion.covers(unit_of(world, record)):
            yield T("{kind}", kind=Term(record.kind)), marked(record), day


_NO_EVENTS = frozenset({"vedtak"})
"""What has a day and stands in the other table, with what is to be done about it."""


def covering(world: World, review: Record, occasion: Occasion) -> Occasion:
    """Give the occasion of a review: its period, as far as the day has come, and what belongs to its unit."""
    period = parse_period(review.get("periode")) or occasion.period
    end = max(min(period.end, occasion.day), period.start)
    unit = world.plans.get(review.get("enhet"))
    if unit is None:
        return Occasion(Period(period.start, end), occasion.covers, ended=end < occasion.day)
    organisation = Organisation(world.plans, world.graph)

    def covers(owner: str | None) -> bool:
        return unit in organisation.line(organisation.as_unit(world.plans.get(owner)))

    return Occasion(Period(period.start, end), covers, of_unit=True, ended=end < occasion.day)
