"""The fields that put themselves in the calendar: `x-årshjul` of a record's schema, by kind.

The annotation stands beside `x-slag`, with the field's name as its key, for a `$ref` that has other keywords than texts
beside it loses its help in editors:

    "x-slag": "tiltak", "x-årshjul": {"frist": {"lag": "frister", "ring": "administrativ"}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.load.schema.json_schema import Schema
from planctl.load.schema.schema_book import SchemaBook
from planctl.values import dataclass

_BY_TYPE = "type"
_END = "slutt"


@dataclass(frozen=True, slots=True)
class DatedField:
    """A date field of a kind of records, and where in the calendar it belongs.

    `layer` is `lag` (bokmål, plural), `ring` is `ring` or nothing, `word` is `tittel`: what the date is, else the
    layer's own word. `ends` tells that only the last day of a period counts (`når: slutt`).
    """

    field: str
    layer: str
    ring: str
    word: str
    ends: bool


def dated_fields(book: SchemaBook) -> dict[str, tuple[DatedField, ...]]:
    """Return the dated fields of each kind of records, of all schemas of a book, in the order of its files."""
    found: dict[str, tuple[DatedField, ...]] = {}
    for root in book.files.values():
        for schema in _annotated(root):
            kind = schema.get("x-slag", "")
            kinds = root["properties"]["type"]["enum"] if kind == _BY_TYPE else [kind]
            fields = tuple(_field(name, row) for name, row in schema["x-årshjul"].items())
            found.update({name: (*found.get(name, ()), *fields) for name in kinds})
    return found


def _field(name: str, row: dict[str, str]) -> DatedField:
    layer = row["lag"]
    return DatedField(name, layer, row.get("ring", ""), row.get("tittel", layer), row.get("når") == _END)


def _annotated(schema: Any) -> Iterator[Schema]:
    if isinstance(schema, dict):
        if "x-årshjul" in schema:
            yield schema
        schema = list(schema.values())
    for inner in schema if isinstance(schema, list) else ():
        yield from _annotated(inner)
