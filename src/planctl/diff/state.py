"""A plan set laid out flat: every record by its key, with the fields that are its own.

A record's key is its id; without one, what names it: a report's unit and period, a measurement's
indicator, period and unit. Nested records are items of their own. What stands in both plan sets as
the very same object, because its file is the same, is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from planctl.domain.reporter import FIELDS
from planctl.load.files.tree import CONFIG_NAME, YAML_ENDINGS, Entry, Tree
from planctl.load.reading import read_data
from planctl.model.companion import companions
from planctl.model.record import Record
from planctl.source import Place
from planctl.values import dataclass
from planctl.world import World

SETTINGS = "planctl"
"""The kind of planctl.yaml, which is no record but is compared as one."""
ROWS = {
    "målinger": ("målinger", "måling", ("indikator", "periode", "gjelder")),
    "økonomi": ("måneder", "månedstall", ("enhet", "måned")),
}
"""Lists whose rows are compared one by one: by the root's kind, the list, the rows' kind and what names a row."""


@dataclass(frozen=True, slots=True)
class Item:
    """One record: its key, where it stands, and its own fields."""

    key: str
    kind: str
    fields: dict[str, Any]
    place: Place
    parent: str | None = None
    field: str = ""
    path: str | None = None
    """The file, for a file's root only."""
    record: Record | None = None

    @property
    def home(self) -> dict[str, Any]:
        """Where the item stands, as plain data."""
        if self.parent is None:
            return {"kind": self.kind, "file": self.path}
        return {"kind": self.kind, "parent": self.parent, "list": self.field}

    def at(self, way: tuple[str, ...]) -> Place:
        """Give the place of a field of the item."""
        if self.record is None or not way or not isinstance(self.place.at, tuple):
            return self.place
        base = (
            self.place
            if self.kind in {row[1] for row in ROWS.values()}
            else Place(self.place.path, self.record.pointer)
        )
        return Place(base.path, (*base.at, *way)) if isinstance(base.at, tuple) else base


@dataclass(slots=True)
class State:
    """The items of a plan set by key, and the order of each list: (parent, field) → keys."""

    items: dict[str, Item]
    order: dict[tuple[str, str], list[str]]
    unread: frozenset[str]


def keys_of(world: World) -> dict[Record, str]:
    """Give every record its key, by its identity."""
    plans = world.plans
    keys = {record: name for name, record in plans.by_id.items()}
    taken: Counter[str] = Counter()
    names = set(plans.by_id)
    for record in plans.records:
        if record in keys:
            continue
        name = _name(record, keys)
        taken[name] += 1
        while name in names:
            taken[name] += 1
            name = f"{name} #{taken[name]}"
        names.add(name)
        keys[record] = name
    return keys


def _name(record: Record, keys: dict[Record, str]) -> str:
    if record.id is not None:
        return f"{record.id} ({record.path})"
    if record.key:
        return record.key
    if record.parent is not None:
        rest = record.pointer[len(record.parent.pointer) :]
        return f"{keys.get(record.parent, record.path)}/{'/'.join(map(str, rest))}"
    unit, period = next((record.get(field) for field in FIELDS if record.get(field)), None), record.get("periode")
    if record.kind == "rapportering" and unit and period:
        return f"{record.kind} {unit} {period}"
    return record.kind if record.kind == "organisasjon" else record.path


def state_of(world: World, tree: Tree, same: Collection[Record], keys: dict[Record, str]) -> State:
    """Lay a plan set out flat; records whose identity is in `same` are left out."""
    items: dict[str, Item] = {}
    order: dict[tuple[str, str], list[str]] = {}
    inside: dict[Record, list[Record]] = {}
    fresh = [record for record in world.plans.records if record not in same]
    for record in fresh:
        if record.parent is not None:
            inside.setdefault(record.parent, []).append(record)
    tables = _tables(world) if any(record.kind in ROWS for record in fresh) else {}
    for record in fresh:
        key = keys[record]
        own = _own(record, inside.get(record, ()))
        if record.kind in ROWS and record.parent is None:
            for row in _rows(record, own, tables.get(record, ()), key):
                name = row.key
                while name in items:
                    name += " #"
                items[name] = (
                    row
                    if name == row.key
                    else Item(name, row.kind, row.fields, row.place, key, row.field, None, record)
                )
                order.setdefault((key, row.field), []).append(name)
        parent = None if record.parent is None else keys[record.parent]
        field = _list_of(record)
        items[key] = Item(
            key, record.kind, own, record.place(), parent, field, record.path if parent is None else None, record
        )
        if parent is not None:
            order.setdefault((parent, field), []).append(key)
    unread = _unread(world)
    settings, readable = settings_of(tree)
    if not readable:
        unread.add(CONFIG_NAME)
    if settings is not None:
        items[CONFIG_NAME] = Item(CONFIG_NAME, SETTINGS, settings, Place(CONFIG_NAME, (), key=True), path=CONFIG_NAME)
    return State(items, order, frozenset(unread))


def _list_of(record: Record) -> str:
    if record.parent is None:
        return ""
    rest = record.pointer[len(record.parent.pointer) :]
    return "/".join(part for part in rest if isinstance(part, str))


def _own(record: Record, nested: Iterable[Record]) -> dict[str, Any]:
    """Give a record's own fields: nested records and empty fields are left out."""
    taken: dict[str, set[str | int]] = {}
    for inner in nested:
        rest = inner.pointer[len(record.pointer) :]
        taken.setdefault(str(rest[0]), set()).update(rest[1:2] or ("",))
    own = {}
    for name, value in record.fields.items():
        if name in taken and isinstance(value, list):
            value = [item for index, item in enumerate(value) if index not in taken[name]]
        elif name in taken:
            continue
        if value not in (None, [], {}):
            own[name] = _full(value)
    return own


def _full(value: Any) -> Any:
    """Leave out the empty fields of groups."""
    if isinstance(value, dict):
        return {key: _full(item) for key, item in value.items() if item is not None}
    return [_full(item) for item in value] if isinstance(value, list) else value


def _rows(root: Record, own: dict[str, Any], table: Iterable[tuple[dict[str, Any], Place]], key: str) -> Iterator[Item]:
    name, kind, named_by = ROWS[root.kind]
    rows = own.pop(name, None)
    rest = []
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        if isinstance(row, dict):
            place = Place(root.path, (name, index))
            yield Item(_row_key(root, kind, row, named_by), kind, _full(row), place, key, name, None, root)
        else:
            rest.append(row)
    if rows is not None and (rest or not isinstance(rows, list)):
        own[name] = rest or rows
    for row, place in table:
        yield Item(_row_key(root, kind, row, named_by), kind, row, place, key, "fil", None, root)


def _row_key(root: Record, kind: str, row: dict[str, Any], named_by: tuple[str, ...]) -> str:
    year = [root.get("periode")] if root.kind == "økonomi" else []
    return " ".join(map(str, [kind, *year, *(row[name] for name in named_by if row.get(name) is not None)]))


def _tables(world: World) -> dict[Record, list[tuple[dict[str, Any], Place]]]:
    """Give the rows of the CSV files, by the root that names the file."""
    roots = {path: named[0] for path, named in companions(world.plans).items()}
    found: dict[Record, list[tuple[dict[str, Any], Place]]] = {}
    for value in world.plans.measurements:
        root = roots.get(value.place.path)
        if root is not None:
            measured = "ikke målt" if value.value is None else value.value
            row = {"indikator": value.indicator, "periode": value.period, "verdi": measured, "gjelder": value.unit}
            found.setdefault(root, []).append((_full(row), value.place))
    for month in world.plans.figures:
        root = roots.get(month.place.path)
        if root is not None:
            sums = {
                "årsbudsjett_opprinnelig": month.original, "årsbudsjett_regulert": month.revised,
                "budsjett": month.budget, "regnskap": month.actual, "prognose": month.forecast,
            }  # fmt: skip
            row = {"enhet": month.unit, "måned": month.month}
            row |= {name: float(value) for name, value in sums.items() if value is not None}
            found.setdefault(root, []).append((row, month.place))
    return found


def settings_of(tree: Tree) -> tuple[dict[str, Any] | None, bool]:
    """Give the settings as they are written, and whether they could be read."""
    data, findings = read_data(tree, Entry(CONFIG_NAME, CONFIG_NAME, 0))
    if not isinstance(data, dict):
        return None, not any(item.code != "012" for item in findings)
    return {key: _full(value) for key, value in data.items() if value not in (None, [], {})}, True


def _unread(world: World) -> set[str]:
    """Give the plan files of which nothing could be read."""
    loaded = {record.path for record in world.plans.records}
    broken = {item.place.path for item in world.loaded.findings if item.code < "100" or item.code == "901"}
    return {path for path in broken - loaded - {CONFIG_NAME} if path.lower().endswith(YAML_ENDINGS)}
