"""Which fields of the disciplines' records anything but `show` and `history` uses: each is taken away, or changed.

All records of a kind lose a field at once, in the example or, where none there has it, in the discipline's sample
files over the small municipality; then the outputs are made again, the cheapest first, until one has changed.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from functools import cache, cached_property, partial
from typing import Any

from planctl.calendar.layers import Layers
from planctl.check.collected import discipline_modules
from planctl.check.pipeline import Choice, check
from planctl.cli.nodes import node_row
from planctl.i18n import Language, Spoken, Text
from planctl.load.loader import Memo
from planctl.load.schema.field_titles import branches, field_schema
from planctl.model.chapter import Occasion
from planctl.model.period import Period, parse_date
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.output.records import RecordView
from planctl.output.thread import thread_of
from planctl.world import World, open_world
from support import EXAMPLE, HERE, MemoryTree, base_files, book

Schema = dict[str, Any]
Key = tuple[str, str]
"""A kind of record, and the way to a field of it, as `prosjekt` and `økonomi.p50`."""
DAY = date(2021, 9, 15)
_SHARED = frozenset({"funn"})
"""Kinds of the shared schema that stand in disciplines' records alone."""
_SAMPLES = sorted((HERE / "disciplines").glob("*/editor/*.yaml"))
_NB = Language("nb")
_ROWS = 60
"""How many rows of a table are kept: enough for every field, and few enough to be written again each time."""


def discipline_of() -> dict[str, str]:
    """Give the discipline of each `type` of its files: that in whose folder its sample stands."""
    found = {}
    for path in _SAMPLES:
        kind = path.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("type: ").strip()
        found[kind] = path.parents[1].name
    return found


@cache
def declared() -> dict[Key, str]:
    """Give every field of every kind of record that a discipline's schema describes, with the discipline."""
    found: dict[Key, str] = {}
    for type_, discipline in discipline_of().items():
        schema = book().files[book().types[type_]]
        own = {str(item.get("x-slag")) for item in schema.get("$defs", {}).values()} | _SHARED
        root = schema.get("x-slag", "type")
        _declare(schema, type_ if root == "type" else root, "", discipline, found, own)
    return found


def _declare(schema: Schema, kind: str, way: str, discipline: str, found: dict[Key, str], own: set[str]) -> None:
    for branch in branches(book(), schema):
        if "x-slag" in branch and way:
            if branch["x-slag"] not in own or (branch["x-slag"], "id") in found:
                continue
            kind, way = branch["x-slag"], ""
        for name, inner in branch.get("properties", {}).items():
            here = f"{way}.{name}".lstrip(".")
            found.setdefault((kind, here), discipline)
            _declare(inner, kind, here, discipline, found, own)
        for name in ("items", "additionalProperties"):
            if isinstance(branch.get(name), dict):
                _declare(branch[name], kind, way or ".", discipline, found, own)


@dataclass(frozen=True)
class Site:
    """Where a field stands in the data of a file."""

    path: str
    holder: dict[str, Any]
    name: str
    schema: Schema
    required: bool


def sites(path: str, data: Any, schema: Schema, kind: str, way: str = "") -> Iterator[tuple[Key, Site]]:
    """Yield every field that the groups in the data of a file have, or could have."""
    if isinstance(data, list):
        for item in data:
            yield from sites(path, item, field_schema(book(), schema, 0), kind, way or ".")
    if not isinstance(data, dict):
        return
    every = list(branches(book(), schema))
    slag = next((branch["x-slag"] for branch in every if "x-slag" in branch), None)
    if slag is not None:
        kind, way = (str(data["type"]) if slag == "type" else slag), ""
    needed = {name for branch in every for name in branch.get("required", ())}
    known_names = dict.fromkeys(name for branch in every for name in branch.get("properties", {}))
    for name in {**known_names, **dict.fromkeys(data)}:
        value = data.get(name)
        inner = field_schema(book(), schema, name)
        known = name in known_names
        here = f"{way}.{name}".lstrip(".") if known else way
        if known:
            yield (kind, here), Site(path, data, name, book().resolve(inner), name in needed)
        yield from sites(path, value, inner, kind, here)


class Town:
    """A repository whose discipline files are data that can be changed."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.memo: Memo = {}
        self.files = files
        types = discipline_of()
        whole = self._open({})
        self.data: dict[str, Any] = {}
        for record in whole.plans.records:
            if record.parent is None and record.get("type") in types:
                self.data[record.path] = dict(record.fields)
        for record in whole.plans.records:
            if record.is_row and record.plan.path in self.data:
                held = self.data[record.plan.path]
                rows = held.setdefault(book().files[book().types[held["type"]]]["x-rader"]["liste"], [])
                if len(rows) < _ROWS:
                    rows.append(record.fields)
        for data in self.data.values():
            if "fil" in data:
                data.pop("fil")
                data.pop("kolonner", None)
        self.data = json.loads(json.dumps(self.data, default=float))
        self.found: dict[Key, list[Site]] = defaultdict(list)
        self.lacking: dict[Key, list[Site]] = defaultdict(list)
        self.plans = whole.plans
        for path, data in self.data.items():
            root_schema = book().root(book().types[data["type"]])
            for key, site in sites(path, data, root_schema, data["type"]):
                (self.found if site.name in site.holder else self.lacking)[key].append(site)

    def _open(self, changed: dict[str, bytes]) -> World:
        tree = MemoryTree({**self.files, **changed})
        return open_world(tree, DAY, lambda: DAY, book(), self.memo, intern=True)

    @cached_property
    def written(self) -> dict[str, bytes]:
        return {path: json.dumps(data, ensure_ascii=False).encode() for path, data in self.data.items()}

    def open(self, changed: AbstractSet[str] = frozenset()) -> World:
        """Open it with the data of some files as they are now."""
        now = {path: json.dumps(self.data[path], ensure_ascii=False).encode() for path in changed}
        return self._open({**self.written, **now})

    def has_place_for(self, key: Key) -> bool:
        """Tell whether a field stands somewhere, or could."""
        return key in self.found or key in self.lacking

    def changes(self, key: Key) -> Iterator[World]:
        """Yield the town without a field, and with another value of it; where none has it, with it."""
        mine = self.found.get(key) or self.lacking.get(key, [])
        changes = (_removed, partial(_other, self.plans)) if key in self.found else (partial(_added, self.plans),)
        for change in changes:
            kept = [(site, list(site.holder.items())) for site in mine]
            values = [site.holder.get(site.name) for site in mine]
            done = [change(site, values, number) for number, site in enumerate(mine)]
            changed = self.open({site.path for site in mine}) if any(done) else None
            for site, items in reversed(kept):
                site.holder.clear()
                site.holder.update(items)
            if changed is not None:
                yield changed


def _removed(site: Site, values: list[Any], number: int) -> bool:
    if not site.required:
        del site.holder[site.name]
    return not site.required


def _other(plans: PlanSet, site: Site, values: list[Any], number: int) -> bool:
    """Put another value of the same sort in a field; tell whether there is one."""
    value = values[number]
    new = next((other for other in [*values[number + 1 :], *values[:number]] if other != value), None)
    if new is None and "x-viser-til" in site.schema:
        new = _made_up(plans, site.schema, value)
    elif isinstance(value, (dict, list)) or "x-viser-til" in site.schema:
        pass
    elif isinstance(value, bool):
        new = not value
    elif "enum" in site.schema:
        words = site.schema["enum"]
        new = words[(words.index(value) + 1) % len(words)] if len(words) > 1 else None
    elif new is None and isinstance(value, str):
        day = parse_date(value)
        new = f"{value} endret" if day is None else (day + timedelta(40)).isoformat()
        if re.fullmatch(r"\d{4}-\d{4}", value):
            new = f"{value[:5]}{int(value[5:]) + 1}"
        elif "pattern" in site.schema or ("format" in site.schema and day is None):
            new = None
    elif new is None and isinstance(value, int):
        new = value + 1 if value + 1 <= site.schema.get("maximum", value + 1) else value - 1
    if new is not None:
        site.holder[site.name] = new
    return new is not None


def _added(plans: PlanSet, site: Site, values: list[Any], number: int) -> bool:
    """Put a value in a field that is not there."""
    value = _made_up(plans, site.schema)
    if value is not None:
        site.holder[site.name] = value
    return value is not None


def _made_up(plans: PlanSet, schema: Schema, known: object = None) -> Any:
    """Give a value that a schema takes, other than the one that is known."""
    schema = book().resolve(schema)
    if "x-viser-til" in schema:
        return next((record.id for record in plans.records for name in schema["x-viser-til"]
                     if record.id and record.id != known and (record.kind == name or plans.is_a(record, name))), None)  # fmt: skip
    if "enum" in schema:
        return schema["enum"][-1]
    if schema.get("format") in ("planctl-dato", "planctl-frist", "planctl-tidspunkt"):
        return "2021-05-05"
    match schema.get("type"):
        case "array":
            item = _made_up(plans, schema.get("items", {}))
            return [item] if item is not None else None
        case "object":
            every = {name: _made_up(plans, inner) for name, inner in schema.get("properties", {}).items()}
            return {name: value for name, value in every.items() if value is not None} or None
        case "boolean":
            return True
        case "integer" | "number":
            return schema.get("minimum", 1) + 1
        case "string" if "https" in schema.get("pattern", ""):
            return "https://kommunen.example.no/sak/1"
        case "string" if "pattern" not in schema:
            return "Noe nytt"
    first = next((branch for branch in schema.get("anyOf", ()) if _made_up(plans, branch) is not None), None)
    return _made_up(plans, first) if first is not None else None


Output = Callable[[World, str], Any]


def said(value: Any) -> Any:
    """Write a chapter, or another value of an output, as plain text."""
    if isinstance(value, (Text, Spoken)):
        return _NB.show(value)
    if isinstance(value, Record):
        return value.name
    if is_dataclass(value) and not isinstance(value, type):
        return [said(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, dict):
        return [(said(name), said(inner)) for name, inner in value.items()]
    if isinstance(value, (list, tuple)):
        return [said(item) for item in value]
    return value if value is None or isinstance(value, (bool, int)) else str(value)


def _occasions(asked: list[str]) -> Iterator[Occasion]:
    def covers(name: str | None) -> bool:
        asked.append(str(name))
        return True

    yield Occasion(Period(date(2021, 1, 1), DAY), lambda name: not covers(name), of_unit=True)
    yield Occasion(Period(date(2021, 1, 1), DAY), covers, ended=False)
    yield Occasion(Period(date(2021, 1, 1), date(2021, 12, 31)), covers)
    yield Occasion(Period(date(2020, 1, 1), date(2020, 12, 31)), covers)


def _of(names: tuple[str, ...], *, only: bool) -> Output:
    def output(world: World, discipline: str) -> Any:
        made: list[Any] = []
        asked: list[str] = []
        for name in names:
            for module in discipline_modules(name):
                if only and module.__name__.split(".")[-2] != discipline:
                    continue
                if name == "status_line":
                    made.append(said(module.status_line(world)))
                    continue
                if name == "document":
                    found = getattr(module, "DOCUMENTS", None) or (module.DOCUMENT,)
                    makers = [one.chapters for one in found]
                else:
                    makers = [module.chapter]
                made += [said(maker(world, one)) for maker in makers for one in _occasions(asked)]
        return made, asked

    return output


def _dates(world: World, _: str) -> Any:
    layers = Layers(world)
    return [
        (item.record.name, str(item.when), item.layer, item.ring, item.word) for item in layers.entries(layers.known)
    ]


def _rows(world: World, _: str) -> Any:
    view, kinds = RecordView(world, _NB), _kinds()
    return [{**view.row(record), "line": 0} for record in world.plans.records if record.kind in kinds]


def _threads(world: World, _: str) -> Any:
    view, kinds = RecordView(world, _NB), _kinds()
    found = []
    for record in world.plans.records:
        if record.kind in kinds and record.id:
            thread = thread_of(world.plans, world.graph, record)
            found.append([record.id, *(node_row(view, node)["record"]["name"] for node in (*thread.up, *thread.down))])
    return found


def _findings(world: World, _: str) -> Any:
    """Give the findings of rules that look at what a record says; not of its shape, its references or its language."""
    done = check(world, Choice())
    told = [(one.code, one.location.path, _NB(one.message)) for one in done if one.code[0] in "35678"]
    return sorted(row for row in told if row[0] != "319")


@cache
def _kinds() -> frozenset[str]:
    return frozenset(kind for kind, _ in declared())


OUTPUTS: tuple[Output, ...] = (
    _of(("chapter", "unit_chapter", "document", "status_line"), only=True),
    _dates,
    _rows,
    _threads,
    _findings,
    _of(("chapter", "document"), only=False),
)
"""What is made of the plans, the cheapest first."""


class Use:
    """Asks a town which of its fields are used."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._whole = town.open()
        self._before: dict[tuple[int, str], Any] = {}

    def is_used(self, key: Key, discipline: str) -> bool:
        """Tell whether an output changes when a field is taken away or changed in all records that have it."""
        worlds = []
        for world in self._town.changes(key):
            if self._differs(0, discipline, world):
                return True
            worlds.append(world)
        others = range(1, len(OUTPUTS))
        return any(self._differs(number, discipline, world) for number in others for world in worlds)

    def _differs(self, number: int, discipline: str, world: World) -> bool:
        if (number, discipline) not in self._before:
            self._before[number, discipline] = OUTPUTS[number](self._whole, discipline)
        return bool(OUTPUTS[number](world, discipline) != self._before[number, discipline])


@cache
def example() -> Town:
    """The example."""
    return Town(
        {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in EXAMPLE.rglob("*") if path.is_file()}
    )


@cache
def samples() -> Town:
    """The sample files of all disciplines over the small municipality."""
    own = {f"{path.parents[1].name}/{path.name}": path.read_bytes() for path in _SAMPLES}
    return Town({**{path: text.encode() for path, text in base_files().items()}, **own})


@cache
def _use(town: Callable[[], Town]) -> Use:
    return Use(town())


def is_used(key: Key) -> bool:
    """Tell whether a field is used: in the example where it has the field, else in the samples, with it or given it.

    One of a group that no record has, is tried with the group.
    """
    towns = (example,) if key in example().found else (samples, example)
    if not any(town().has_place_for(key) for town in towns):
        return True
    return any(_use(town).is_used(key, declared()[key]) for town in towns)
