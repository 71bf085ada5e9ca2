"""The fields of records against those they may and must have: findings 101 and 103."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.schema import value_messages as words
from planctl.load.schema.file_under_check import CheckedFile
from planctl.load.schema.json_schema import Schema, needed
from planctl.load.schema.misplaced import Errors, continues, doubled, join, outside
from planctl.load.schema.missing_ids import next_id
from planctl.load.schema.proposals import key_fix
from planctl.load.schema.reported_fields import reported
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.yaml.hidden_signs import advice, hidden_sign, tidied, told
from planctl.source import Pointer

_MANY = 50
"""How many fields of a record are looked at one by one for whether they stand in the wrong place."""


def field_findings(file: CheckedFile, errors: Errors) -> Iterator[Finding]:
    """Yield a finding for each unknown and each missing field; from here on the data is read as it was meant."""
    cut = [pointer for pointer in errors if continues(file, pointer, errors)]
    twice = {pointer: found for pointer in errors if pointer not in cut and (found := doubled(file, pointer))}
    yield from twice.values()
    for pointer in cut:
        yield join(file, pointer, errors)
    for pointer in sorted((pointer for pointer in errors if pointer not in twice and pointer not in cut), key=len):
        yield from _fields(file, pointer, errors[pointer].get("additionalProperties"), errors[pointer].get("required"))
    for pointer in (*twice, *cut):
        file.at(pointer[:-1])[pointer[-1]] = None


def _fields(file: CheckedFile, pointer: Pointer, unknown: Any, required: Any) -> Iterator[Finding]:
    """Compare the fields of a record with those it may and must have.

    From here on a misspelled field is read as the one it is taken for, so that rules do not miss it too.
    """
    error = unknown or required
    known, present = error.schema.get("properties", {}), error.instance
    missing = _lacking(file, error.schema, present) if required else []
    taken: dict[str, str] = {}
    elsewhere = reported(file, pointer, error.schema) if unknown else None
    if elsewhere is not None:
        yield elsewhere
    for count, key in enumerate(list(present) if unknown else ()):
        if key in known or key not in present:
            continue
        moved = outside(file, (*pointer, key), known) if count < _MANY else None
        if moved is not None:
            yield moved
            continue
        right, certain = _meant(file, present, key, missing, known)
        if right in missing:
            missing.remove(right)
        if right is not None and right not in present:
            taken.setdefault(right, key)
        yield _unknown(file, (*pointer, key), right, known, fix=taken.get(right or "") == key, certain=certain)
    for right, key in taken.items():
        present[right] = present.pop(key)
        file.positions.alias((*pointer, right), (*pointer, key))
        file.next_ids.pop(pointer[:-1], None)
    for key in missing if not taken else [key for key in missing if key in _lacking(file, error.schema, present)]:
        yield _missing(file, pointer, key, file.book.resolve(known.get(key, {})))


def _lacking(file: CheckedFile, schema: Schema, present: Mapping[str, Any]) -> list[str]:
    filled = {name: value for name, value in present.items() if value is not None}
    names = needed(schema, lambda condition: file.book.validators.accepts(condition, filled))
    return [name for name in names if present.get(name) is None]


def _missing(file: CheckedFile, pointer: Pointer, key: str, schema: Schema) -> Finding:
    present = file.at(pointer)
    if key in present:
        place, message = file.place((*pointer, key), key=True), T("The field «{field}» is empty", field=key)
    else:
        at = (*pointer, "id") if "id" in present else pointer
        place, message = file.place(at, key=True), T("The field «{field}» is missing", field=key)
    free = next_id(file, pointer) if key == "id" else None
    hint = words.fill_in(key, schema)
    if free is not None:
        hint = T("Write «id: {id}», the next that is free here. If the record had an id, write that one.", id=free)
    return Finding("103", place, message, hint, file.record(pointer), key)


def _unknown(
    file: CheckedFile, pointer: Pointer, right: str | None, known: Mapping[str, Any], *, fix: bool, certain: bool
) -> Finding:
    key, place = str(pointer[-1]), file.place(pointer, key=True)
    message, hint = T("The field «{field}» does not exist here", field=key), _unknown_help(file.book, key, right, known)
    sign = hidden_sign(key)
    if sign is not None and right in tidied(key):
        message, hint = told(sign), advice(f"{right}:")
    proposed = key_fix(place, right, certain=certain) if fix else None
    return Finding("101", place, message, hint, file.record(pointer[:-1]), key, fix=proposed)


def _meant(
    file: CheckedFile, present: Mapping[str, Any], key: str, missing: list[str], known: Mapping[str, Any]
) -> tuple[str | None, bool]:
    """Guess which field a wrong name stands for: another sign, nynorsk, another word, a slip, or by what it holds.

    Tell too whether it is certain: it is when the same name is only spelled otherwise.
    """
    unseen = next((name for name in tidied(key) if name in known), None)
    if unseen is not None:
        return unseen, True
    absent = [*missing, *(name for name in known if name not in present and name not in missing)]
    book, nearest = file.book, file.guesses.nearest
    right = book.usual_name(key, known) or nearest(key, absent) or nearest(key, list(known))
    right = right or _by_content(book, present[key], absent, known)
    return right, right in (key.casefold(), book.nynorsk.get(key.casefold()))


def _by_content(book: SchemaBook, value: Any, absent: list[str], known: Mapping[str, Any]) -> str | None:
    """Find the one absent field that holds a list of records such as these."""
    items = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    names = {name for item in items for name in item}
    if len(names) < 2:
        return None
    fitting = [
        name for name in absent if "items" in book.resolve(known[name]) and names <= {*book.fields_of(known[name])}
    ]
    return fitting[0] if len(fitting) == 1 else None


def _unknown_help(book: SchemaBook, key: str, right: str | None, known: Mapping[str, Any]) -> Text:
    if right is None:
        return T("The fields here are: {fields}.", fields=", ".join(known))
    if right in book.other_names.get(key.casefold(), ()):
        return T("In plan files the field is called «{field}».", field=right)
    if book.nynorsk.get(key.casefold()) == right:
        return T("In plan files the field is spelled «{field}».", field=right)
    return T("Did you mean «{guess}»?", guess=right)
