"""The lines to write where a list, a group or a text stands in place of another, made of the user's own values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from planctl.load.schema.date_guess import guess_date
from planctl.load.schema.json_schema import Schema
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.yaml.block import block
from planctl.model.formats import is_id

BLANK = "…"
"""Stands for what the user is to fill in."""
_MOST_LINES = 12
_DAY = re.compile(r"(?:den )?\b(\d{4}-\d\d-\d\d|\d{1,2}\. ?(?:\d{1,2}\.|[a-zæøå]{3,9}\.?) ?\d{4})\b")
_CASE = re.compile(r"(?:i )?(?:\b[Ss]ak(?:snr\.?)? )?(\b\d{1,4}/\d{2,4}\b)")


def block_for(book: SchemaBook, field: str, schema: Schema, value: Any) -> str | None:
    """Show how a field is to be written when its value is of the wrong kind; None where nothing can be told."""
    right = as_meant(book, schema, value, blanks=True)
    if right is None or not field:
        return None
    lines = block({field: right})
    return lines if lines.count("\n") < _MOST_LINES else None


def as_meant(book: SchemaBook, schema: Schema, value: Any, *, blanks: bool) -> Any:
    """Give a value the kind that belongs in its place: a group its one item, a text the field that it fits.

    With `blanks`, the fields that the group must have stand there too. None where nothing can be told.
    """
    array, group = _branch(book, schema, "items"), _branch(book, schema, "properties")
    if array is not None and not isinstance(value, list) and (group is None or isinstance(value, dict)):
        inner = book.resolve(array["items"])
        if isinstance(value, dict) and "properties" in inner:
            return [value]
        return _listed(book, inner, value, blanks=blanks) if not isinstance(value, dict) else None
    if group is None or isinstance(value, dict):
        return None
    if isinstance(value, list):
        return _joined(value, group["properties"])
    return _fields(book, group, value, blanks=blanks)


def _branch(book: SchemaBook, schema: Schema, keyword: str) -> Schema | None:
    whole = book.resolve(schema)
    branches = (book.resolve(branch) for branch in (whole, *whole.get("anyOf", ())))
    return next((branch for branch in branches if keyword in branch), None)


def _listed(book: SchemaBook, inner: Schema, value: Any, *, blanks: bool) -> list[Any] | None:
    if "properties" in inner:
        return [_fields(book, inner, value, blanks=True)] if blanks else None
    return [value] if book.validators.accepts(inner, value) else None


def _joined(items: list[Any], known: Mapping[str, Any]) -> dict[str, Any] | None:
    """Read the items of a list as one group: the one there is, or groups of a field each."""
    found: dict[str, Any] = {}
    for item in items:
        if not isinstance(item, dict) or not item.keys().isdisjoint(found) or not item.keys() <= known.keys():
            return None
        found.update(item)
    return found or None


def _fields(book: SchemaBook, group: Schema, value: Any, *, blanks: bool) -> dict[str, Any] | None:
    """Put a text or number, or the parts of a text, into the fields that they fit best.

    With `blanks`, the fields that the group must have stand there too.
    """
    properties = {name: book.resolve(inner) for name, inner in group["properties"].items()}
    needed = group.get("required") or list(properties)[:3]
    found: dict[str, Any] = {}
    for part in _parts(value):
        fitting = [name for name in _by_strictness(properties, part) if book.validators.accepts(properties[name], part)]
        home = next((name for name in fitting if name in needed), next(iter(fitting), None))
        if home is None or home in found:
            found = {}
            break
        found[home] = part
    if not blanks:
        return found or None
    return {name: found.get(name, BLANK) for name in properties if name in needed or name in found}


def _parts(value: Any) -> list[Any]:
    """Take a text such as «Kommunestyret 9. desember 2025, sak 36/19» apart: a day, a case, and who."""
    words = str(value)
    day, case = _DAY.search(words), _CASE.search(words)
    if not isinstance(value, str) or not (day or case):
        return [value]
    found: list[Any] = []
    for part in (day, case):
        if part is not None:
            words = words.replace(part[0], " ")
            found.append(part[1])
    right = guess_date(found[0], None) if day else None
    if right is not None:
        found[0] = right.text
    who = words.strip(" ,;.()").casefold()
    return [*found, who] if who else found


def _by_strictness(properties: Mapping[str, Schema], value: Any) -> Iterator[str]:
    """Yield the fields, those first whose values have a form of their own; one for other ids only for an id."""
    forms = {"format", "pattern", "enum", "const"}
    own = [name for name, inner in properties.items() if forms & inner.keys() and inner.get("type") != "boolean"]
    others = [name for name in properties if name not in own]
    if _CASE.fullmatch(str(value)):
        own.insert(0, "sak")
    yield from (name for name in own if name in properties)
    refs = [name for name in others if "x-viser-til" in properties[name]]
    yield from refs if is_id(str(value)) else ()
    yield from (name for name in others if name not in refs)
