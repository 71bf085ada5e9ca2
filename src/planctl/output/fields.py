"""A record's fields as lines of text, with the titles that the schemas give them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.i18n import Language
from planctl.load.schema.field_titles import branches, field_schema, title_of
from planctl.load.schema.json_schema import Schema
from planctl.load.schema.schema_book import SchemaBook


def written(book: SchemaBook, schema: Schema, value: Any, lang: Language) -> Iterator[str]:
    """Yield a value as lines: lists item by item, groups as `Title: value`."""
    match value:
        case dict():
            named = {name for branch in branches(book, schema) for name in branch.get("properties", ())}
            for key, item in value.items():
                title = title_of(book, schema, key, lang) if key in named else key
                yield f"{title}: {_inline(book, field_schema(book, schema, key), item, lang)}"
        case list():
            for index, item in enumerate(value):
                yield _inline(book, field_schema(book, schema, index), item, lang)
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
