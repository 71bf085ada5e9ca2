"""Two plan sets to a list of changes: records matched by id and former id, then field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from planctl.diff.change import Change, Kind, join, parts
from planctl.diff.fields import kind_of, leaves, weight
from planctl.diff.renames import named_now
from planctl.diff.state import Item, State, keys_of, state_of
from planctl.findings.diagnostic import Severity
from planctl.load.files.tree import Tree
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.model.thread_kinds import ThreadKinds
from planctl.source import START, Place
from planctl.values import dataclass
from planctl.world import World


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two plan sets, and the files it was loaded from."""

    world: World
    tree: Tree


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which item of base is which item of head, and what is only in one of them."""

    base: State
    head: State
    both: list[tuple[Item, Item]]
    removed: list[Item]
    added: list[Item]
    now: dict[str, str]
    """Every key of base that has another in head."""
    thread: ThreadKinds


def paired(base: Side, head: Side) -> Pairs:
    """Match the items of two plan sets."""
    old_keys, new_keys = keys_of(base.world), keys_of(head.world)
    same = _same(base.world.plans.records, head.world.plans.records, old_keys, new_keys)
    old, new = state_of(base.world, base.tree, same, old_keys), state_of(head.world, head.tree, same, new_keys)
    unread = old.unread | new.unread
    was = {key: item for key, item in old.items.items() if item.place.path not in unread}
    now = {key: item for key, item in new.items.items() if item.place.path not in unread}
    both = [(was[key], item) for key, item in now.items() if key in was]
    left = {key: item for key, item in was.items() if key not in now}
    added = []
    names = _FormerNames(left, _new_ids(head.world.plans))
    for key, item in now.items():
        if key in was:
            continue
        former = names.of(item)
        if former is None:
            added.append(item)
        else:
            del left[former.key]
            both.append((former, item))
    renamed = {one.key: other.key for one, other in both if one.key != other.key}
    return Pairs(old, new, both, list(left.values()), added, renamed, head.world.plans.thread)


def _new_ids(plans: PlanSet) -> dict[str, str]:
    """Give the new id for every former one that no record has any more."""
    return {
        former: record.id
        for former, record in plans.former_ids.items()
        if record.id is not None and former not in plans.by_id
    }


def _same(
    old: tuple[Record, ...], new: tuple[Record, ...], old_keys: dict[Record, str], new_keys: dict[Record, str]
) -> set[Record]:
    """Give the identities of the records that are the same object on both sides, with the same key."""
    there = set(new)
    shared = [record for record in old if record in there]
    moved = {record.path for record in shared if old_keys[record] != new_keys[record]}
    return {record for record in shared if record.path not in moved}


class _FormerNames:
    """Finds the item of base that one in head was before."""

    def __init__(self, left: dict[str, Item], now: Mapping[str, str]) -> None:
        self._left = left
        self._named = {named_now(key, now): item for key, item in left.items()} if now else {}
        self._roots = {(item.path, item.kind): item for item in left.values() if item.path is not None}

    def of(self, item: Item) -> Item | None:
        former = item.fields.get("tidligere_id")
        for name in former if isinstance(former, list) else [former]:
            if isinstance(name, str) and name in self._left:
                return self._left[name]
        named = self._named.get(item.key)
        if named is not None and named.key in self._left:
            return named
        root = self._roots.get((item.path, item.kind)) if item.path is not None else None
        unnamed = root is not None and ("id" not in item.fields or "id" not in root.fields)
        return root if root is not None and unnamed and root.key in self._left else None


def changes(pairs: Pairs) -> list[Change]:
    """Give every change, in the order of head, what is removed first."""
    found = [_whole(Kind.REMOVED, item, pairs.base, pairs) for item in pairs.removed]
    found += [_whole(Kind.ADDED, item, pairs.head, pairs) for item in pairs.added]
    moved: set[str] = set()
    for old, new in pairs.both:
        home = {**old.home}
        if old.parent is not None:
            home["parent"] = pairs.now.get(old.parent, old.parent)
        if old.key != new.key:
            found.append(_change(pairs, Kind.RENAMED, old, new, None, old.key, new.key))
        if home != new.home:
            moved.add(new.key)
            before = {**home, "after": _previous(pairs.base, old)}
            found.append(
                _change(pairs, Kind.MOVED, old, new, None, before, {**new.home, "after": _previous(pairs.head, new)})
            )
        found += _fields(pairs, old, new)
    found += _reordered(pairs, moved)
    found += [_unread(path, pairs) for path in sorted(pairs.base.unread ^ pairs.head.unread)]
    return found


def _fields(pairs: Pairs, old: Item, new: Item) -> Iterator[Change]:
    plain = old.key != new.key and (old.fields.get("id"), new.fields.get("id")) == (old.key, new.key)
    for way, one, other in leaves(old.fields, new.fields):
        if way != ("id",) or not plain:
            kind = kind_of(new.kind, way, one, other, pairs.thread)
            yield _change(pairs, kind, old, new, join(way), one, other)


def _change(pairs: Pairs, kind: Kind, old: Item, new: Item, field: str | None, before: Any, after: Any) -> Change:
    way = parts(field)
    return Change(
        kind, new.key, new.kind, field, before, after, weight(kind, new.kind, way, after, pairs.thread),
        before=old.at(way if before is not None else ()) if field else old.place,
        after=new.at(way if after is not None else ()) if field else new.place,
    )  # fmt: skip


def _whole(kind: Kind, item: Item, state: State, pairs: Pairs) -> Change:
    what = {**item.home, "after": _previous(state, item), "fields": item.fields}
    made = Change(kind, item.key, item.kind, weight=weight(kind, item.kind, (), None, pairs.thread))
    if kind is Kind.ADDED:
        return replace(made, new=what, after=item.place)
    return replace(made, old=what, before=item.place)


def _previous(state: State, item: Item) -> str | None:
    """Give the item before another in its list."""
    if item.parent is None:
        return None
    row = state.order[item.parent, item.field]
    index = row.index(item.key)
    return row[index - 1] if index else None


def _reordered(pairs: Pairs, moved: set[str]) -> Iterator[Change]:
    now = {old.key: new.key for old, new in pairs.both if new.key not in moved}
    stayed = set(now.values())
    items = {new.key: (old, new) for old, new in pairs.both}
    for (parent, field), row in pairs.base.order.items():
        here = pairs.now.get(parent, parent)
        before = [now[key] for key in row if key in now]
        after = [key for key in pairs.head.order.get((here, field), ()) if key in stayed]
        if before != after and here in items:
            old, new = items[here]
            yield _change(pairs, Kind.REORDERED, old, new, join((field,)), before, after)


def _unread(path: str, pairs: Pairs) -> Change:
    place = Place(path, START)
    broken = path in pairs.head.unread
    found = Change(Kind.UNREAD, path, "fil", None, None, None, Severity.ERROR if broken else Severity.INFO)
    return replace(found, after=place) if broken else replace(found, before=place)
