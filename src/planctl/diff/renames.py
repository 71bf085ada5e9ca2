"""References that only follow a record to its new id: what they mean is as before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from planctl.diff.change import Change, Kind
from planctl.diff.fields import alike
from planctl.findings.diagnostic import Severity


def following(changes: Sequence[Change], now: Mapping[str, str]) -> dict[int, tuple[str, ...]]:
    """Find the changes of fields that only follow new ids: their places in `changes`, and the new ids.

    `now` gives the new key for every former one. Of a group whose key is an id, two changes follow: the
    one that takes the former key out, and the one that puts the same under the new key. What is named by
    other records' ids, as a report by its unit's, follows them too.
    """
    if not now:
        return {}
    found: dict[int, tuple[str, ...]] = {}
    fresh = {(item.record, item.way): place for place, item in enumerate(changes) if item.old is None}
    for place, change in enumerate(changes):
        if change.kind is Kind.RENAMED and " " in str(change.old) and named_now(str(change.old), now) == change.new:
            found[place] = ()
        if change.field is None or change.old is None or change.kind is Kind.REORDERED:
            continue
        value, way = _renamed(change.old, now), tuple(now.get(part, part) for part in change.way)
        if change.new is not None and not alike(change.old, change.new) and alike(value, change.new):
            found[place] = _targets(change.old, now)
        elif change.new is None and way != change.way and (change.record, way) in fresh:
            other = fresh[change.record, way]
            if alike(value, changes[other].new):
                found[place], found[other] = _targets(list(change.way), now), ()
    return found


def with_renames(changes: Sequence[Change], now: Mapping[str, str]) -> list[Change]:
    """Weigh what only follows a new id as little as it means: it cuts and joins no thread."""
    found = list(changes)
    for place in following(changes, now):
        kind = Kind.CHANGED if found[place].field is not None else found[place].kind
        found[place] = replace(found[place], kind=kind, weight=Severity.INFO)
    return found


def named_now(key: str, now: Mapping[str, str]) -> str:
    """Give the key of what is named by other records' ids, with their new ones."""
    return " ".join(now.get(part, part) for part in key.split(" "))


def _renamed(value: Any, now: Mapping[str, str]) -> Any:
    """Give a value with new ids for former ones."""
    if isinstance(value, str):
        return now.get(value, value)
    if isinstance(value, list):
        return [_renamed(item, now) for item in value]
    if isinstance(value, dict):
        return {now.get(key, key): _renamed(item, now) for key, item in value.items()}
    return value


def _targets(value: Any, now: Mapping[str, str]) -> tuple[str, ...]:
    """Give the new ids that stand for former ones in a value."""
    if isinstance(value, str):
        return (now[value],) if value in now else ()
    inner = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else ()
    return tuple(dict.fromkeys(name for item in inner for name in _targets(item, now)))
