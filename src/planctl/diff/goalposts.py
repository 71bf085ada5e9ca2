"""The limits of measured indicators that a change moves, and whether that moves a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planctl.diff.change import Change
from planctl.diff.compare import Pairs
from planctl.diff.state import Item
from planctl.domain.judgement.goalposts import Goalposts, Verdicts, verdicts
from planctl.findings.diagnostic import Severity
from planctl.model.limits import LIMITS, changed_limits
from planctl.world import World


def with_goalposts(changes: Sequence[Change], pairs: Pairs, head: World) -> list[Change]:
    """Mark every change of a limit of an indicator that has a value in head, judged at head's date.

    The mark tells how its values stand to all the limits that base had, and to those of head.
    """
    names = {change.record for change in changes if _is_of_limit(change)}
    both = {new.key: (old, new) for old, new in pairs.both if new.key in names}
    posts = Goalposts(head) if both else None
    marks = {key: _mark(posts, *items, head) for key, items in both.items()} if posts is not None else {}

    def marked(change: Change) -> Change:
        fields, found = marks.get(change.record, ((), ()))
        if not found or not change.way or change.way[0] not in fields:
            return change
        weight = max(change.weight, Severity.WARNING, key=lambda level: level.rank)
        return replace(change, goalpost=found, weight=weight)

    return [marked(change) for change in changes]


def _is_of_limit(change: Change) -> bool:
    return change.record_kind == "indikator" and bool(change.way) and change.way[0] in LIMITS


def _mark(posts: Goalposts, old: Item, new: Item, head: World) -> tuple[tuple[str, ...], tuple[Verdicts, ...]]:
    fields = changed_limits(old.fields, new.fields)
    if not fields or new.record is None:
        return (), ()
    return fields, verdicts(old.fields, new.fields, posts.series(new.record), head.today)
