"""A record's fields with the titles that the schemas give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from planctl.i18n import Language
from planctl.load.schema.json_schema import Schema
from planctl.load.schema.schema_book import SchemaBook
from planctl.model.record import Record


def schema_of(book: SchemaBook, record: Record) -> Schema:
    """Return the schema that describes a record, by the way from its file's root."""
    schema = book.root(book.types.get(str(record.plan.get("type")), "felles"))
    for part in record.pointer:
        schema = _step(book, schema, part)
    return book.resolve(schema)


def schema_at(book: SchemaBook, record: Record, way: Iterable[str | int]) -> Schema:
    """Return the schema that describes what stands at the end of a way inside a record."""
    schema = schema_of(book, record)
    for part in way:
        schema = _step(book, schema, part)
    return book.resolve(schema)


def _step(book: SchemaBook, schema: Schema, part: str | int) -> Schema:
    for branch in _branches(book, schema):
        inner = branch.get("items") if isinstance(part, int) else branch.get("properties", {}).get(part)
        if not isinstance(inner, dict) and isinstance(part, str):
            inner = branch.get("additionalProperties")
        if isinstance(inner, dict):
            return inner
    return {}


def _branches(book: SchemaBook, schema: Schema) -> Iterator[Schema]:
    found = book.resolve(schema)
    yield found
    for branch in found.get("anyOf", ()):
        yield from _branches(book, branch)


def title_of(book: SchemaBook, schema: Schema, field: str, lang: Language) -> str:
    """Return a field's title, in nynorsk where that is spoken; the field itself where the schema does not know it.

    A title that is the word for a kind, as `Tiltak` over a list of them, is the municipality's own word for it.
    """
    found = book.resolve(_step(book, schema, field)) if schema else {}
    title = str(found.get("title") or field)
    title = book.nynorsk_titles.get(title, title) if lang.code == "nn" else title
    return _own_word(title, lang) if lang.words else title


def _own_word(title: str, lang: Language) -> str:
    for plural in (True, False):
        for kind, forms in lang.glossary.words.items():
            if kind in lang.words and forms[plural : plural + 1] == [title.lower()]:
                return lang.term(kind, plural=plural).capitalize()
    return title


def written(book: SchemaBook, schema: Schema, value: Any, lang: Language) -> Iterator[str]:
    """Yield a value as lines: lists item by item, groups as `Title: value`."""
    match value:
        case dict():
            named = {name for branch in _branches(book, schema) for name in branch.get("properties", ())}
            for key, item in value.items():
                title = title_of(book, schema, key, lang) if key in named else key
                yield f"{title}: {_inline(book, _step(book, schema, key), item, lang)}"
        case list():
            for index, item in enumerate(value):
                yield _inline(book, _step(book, schema, index), item, lang)
        case None:
            yield ""
        case bool():
            yield lang("yes") if value else lang("no")
        case float():
            yield lang.number(value)
        case int() if value < 0:
            yield lang.number(value)
        case _:
            yield str(value)


def _inline(book: SchemaBook, schema: Schema, value: Any, lang: Language) -> str:
    grouped = isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict) for item in value))
    return ("; " if grouped else ", ").join(written(book, schema, value, lang))
