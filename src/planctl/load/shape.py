"""Schema errors as findings: one for each mistake, with exact place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from planctl.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load import shape_words as words
from planctl.load.book import SchemaBook
from planctl.load.layout import MANGLED
from planctl.load.nearest import nearest
from planctl.load.positions import Locator
from planctl.load.proposals import key_fix, value_fix
from planctl.source import Place, Pointer

_RANK = ("anyOf", "enum", "type", "minLength", "pattern", "format")


def shape_findings(book: SchemaBook, stem: str, path: str, data: Any, locator: Locator) -> list[Finding]:
    """Check a file's data against its schema; codes 101–110, each mistake once."""
    if book.is_valid(stem, data):
        return []
    return list(_Shape(book, path, data, locator).findings(book.errors(stem, data)))


class _Shape:
    """Turns the schema errors of one file into findings."""

    def __init__(self, book: SchemaBook, path: str, data: Any, locator: Locator) -> None:
        self._book = book
        self._path = path
        self._data = data
        self._locator = locator

    def findings(self, errors: Iterable[Any]) -> Iterator[Finding]:
        """Yield a finding for each unknown field, each missing field and each wrong value."""
        values: dict[Pointer, list[Any]] = {}
        fields: dict[Pointer, dict[str, Any]] = {}
        for error in _leaves(errors):
            pointer = tuple(error.absolute_path)
            if error.validator in ("additionalProperties", "required"):
                fields.setdefault(pointer, {})[error.validator] = error
            else:
                values.setdefault(pointer, []).append(error)
        for pointer, both in fields.items():
            yield from self._fields(pointer, both.get("additionalProperties"), both.get("required"))
        for pointer, rows in values.items():
            if any(_names_nobody(row) for row in rows):
                continue
            error = min(rows, key=_rank)
            yield self._value(pointer, error)
            if pointer and error.validator in ("type", "anyOf"):
                self._mend(pointer, words.wanted(self._book, error.schema))

    def _fields(self, pointer: Pointer, unknown: Any, required: Any) -> Iterator[Finding]:
        """Compare the fields of a record with those it may and must have.

        From here on a misspelled field is read as the one it is taken for, so that rules do not miss it too.
        """
        error = unknown or required
        known, present = error.schema.get("properties", {}), error.instance
        missing = [key for key in error.schema.get("required", ()) if present.get(key) is None] if required else []
        record = self._record(pointer)
        taken: dict[str, str] = {}
        for key in present if unknown else ():
            if key in known:
                continue
            right = self._meant(key, [*missing, *(name for name in known if name not in present)], known)
            if right in missing:
                missing.remove(right)
            if right is not None and right not in present:
                taken.setdefault(right, key)
            message = T("The field «{field}» does not exist here", field=key)
            hint = self._unknown_help(key, right, known)
            place = self._place((*pointer, key), key=True)
            certain = self._book.nynorsk.get(key.casefold()) == right
            fix = key_fix(place, right, certain=certain) if right not in present else None
            yield Finding("101", place, message, hint, record, key, fix=fix)
        for right, key in taken.items():
            present[right] = present.pop(key)
            self._locator.file(self._path).alias((*pointer, right), (*pointer, key))
        for key in missing:
            schema = self._book.resolve(known.get(key, {}))
            if key in present:
                place, message = self._place((*pointer, key), key=True), T("The field «{field}» is empty", field=key)
            else:
                at = (*pointer, "id") if "id" in present else pointer
                place, message = self._place(at, key=True), T("The field «{field}» is missing", field=key)
            yield Finding("103", place, message, words.fill_in(key, schema), record, key)

    def _meant(self, key: str, absent: list[str], known: Mapping[str, Any]) -> str | None:
        """Guess which field a wrong name stands for: nynorsk or another spelling, or a slip."""
        right = self._book.nynorsk.get(key.casefold())
        return right if right is not None and right in known else nearest(key, absent) or nearest(key, known)

    def _unknown_help(self, key: str, right: str | None, known: Mapping[str, Any]) -> Text:
        if right is None:
            return T("The fields here are: {fields}.", fields=", ".join(known))
        if self._book.nynorsk.get(key.casefold()) == right:
            return T("In plan files the field is spelled «{field}».", field=right)
        return T("Did you mean «{guess}»?", guess=right)

    def _value(self, pointer: Pointer, error: Any) -> Finding:
        name = next((part for part in reversed(pointer) if isinstance(part, str)), "")
        written = "" if isinstance(error.instance, (dict, list)) else self._locator.file(self._path).text(pointer)
        code, message, hint = words.wrong_value(self._book, error, name, written)
        place, record = self._place(pointer, key=code == "103"), self._record(pointer[:-1])
        fix = value_fix(code, place, error.instance, written, map(str, error.schema.get("enum", ())))
        return Finding(code, place, message, hint, record, name or None, fix=fix)

    def _mend(self, pointer: Pointer, wants: list[str]) -> None:
        """Read a group where a list belongs as its one item, and a list or group where a text belongs as a text."""
        holder = self._data
        for part in pointer[:-1]:
            holder = holder[part]
        value = holder[pointer[-1]]
        positions = self._locator.file(self._path)
        if isinstance(value, dict) and {*wants} == {"array"}:
            holder[pointer[-1]] = [value]
            positions.alias((*pointer, 0), pointer)
        elif isinstance(value, (dict, list)) and not {"array", "object"} & {*wants}:
            holder[pointer[-1]] = MANGLED
            if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], (dict, list)):
                holder[pointer[-1]] = value[0]
                positions.alias(pointer, (*pointer, 0))

    def _place(self, pointer: Pointer, *, key: bool = False) -> Place:
        return Place(self._path, pointer, key=key)

    def _record(self, pointer: Pointer) -> str | None:
        """Return the id of the innermost record around a pointer."""
        here, found = self._data, None
        for part in (*pointer, None):
            if isinstance(here, dict) and isinstance(here.get("id"), str):
                found = here["id"]
            if isinstance(here, dict):
                here = here.get(part)
            elif isinstance(here, list) and isinstance(part, int):
                here = here[part]
        return found


def _names_nobody(error: Any) -> bool:
    """Tell whether a number stands where a reference with a rule of its own (303, 307) belongs: that rule tells."""
    return "x-ukjent" in error.schema and type(error.instance) in (int, float)


def _leaves(errors: Iterable[Any]) -> Iterator[Any]:
    """Replace an `anyOf` error by the errors of the branch whose type the value has, where there is one."""
    for error in errors:
        branches: dict[int, list[Any]] = {}
        for inner in error.context if error.validator == "anyOf" else ():
            branches.setdefault(inner.schema_path[0], []).append(inner)
        fitting = [rows for rows in branches.values() if not any(_wrong_type(row, error) for row in rows)]
        if fitting:
            fewest = min(len(rows) for rows in fitting)
            yield from _leaves(next(rows for rows in fitting if len(rows) == fewest))
        else:
            yield error


def _wrong_type(row: Any, error: Any) -> bool:
    return bool(row.validator == "type" and row.absolute_path == error.absolute_path)


def _rank(error: Any) -> int:
    """Order the errors of one value: the one that tells most first."""
    if error.validator == "enum" and isinstance(error.instance, (dict, list)):
        return len(_RANK)
    return _RANK.index(error.validator) if error.validator in _RANK else len(_RANK)
