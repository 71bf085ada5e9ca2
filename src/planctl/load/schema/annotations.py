"""What the schemas' annotations say of a file's layout: where records and references stand."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from planctl.load.schema.json_schema import Schema
from planctl.load.schema.schema_book import Reference, SchemaBook
from planctl.model.record import Record
from planctl.model.thread_kinds import SERVES
from planctl.source import Place, Pointer
from planctl.values import dataclass

MANGLED = "…"
"""Stands for a text that was written as a list or a group, so that rules need not look out for those."""


@dataclass(slots=True)
class Layout:
    """One schema's annotations: its record kind, its reference, and the layouts below it.

    `key` are the fields that name a record of the kind that has no id, `words` the values that may stand in place of a
    reference.
    """

    kind: str | None = None
    key: tuple[str, ...] = ()
    reference: Reference | None = None
    words: frozenset[str] = frozenset()
    key_reference: Reference | None = None
    fields: dict[str, Layout] = field(default_factory=dict)
    items: Layout | None = None
    values: Layout | None = None

    @property
    def speaks(self) -> bool:
        """Whether anything at or below this layout is annotated."""
        return bool(self.kind or self.reference or self.key_reference or self.fields or self.items or self.values)


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference as written: from a record's field to an id, and where the id stands."""

    source: Record
    field: str
    target: str
    place: Place
    reference: Reference

    @property
    def thread(self) -> bool:
        """Whether it is a step up the thread: the record follows up what it names."""
        return self.reference.sense == SERVES


class Layouts:
    """Layouts of all schema files, compiled when first asked for.

    Where tiltak may stand in any plan (`free`), a reference may name more: what `x-viser-til-fritt` adds.
    """

    def __init__(self, book: SchemaBook, *, free: bool = False) -> None:
        self._book = book
        self.free = free
        self._made: dict[str, Layout] = {}

    def of(self, stem: str) -> Layout:
        """Return the layout of a schema file."""
        if stem not in self._made:
            self._made[stem] = self._fill(Layout(), self._book.root(stem))
        return self._made[stem]

    def _compile(self, schema: Schema) -> Layout:
        name = schema.get("$ref")
        if name is None or len(schema.keys() & {"x-viser-til", "x-slag", "x-nøkler-viser-til"}):
            return self._fill(Layout(), self._book.resolve(schema))
        if name not in self._made:
            self._made[name] = Layout()
            self._fill(self._made[name], self._book.resolve(schema))
        return self._made[name]

    def _fill(self, layout: Layout, schema: Schema) -> Layout:
        layout.kind = schema.get("x-slag", layout.kind)
        layout.key = tuple(schema.get("x-nøkkel", layout.key))
        if "x-viser-til" in schema:
            layout.reference = self._reference(schema, "x-viser-til")
        if "x-nøkler-viser-til" in schema:
            layout.key_reference = self._reference(schema, "x-nøkler-viser-til")
        for name, inner in schema.get("properties", {}).items():
            child = self._compile(inner)
            if child.speaks or "$ref" in inner:
                layout.fields[name] = child
        if isinstance(schema.get("items"), dict):
            child = self._compile(schema["items"])
            layout.items = child if child.speaks or "$ref" in schema["items"] else None
        if isinstance(schema.get("additionalProperties"), dict):
            child = self._compile(schema["additionalProperties"])
            layout.values = child if child.speaks else None
        for branch in schema.get("anyOf", ()):
            layout.words |= frozenset(branch.get("enum", ()))
            self._fill(layout, self._book.resolve(branch))
        return layout

    def _reference(self, schema: Schema, key: str) -> Reference:
        more = schema.get(f"{key}-fritt", ()) if self.free else ()
        kinds = self._book.kinds([*schema[key], *more])
        return Reference(kinds, schema.get("x-ukjent"), schema.get("x-tråd", ""), schema.get("x-rekkefølge", ""))


@dataclass(slots=True)
class Reader:
    """Collects the records and references of one file's plain data."""

    path: str
    records: list[Record] = field(default_factory=list)
    refs: list[Ref] = field(default_factory=list)

    def read(self, data: Any, layout: Layout) -> Record:
        """Read a file; the root becomes a record also where the schema gives it no kind."""
        fields = data if isinstance(data, dict) else {}
        kind = layout.kind or "planctl"
        kind = str(fields.get("type")) if kind == "type" else kind
        root = Record(kind, _id(fields), fields, self.path, (), None)
        self.records.append(root)
        self._fields(fields, layout, (), root, "")
        return root

    def read_rows(self, rows: list[Any], layout: Layout, name: str, root: Record) -> None:
        """Read rows of another file than the root's as if they stood in one of its lists."""
        self._value(rows, layout, (name,), root, name)

    def _value(self, value: Any, layout: Layout, pointer: Pointer, owner: Record, name: str) -> None:
        if isinstance(value, dict):
            if layout.kind:
                id_ = _id(value)
                key = _key(value, layout.key) if id_ is None and layout.key else ""
                owner = Record(layout.kind, id_, value, self.path, pointer, owner, key)
                self.records.append(owner)
                name = ""
            self._fields(value, layout, pointer, owner, name)
        elif isinstance(value, list):
            if layout.items is not None:
                for index, item in enumerate(value):
                    self._value(item, layout.items, (*pointer, index), owner, name)
        elif layout.reference is not None and value is not None and value != MANGLED:
            if value in layout.words:
                return
            self.refs.append(Ref(owner, name, str(value), Place(self.path, pointer), layout.reference))
        elif layout.items is not None and layout.items.reference is not None and isinstance(value, str):
            self._value(value, layout.items, pointer, owner, name)

    def _fields(self, value: dict[str, Any], layout: Layout, pointer: Pointer, owner: Record, name: str) -> None:
        for key, child in layout.fields.items():
            if key in value:
                self._value(value[key], child, (*pointer, key), owner, name or key)
        if layout.key_reference is not None:
            for key, item in value.items():
                place = Place(self.path, (*pointer, key), key=True)
                self.refs.append(Ref(owner, name, key, place, layout.key_reference))
                if layout.values is not None:
                    self._value(item, layout.values, (*pointer, key), owner, name)


def _key(fields: dict[str, Any], names: tuple[str, ...]) -> str:
    """Give the name that some fields make together; none where one of them is missing."""
    found = [fields.get(name) for name in names]
    return " ".join(map(str, found)) if all(isinstance(value, str) and value for value in found) else ""


def _id(fields: dict[str, Any]) -> str | None:
    found = fields.get("id")
    return str(found) if isinstance(found, (str, int)) and not isinstance(found, bool) else None
