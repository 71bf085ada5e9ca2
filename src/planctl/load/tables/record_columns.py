"""The columns of a CSV file whose rows are records: those fields of a record that one cell can hold.

A root schema says by `x-rader` that a file of its type may name such a table in `fil`, and whose rows they are: `liste`
is the list that they are items of, `bare_yaml` the fields that are written in YAML alone, `fritekst` those that hold
free text, and are columns only where the file's own `kolonner` names them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from functools import partial
from typing import Any

from planctl.load.schema.json_schema import Schema
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.tables.record_values import is_name, is_number, list_reader, reader_of, words_of
from planctl.values import dataclass

KEYWORD = "x-rader"
MAPPING = "kolonner"
"""The field of a file that says which field each column of its table is."""
VALUES = "verdier"
"""The field of a file that says which value each word of another system is, field by field."""


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in a column: the field it is, or the group and the field in it, and how a cell of it is read.

    `number` tells that a cell must hold a number, `items` that it may hold several values, `names` that those are ids;
    `words` are the values that it takes, where it takes no others.
    """

    way: tuple[str, ...]
    read: Callable[[str], Any]
    number: bool = False
    items: bool = False
    names: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that a table of one kind of record may have, in the order of the schema.

    `record` is the list the rows are items of, `needed` are the columns that must be there, `free` those of free text,
    `mapped` tells that the file itself may say which field a column is, `valued` that it may say which value a word is.
    `usual` gives the field that is called something in nynorsk or in other words. `key` is the column that names a row.
    `open` are the groups whose fields may be called anything: each is a column called `group_field`.
    """

    record: str
    by_name: Mapping[str, Column]
    needed: tuple[str, ...]
    free: frozenset[str]
    mapped: bool
    valued: bool
    usual: Callable[[str], str | None]
    key: str = "id"
    open: Mapping[str, Column] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns as they are told of."""
        return (*self.by_name, *(f"{group}_…" for group in self.open))

    def column(self, name: str) -> Column | None:
        """Give the column of a name; None where no field is called so."""
        found = self.by_name.get(name)
        group, _, inner = name.partition("_")
        if found is None and inner and group in self.open:
            like = self.open[group]
            return replace(like, way=(*like.way, inner))
        return found


def columns_of(book: SchemaBook, stem: str) -> Columns | None:
    """Give the columns of the tables that files of a schema may name; None where their rows are no records."""
    root = book.files.get(stem, {})
    said = root.get(KEYWORD)
    if said is None:
        return None
    name = said["liste"]
    item = book.resolve(book.resolve(root["properties"][name])["items"])
    left_out, free = {*said.get("bare_yaml", ())}, {*said.get("fritekst", ())}
    found = {key: column for key, column in _columns(book, item) if not left_out & {key, column.way[0]}}
    required = [key for key in item.get("required", ()) if key in found]
    key = "id" if "id" in found else required[0]
    needed = (key, *(name for name in required if name != key))
    texts = frozenset(key for key, column in found.items() if free & {key, column.way[0]})
    usual = partial(book.usual_name, known=found)
    own = root["properties"]
    return Columns(name, found, needed, texts, MAPPING in own, VALUES in own, usual, key, dict(_open(book, item)))


def _columns(book: SchemaBook, item: Schema) -> Iterator[tuple[str, Column]]:
    """Yield the columns of a record: its simple fields and lists, and the simple fields of its groups."""
    for name, schema in item["properties"].items():
        column = _column(book, name, schema, (name,))
        if column is not None:
            yield name, column
            continue
        inner = _group(book, schema)
        rows = [(key, _column(book, key, field, (name, key))) for key, field in inner.items()]
        for key, part in rows:
            if part is not None:
                yield (name if len(rows) == 1 else f"{name}_{key}"), part


def _open(book: SchemaBook, item: Schema) -> Iterator[tuple[str, Column]]:
    """Yield the groups of a record whose fields may be called anything, with the column of such a field."""
    for name, schema in item["properties"].items():
        value = book.resolve(schema).get("additionalProperties")
        if isinstance(value, dict) and not _group(book, schema):
            column = _column(book, name, value, (name,))
            if column is not None and not column.items:
                yield name, column


def _column(book: SchemaBook, name: str, schema: Schema, way: tuple[str, ...]) -> Column | None:
    """Make the column of a field that holds one value, or a list of such; None for another field."""
    wants = {*book.wanted(schema)} - {"null"}
    items = _items(book, schema)
    if items is not None and "object" not in book.wanted(items):
        return Column(
            way, list_reader(book, name, items), items=True, names=is_name(book, items), words=words_of(book, items)
        )
    if wants & {"string", "number", "integer", "boolean"}:
        return Column(way, reader_of(book, name, schema), is_number(wants), words=words_of(book, schema))
    return None


def _branches(book: SchemaBook, schema: Schema) -> Iterator[Schema]:
    whole = book.resolve(schema)
    yield whole
    for branch in whole.get("anyOf", ()):
        yield from _branches(book, branch)


def _items(book: SchemaBook, schema: Schema) -> Schema | None:
    return next((part["items"] for part in _branches(book, schema) if isinstance(part.get("items"), dict)), None)


def _group(book: SchemaBook, schema: Schema) -> Schema:
    """Give the fields of a group, or nothing: of a list of groups, or of what is a record itself."""
    parts = [part for part in _branches(book, schema) if "properties" in part and "x-slag" not in part]
    fields: Schema = parts[0]["properties"] if parts else {}
    return fields
