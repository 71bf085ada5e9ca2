"""A diff put to use: the old plan set and the changes, as JSON has them, give the new one."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from planctl.diff.change import parts
from planctl.diff.state import State, keys_of, state_of
from planctl.load.files.tree import Tree
from planctl.values import dataclass
from planctl.world import World

Home = tuple[str, str]


@dataclass(slots=True)
class Book:
    """A plan set as plain data: what each record holds, where it stands, and the order of each list."""

    fields: dict[str, dict[str, Any]] = field(default_factory=dict)
    homes: dict[str, dict[str, Any]] = field(default_factory=dict)
    order: dict[Home, list[str]] = field(default_factory=dict)


def book_of(world: World, tree: Tree) -> Book:
    """Lay a whole plan set out as plain data."""
    state: State = state_of(world, tree, frozenset(), keys_of(world))
    return Book(
        {key: copy.deepcopy(item.fields) for key, item in state.items.items()},
        {key: dict(item.home) for key, item in state.items.items()},
        {home: list(row) for home, row in state.order.items() if row},
    )


def apply(book: Book, changes: Iterable[Mapping[str, Any]]) -> Book:
    """Carry out the changes of a diff on a plan set, which is changed."""
    rows = list(changes)

    def of(*kinds: str) -> list[Mapping[str, Any]]:
        return [row for row in rows if row["kind"] in kinds]

    for row in of("removed"):
        _leave(book, row["record"])
        del book.fields[row["record"]], book.homes[row["record"]]
    _rename(book, {row["old"]: row["new"] for row in of("renamed")})
    for row in of("moved"):
        _leave(book, row["record"])
    for row in of("reordered"):
        book.order[row["record"], parts(row["field"])[0]] = list(row["new"])
    for row in of("added"):
        book.fields[row["record"]] = copy.deepcopy(row["new"]["fields"])
    _settle(book, {row["record"]: row["new"] for row in of("added", "moved")})
    for row in rows:
        if row["field"] is not None and row["kind"] != "reordered":
            _put(book.fields[row["record"]], parts(row["field"]), row["new"])
    book.order = {home: keys for home, keys in book.order.items() if keys}
    return book


def _home(book: Book, key: str) -> Home | None:
    home = book.homes[key]
    return (home["parent"], home["list"]) if "parent" in home else None


def _leave(book: Book, key: str) -> None:
    home = _home(book, key)
    if home is not None and home in book.order:
        book.order[home].remove(key)


def _rename(book: Book, names: dict[str, str]) -> None:
    for old, new in names.items():
        if book.fields[old].get("id") == old:
            book.fields[old]["id"] = new
    book.fields = {names.get(key, key): value for key, value in book.fields.items()}
    book.homes = {names.get(key, key): value for key, value in book.homes.items()}
    for home in book.homes.values():
        if "parent" in home:
            home["parent"] = names.get(home["parent"], home["parent"])
    book.order = {
        (names.get(parent, parent), field): [names.get(key, key) for key in keys]
        for (parent, field), keys in book.order.items()
    }


def _settle(book: Book, waiting: dict[str, dict[str, Any]]) -> None:
    """Put items where they are to stand, each when the one before it has its place."""
    while waiting:
        ready = [key for key, what in waiting.items() if what.get("after") not in waiting]
        if not ready:
            raise ValueError(", ".join(waiting))
        for key in ready:
            what = waiting.pop(key)
            book.homes[key] = {name: what[name] for name in ("kind", "file", "parent", "list") if name in what}
            home = _home(book, key)
            if home is not None:
                row = book.order.setdefault(home, [])
                row.insert(row.index(what["after"]) + 1 if what["after"] is not None else 0, key)


def _put(fields: dict[str, Any], way: tuple[str, ...], value: Any) -> None:
    for part in way[:-1]:
        fields = fields.setdefault(part, {})
    if value is None:
        fields.pop(way[-1], None)
    else:
        fields[way[-1]] = copy.deepcopy(value)
