"""What follows from a change of what is followed up, as a vedtak: it is followed up no more, or is open again."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from planctl.diff.change import Change, Consequence, Kind
from planctl.domain.follow_up import KINDS, FollowUps
from planctl.findings.diagnostic import Severity
from planctl.i18n import T, Text, Tn
from planctl.model.period import deadline
from planctl.world import World

_AGAIN = T("It is open again")


def with_follow_up(changes: list[Change], base: World, head: World) -> list[Change]:
    """Give changes of what is followed up what follows from them; one that leaves something open undone is grave."""
    closed = head.plans.known_kinds.matters.closed
    if not any(change.record_kind in closed for change in changes):
        return changes
    before, after = FollowUps(base.plans), FollowUps(head.plans)

    def judged(change: Change) -> Change:
        settles = closed.get(change.record_kind, frozenset())
        if change.record_kind not in KINDS:
            return _of_schema(change, base, settles) if settles else change
        if change.kind is Kind.REMOVED:
            record = base.plans.get(change.record)
            left = [item for item in before.of(record) if item.is_open] if record is not None else []
            return _with(change, _dropped(len(left), left[0].deadline), Severity.ERROR) if left else change
        record = head.plans.get(change.record)
        waiting = [item for item in after.of(record) if item.is_open] if record is not None else []
        if change.kind is Kind.STATUS and change.old in settles and change.new not in settles and waiting:
            return _with(change, _AGAIN, Severity.WARNING)
        if change.kind is Kind.POSTPONED:
            never = next((item for item in waiting if item.never_answered_at(head.today)), None)
            days = None if never is None or never.decided is None else (head.today - never.decided).days
            if days is not None:
                said = Tn(
                    "It is {n} day since the {vedtak}, and the body has had no answer",
                    "It is {n} days since the {vedtak}, and the body has had no answer",
                    days,
                )
                return _with(change, said, change.weight)
        return change

    return [judged(change) for change in changes]


def _with(change: Change, said: Text, weight: Severity) -> Change:
    heavy = max(change.weight, weight, key=lambda level: level.rank)
    return replace(change, consequences=(*change.consequences, Consequence(said)), weight=heavy)


def _of_schema(change: Change, base: World, closed: AbstractSet[str]) -> Change:
    """Give a change of a kind that its schema tells the end of (`x-lukket`) what follows from it."""
    record = base.plans.get(change.record)
    if change.kind is Kind.REMOVED and record is not None and record.get("status") not in closed:
        return _with(change, _dropped(1, deadline(record.get("frist"))), Severity.ERROR)
    if change.kind is Kind.STATUS and change.old in closed and change.new not in closed:
        return _with(change, _AGAIN, Severity.WARNING)
    return change


def _dropped(count: int, due: date | None) -> Text:
    """Tell that what was open is followed up no more: one thing with its deadline, several by their number."""
    if count > 1:
        return T("{count} items of it were open, and are followed up no more", count=count)
    if due is None:
        return T("It was open, and is followed up no more")
    return T("It was open, with the deadline {date}, and is followed up no more", date=due)
