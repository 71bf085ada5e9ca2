"""Schema errors as findings: one for each mistake, with exact place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.schema import value_messages as words
from planctl.load.schema.annotations import MANGLED
from planctl.load.schema.block_fix import block_fix
from planctl.load.schema.block_help import as_meant
from planctl.load.schema.field_findings import field_findings
from planctl.load.schema.file_under_check import CheckedFile
from planctl.load.schema.misplaced import Errors, outside
from planctl.load.schema.overindented import overindented_findings
from planctl.load.schema.proposals import value_fix
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.schema.wrong_value import Wrong
from planctl.load.yaml.positions import Locator
from planctl.source import Pointer, field_of

_RANK = ("anyOf", "enum", "type", "minLength", "pattern", "format")

_MOST_ERRORS = 1000
"""How many schema errors are looked at in a file."""


def shape_findings(book: SchemaBook, stem: str, path: str, data: Any, locator: Locator) -> list[Finding]:
    """Tell what is wrong with a file's data by its schema; codes 101–110, each mistake once."""
    file = CheckedFile(book, path, data, locator)
    return [*overindented_findings(file, book.root(stem)), *_findings(file, book.validators.errors(stem, data))]


def _findings(file: CheckedFile, errors: Iterable[Any]) -> Iterator[Finding]:
    """Yield a finding for each unknown field, each missing field and each wrong value."""
    values: dict[Pointer, list[Any]] = {}
    fields: Errors = {}
    for count, error in enumerate(_leaves(errors)):
        pointer = tuple(error.absolute_path)
        if count == _MOST_ERRORS:
            yield _too_many(file, pointer)
            break
        if error.validator in ("additionalProperties", "required"):
            fields.setdefault(pointer, {})[error.validator] = error
        else:
            values.setdefault(pointer, []).append(error)
    for pointer, rows in values.items():
        if not any(_names_nobody(row) for row in rows):
            error = min(rows, key=_rank)
            yield _outside(file, pointer, error) or _value(file, pointer, error)
    yield from field_findings(file, fields)


def _too_many(file: CheckedFile, pointer: Pointer) -> Finding:
    message = T("The file has more than {count} faults, and the rest of it is not looked at", count=float(_MOST_ERRORS))
    hint = T("Mend those above first. If it is no plan file, list it under utelat in planctl.yaml.")
    return Finding("006", file.place(pointer), message, hint)


def _outside(file: CheckedFile, pointer: Pointer, error: Any) -> Finding | None:
    """Find a field that stands among the ids of a group, as `kommentar` beside the tiltak of a report."""
    group = error.validator == "type" and error.schema.get("type") == "object"
    named = group and pointer and pointer[-1] in error.schema.get("properties", ())
    return outside(file, pointer, {}) if named and not isinstance(error.instance, (dict, list)) else None


def _value(file: CheckedFile, pointer: Pointer, error: Any) -> Finding:
    """Tell of a wrong value; from here on a value of the wrong type is read as what it must have meant."""
    name = field_of(pointer)
    written = "" if isinstance(error.instance, (dict, list)) else file.positions.text(pointer)
    wrong = Wrong(file.book, error, name, written, file.year, file.guesses)
    code, message, hint = words.wrong_value(wrong)
    place = file.place(pointer, key=code == "103")
    fix = value_fix(code, place, wrong) or (block_fix(file, pointer, wrong) if code == "102" else None)
    found = Finding(code, place, message, hint, file.record(pointer[:-1]), name or None, fix=fix)
    if pointer and error.validator in ("type", "anyOf"):
        _mend(file, pointer, wrong)
    return found


def _mend(file: CheckedFile, pointer: Pointer, wrong: Wrong) -> None:
    """Read a group where a list belongs as its one item, a text there as its items, a list or group as a text."""
    holder, value = file.at(pointer[:-1]), wrong.value
    single = not isinstance(value, (dict, list))
    right = as_meant(file.book, wrong.schema, value, blanks=False) if single and not wrong.items else None
    if wrong.items:
        holder[pointer[-1]] = wrong.items
    elif right is not None:
        holder[pointer[-1]] = right
    elif isinstance(value, dict) and {*wrong.wants} == {"array"}:
        holder[pointer[-1]] = [value]
        file.positions.alias((*pointer, 0), pointer)
    elif isinstance(value, (dict, list)) and not {"array", "object"} & {*wrong.wants}:
        holder[pointer[-1]] = MANGLED
        if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], (dict, list)):
            holder[pointer[-1]] = value[0]
            file.positions.alias(pointer, (*pointer, 0))


def _names_nobody(error: Any) -> bool:
    """Tell whether a number stands where a reference with a rule of its own (303, 307) belongs: that rule tells."""
    return "x-ukjent" in error.schema and type(error.instance) in (int, float)


def _leaves(errors: Iterable[Any]) -> Iterator[Any]:
    """Replace an `anyOf` error by the errors of the branch whose type the value has, where there is one."""
    for error in errors:
        branches: dict[int, list[Any]] = {}
        for inner in error.context if error.validator == "anyOf" else ():
            branches.setdefault(inner.schema_path[0], []).append(inner)
        fitting = [rows for rows in branches.values() if not any(_unfit(row, error) for row in rows)]
        if fitting:
            fewest = min(len(rows) for rows in fitting)
            yield from _leaves(next(rows for rows in fitting if len(rows) == fewest))
        else:
            yield error


def _unfit(row: Any, error: Any) -> bool:
    """Tell whether an error of a branch says that the value is of another type, or no id where one may stand."""
    no_id = row.validator == "pattern" and "x-viser-til" in row.schema
    return bool((row.validator == "type" or no_id) and row.absolute_path == error.absolute_path)


def _rank(error: Any) -> int:
    """Order the errors of one value: the one that tells most first."""
    if error.validator == "enum" and isinstance(error.instance, (dict, list)):
        return len(_RANK)
    return _RANK.index(error.validator) if error.validator in _RANK else len(_RANK)
