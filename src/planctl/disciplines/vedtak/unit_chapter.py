"""The chapter on vedtak in the documents of one unit: what it is to follow up, and what it settled in the year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from planctl.disciplines.vedtak.chapter import age, days_late, status
from planctl.disciplines.vedtak.labels import body, owner, text, title
from planctl.domain.follow_up import FollowUp
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where the unit has nothing to follow up, and has settled nothing."""
    day = occasion.day
    known = [item for item in world.bonds.follow_ups.items if item.known_at(day)]
    mine = [item for item in known if occasion.covers(item.get("ansvarlig"))]
    still = sorted((item for item in mine if item.open_at(day)), key=_deadline)
    done = [item for item in mine if item not in still and _settled_in(item, occasion)]
    if not still and not done:
        return None
    parts = ((T("To be followed up"), still), (T("Settled in {year}", year=str(day.year)), done))
    return Chapter(
        T("{Vedtak_pl} the unit follows up"),
        tuple(_told(still, occasion)),
        tuple(_table(world, items, occasion, name) for name, items in parts if items),
        shares(dict.fromkeys(item.vedtak for item in [*still, *done])),
    )


def _settled_in(item: FollowUp, occasion: Occasion) -> bool:
    """Tell whether it was settled in the year; where no day is told, whether it was made in it."""
    day = item.settled or item.decided
    return day is not None and day in occasion.period


def _deadline(item: FollowUp) -> date:
    return item.deadline or date.max


def _told(still: Sequence[FollowUp], occasion: Occasion) -> Iterable[Text]:
    late = sum(item.late_at(occasion.day, ended=occasion.ended) for item in still)
    never = sum(item.never_answered_at(occasion.day) for item in still)
    yield T(
        "Open on {day}: {open}. Overdue: {late}. Never answered: {never}.",
        day=occasion.day, open=len(still), late=late, never=never,
    )  # fmt: skip


def _table(world: World, items: Sequence[FollowUp], occasion: Occasion, name: Text) -> Table:
    return Table(
        (
            Column(T("{Vedtak}"), width=50),
            Column(T("Case"), width=10),
            Column(T("Body"), width=24, where="workbook"),
            Column(T("Decided"), "date", where="workbook"),
            Column(T("Age in days"), "number", 10, where="workbook"),
            Column(T("Status"), "status", 20),
            Column(T("Deadline"), "date"),
            Column(T("Days late"), "number", 10),
            Column(T("Responsible"), width=28),
        ),
        tuple(_row(world, item, occasion) for item in items),
        name,
    )


def _row(world: World, item: FollowUp, occasion: Occasion) -> tuple[Cell, ...]:
    day = occasion.day
    return (
        title(item),
        text(item.vedtak, "sak"),
        body(world.plans, item.vedtak) or None,
        item.decided,
        age(item, day),
        status(item, day),
        item.deadline,
        days_late(item, day) if item.late_at(day, ended=occasion.ended) else None,
        owner(world.plans, item),
    )
