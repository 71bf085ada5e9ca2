"""How often a deadline that is postponed had been postponed before, by the history of base and the reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from planctl.diff.change import Change, Earlier, Kind
from planctl.diff.compare import Pairs
from planctl.history.postponed import Postponed, postponed
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.world import World


def with_earlier(changes: Sequence[Change], pairs: Pairs, base: World) -> list[Change]:
    """Tell of every postponed frist how often it was postponed before; git is read only where there is one."""
    former = {new: old for old, new in pairs.now.items()}
    records = {
        change.record: record
        for change in changes
        if _of_plan(change) and (record := _record(pairs, former.get(change.record, change.record))) is not None
    }
    history = base.history() if records else None
    if history is None:
        return list(changes)
    told = partial(base.status_reports.new_deadlines, day=base.today)
    found = {item.record: item for item in postponed(history, list(records.values()), told)}

    def counted(change: Change) -> Change:
        if not _of_plan(change) or change.record not in records:
            return change
        times = _times(found.get(records[change.record]), change)
        return replace(change, earlier=Earlier(times, history.complete))

    return [counted(change) for change in changes]


def _of_plan(change: Change) -> bool:
    return change.kind is Kind.POSTPONED and change.field == "frist"


def _record(pairs: Pairs, key: str) -> Record | None:
    item = pairs.base.items.get(key)
    return item.record if item is not None else None


def _times(item: Postponed | None, change: Change) -> int:
    """Count the moves before a change; a report that gave the same deadline is not another one."""
    if item is None:
        return 0
    last = item.moves[-1]
    repeats = last.report is not None and last.new == deadline(change.new)
    return len(item.moves) - repeats
