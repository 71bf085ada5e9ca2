"""What follows from a change of a vedtak or punkt: what was open is followed up no more, or is open again."""

from __future__ import annotations

from dataclasses import replace

from planctl.diff.change import Change, Consequence, Kind
from planctl.domain.follow_up import KINDS, FollowUp, FollowUps
from planctl.domain.open_work import is_closed
from planctl.findings.diagnostic import Severity
from planctl.i18n import T, Text, Tn
from planctl.world import World


def with_follow_up(changes: list[Change], base: World, head: World) -> list[Change]:
    """Give changes of vedtak and punkter what follows from them; one that leaves something open undone is grave."""
    if not any(change.record_kind in KINDS for change in changes):
        return changes
    before, after = FollowUps(base.plans), FollowUps(head.plans)

    def judged(change: Change) -> Change:
        if change.record_kind not in KINDS:
            return change
        if change.kind is Kind.REMOVED:
            record = base.plans.get(change.record)
            left = [item for item in before.of(record) if item.is_open] if record is not None else []
            return _with(change, _dropped(left), Severity.ERROR) if left else change
        record = head.plans.get(change.record)
        waiting = [item for item in after.of(record) if item.is_open] if record is not None else []
        if change.kind is Kind.STATUS and is_closed(change.old) and not is_closed(change.new) and waiting:
            return _with(change, T("It is open again"), Severity.WARNING)
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


def _dropped(left: list[FollowUp]) -> Text:
    """Tell that what was open is followed up no more: one thing with its deadline, several by their number."""
    due = left[0].deadline
    if len(left) > 1:
        return T("{count} items of it were open, and are followed up no more", count=len(left))
    if due is None:
        return T("It was open, and is followed up no more")
    return T("It was open, with the deadline {date}, and is followed up no more", date=due)
