"""A field's schema and title, found by the way from its file's root."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.i18n import Language
from planctl.load.schema.json_schema import Schema
from planctl.load.schema.schema_book import SchemaBook
from planctl.model.record import Record


def schema_of(book: SchemaBook, record: Record) -> Schema:
    """Return the schema that describes a record, by the way from its file's root."""
    schema = book.root(book.types.get(str(record.plan.get("type")), "felles"))
    for part in record.pointer:
        schema = field_schema(book, schema, part)
    return book.resolve(schema)


def schema_at(book: SchemaBook, record: Record, way: Iterable[str | int]) -> Schema:
    """Return the schema that describes what stands at the end of a way inside a record."""
    schema = schema_of(book, record)
    for part in way:
        schema = field_schema(book, schema, part)
    return book.resolve(schema)


def field_schema(book: SchemaBook, schema: Schema, part: str | int) -> Schema:
    """Return the schema of a field of a group, or of the items of a list; empty where it is not described."""
    for branch in branches(book, schema):
        inner = branch.get("items") if isinstance(part, int) else branch.get("properties", {}).get(part)
        if not isinstance(inner, dict) and isinstance(part, str):
            inner = branch.get("additionalProperties")
        if isinstance(inner, dict):
            return inner
    return {}


def branches(book: SchemaBook, schema: Schema) -> Iterator[Schema]:
    """Yield a schema, and each that it is one of."""
    found = book.resolve(schema)
    yield found
    for branch in found.get("anyOf", ()):
        yield from branches(book, branch)


def title_of(book: SchemaBook, schema: Schema, field: str, lang: Language) -> str:
    """Return a field's title, in nynorsk where that is spoken; the field itself where the schema does not know it.

    A title that is the word for a kind, as `Tiltak` over a list of them, is the municipality's own word for it.
    """
    bokmål, nynorsk = titles_of(book, schema, field)
    return own_word(nynorsk if lang.code == "nn" else bokmål, lang)


def titles_of(book: SchemaBook, schema: Schema, field: str) -> tuple[str, str]:
    """Return a field's title in bokmål and in nynorsk."""
    found = book.resolve(field_schema(book, schema, field)) if schema else {}
    title = str(found.get("title") or field)
    return title, book.nynorsk_titles.get(title, title)


def own_word(title: str, lang: Language) -> str:
    """Return a title as the municipality says it: its own word, where the title is the word for a kind."""
    for plural in (True, False) if lang.words else ():
        for kind, forms in lang.glossary.words.items():
            if kind in lang.words and forms[plural : plural + 1] == [title.lower()]:
                return lang.term(kind, plural=plural).capitalize()
    return title
