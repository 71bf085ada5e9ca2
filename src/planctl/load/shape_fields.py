"""The fields of records against those they may and must have: findings 101 and 103."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from planctl.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load import shape_words as words
from planctl.load.book import SchemaBook
from planctl.load.checked import CheckedFile
from planctl.load.hidden_signs import advice, hidden_sign, tidied, told
from planctl.load.misplaced import Errors, continues, doubled, join, outside
from planctl.load.nearest import nearest
from planctl.load.proposals import key_fix
from planctl.source import Pointer


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
    missing = [key for key in error.schema.get("required", ()) if present.get(key) is None] if required else []
    record = file.record(pointer)
    taken: dict[str, str] = {}
    for key in list(present) if unknown else ():
        if key in known or key not in present:
            continue
        moved = outside(file, (*pointer, key), known)
        if moved is not None:
            yield moved
            continue
        unseen = next((name for name in tidied(key) if name in known), None)
        right = unseen or _meant(file.book, key, [*missing, *(name for name in known if name not in present)], known)
        if right in missing:
            missing.remove(right)
        if right is not None and right not in present:
            taken.setdefault(right, key)
        message = T("The field «{field}» does not exist here", field=key)
        place = file.place((*pointer, key), key=True)
        certain = unseen is not None or right in (key.casefold(), file.book.nynorsk.get(key.casefold()))
        hint = _unknown_help(file.book, key, right, known)
        if unseen is not None:
            message, hint = told(hidden_sign(key) or ""), advice(f"{unseen}:")
        fix = key_fix(place, right, certain=certain) if taken.get(right or "") == key else None
        yield Finding("101", place, message, hint, record, key, fix=fix)
    for right, key in taken.items():
        present[right] = present.pop(key)
        file.positions.alias((*pointer, right), (*pointer, key))
    for key in missing:
        schema = file.book.resolve(known.get(key, {}))
        if key in present:
            place, message = file.place((*pointer, key), key=True), T("The field «{field}» is empty", field=key)
        else:
            at = (*pointer, "id") if "id" in present else pointer
            place, message = file.place(at, key=True), T("The field «{field}» is missing", field=key)
        yield Finding("103", place, message, words.fill_in(key, schema), record, key)


def _meant(book: SchemaBook, key: str, absent: list[str], known: Mapping[str, Any]) -> str | None:
    """Guess which field a wrong name stands for: nynorsk, another spelling or word, or a slip."""
    right = book.usual_name(key)
    return right if right is not None and right in known else nearest(key, absent) or nearest(key, known)


def _unknown_help(book: SchemaBook, key: str, right: str | None, known: Mapping[str, Any]) -> Text:
    if right is None:
        return T("The fields here are: {fields}.", fields=", ".join(known))
    if book.other_names.get(key.casefold()) == right:
        return T("In plan files the field is called «{field}».", field=right)
    if book.nynorsk.get(key.casefold()) == right:
        return T("In plan files the field is spelled «{field}».", field=right)
    return T("Did you mean «{guess}»?", guess=right)
