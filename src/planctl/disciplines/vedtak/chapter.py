"""The chapter on vedtak in the tertial and annual reports: how many came, are open, late and answered; and which.

Everything is told as it stood on the period's last day: what was answered later, was open then. The deadlines are those
that stand in the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from planctl.disciplines.vedtak.delegated import delegated
from planctl.disciplines.vedtak.labels import SLAG, owner, text, title
from planctl.domain.follow_up import ORDINARY, FollowUp, kind_of
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.period import Period, parse_date
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where nothing is followed up and nothing has been decided by delegation."""
    day = occasion.day
    known = [item for item in world.bonds.follow_ups.items if item.known_at(day)]
    mine = [item for item in known if occasion.covers(item.get("ansvarlig"))]
    told = [item for item in mine if item.open_at(day) or _happened(item, occasion.period)]
    late = sorted((item for item in told if item.late_at(day, ended=occasion.ended)), key=_deadline)
    counts = delegated(world.plans, occasion)
    if not told and counts is None:
        return None
    tables = [_counts(told, occasion)] if told else []
    tables += [_late(world, late, day)] if late else []
    verbal = [item for item in told if kind_of(item.vedtak) == "verbalvedtak"]
    tables += [_verbal(verbal, day)] if verbal else []
    tables += [counts] if counts is not None else []
    return Chapter(
        T("{Vedtak_pl}"),
        tuple(_paragraphs(told, len(late), day)) if told else (),
        tuple(tables),
        shares(dict.fromkeys(item.vedtak for item in told)),
    )


def _happened(item: FollowUp, period: Period) -> bool:
    """Tell whether something happened to it in a period: it was decided, answered or settled."""
    return any(moment is not None and moment in period for moment in (item.decided, item.settled, *_answers(item)))


def _answers(item: FollowUp) -> Iterable[date | None]:
    return (parse_date(row.get("dato")) for row in item.answers)


def _deadline(item: FollowUp) -> date:
    return item.deadline or date.max


def _paragraphs(told: Sequence[FollowUp], late: int, day: date) -> Iterable[Text]:
    still = sum(item.open_at(day) for item in told)
    never = sum(item.never_answered_at(day) for item in told)
    yield T(
        "Open on {day}: {open}. Overdue: {late}. Never answered: {never}.",
        day=day, open=still, late=late, never=never,
    )  # fmt: skip
    yield T(
        "{Vedtak_pl} that are to be followed up are counted; one with several items counts once for each of them. "
        "A verbal resolution, a referred proposal and an interpellation are to be answered, and so is what the body "
        "has asked for a report on. Age is the number of days since the {vedtak} was made."
    )
    if not late:
        yield T("Nothing is past its deadline.")


def _counts(told: Sequence[FollowUp], occasion: Occasion) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (name, *_row([i for i in told if kind_of(i.vedtak) == slag], occasion)) for slag, name in SLAG.items()
    ]
    return Table(
        (
            Column(T("Kind"), width=26),
            Column(T("New in the period"), "number"),
            Column(T("Open"), "number"),
            Column(T("Overdue"), "number"),
            Column(T("Answered in the period"), "number"),
            Column(T("Never answered"), "number"),
        ),
        tuple(row for row in rows if any(row[1:])),
        T("{Vedtak_pl} by kind"),
        (T("Sum"), *_row(told, occasion)),
    )


def _row(items: Sequence[FollowUp], occasion: Occasion) -> tuple[int, ...]:
    day, period = occasion.day, occasion.period
    return (
        sum(item.decided is not None and item.decided in period for item in items),
        sum(item.open_at(day) for item in items),
        sum(item.late_at(day, ended=occasion.ended) for item in items),
        sum(any(given is not None and given in period for given in _answers(item)) for item in items),
        sum(item.never_answered_at(day) for item in items),
    )


def _late(world: World, items: Sequence[FollowUp], day: date) -> Table:
    return Table(
        (
            Column(T("{Vedtak}"), width=50),
            Column(T("Kind"), width=22),
            Column(T("Case"), width=10),
            Column(T("Deadline"), "date"),
            Column(T("Days late"), "number", 10),
            Column(T("Age in days"), "number", 10),
            Column(T("Responsible"), width=30),
        ),
        tuple(
            (
                title(item),
                SLAG.get(kind_of(item.vedtak), SLAG[ORDINARY]),
                text(item.vedtak, "sak"),
                item.deadline,
                days_late(item, day),
                age(item, day),
                owner(world.plans, item),
            )
            for item in items
        ),
        T("Overdue"),
    )


def _verbal(items: Sequence[FollowUp], day: date) -> Table:
    return Table(
        (
            Column(T("{Vedtak}"), width=50),
            Column(T("Case"), width=10),
            Column(T("Decided"), "date"),
            Column(T("Age in days"), "number", 10),
            Column(T("Deadline"), "date"),
            Column(T("Status"), "status", 20),
            Column(T("Answered"), "date"),
        ),
        tuple(
            (
                title(item),
                text(item.vedtak, "sak"),
                item.decided,
                age(item, day),
                item.deadline,
                status(item, day),
                max((given for given in _answers(item) if given is not None and given <= day), default=None),
            )
            for item in sorted(items, key=lambda item: (not item.open_at(day), _deadline(item)))
        ),
        T("Verbal resolutions"),
    )


def days_late(item: FollowUp, day: date) -> Cell:
    """Count the days from its deadline to a day, or say that it is the last one; None without a deadline."""
    return ((day - item.deadline).days or T("the last day")) if item.deadline is not None else None


def age(item: FollowUp, day: date) -> int | None:
    """Count the days from the vedtak to a day, or to the day it was settled; None where one of them is not known."""
    until = day if item.open_at(day) else item.settled
    return (until - item.decided).days if item.decided is not None and until is not None else None


def status(item: FollowUp, day: date) -> Cell:
    """Give its status on a day: the one in the register, but only «open» where it was settled later."""
    return item.status if item.is_open or not item.open_at(day) else T("open")
