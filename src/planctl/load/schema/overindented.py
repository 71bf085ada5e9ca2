"""Lines that are indented too far: fields of a record further out, at the end of one of its groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.schema.file_under_check import CheckedFile
from planctl.load.schema.json_schema import Schema
from planctl.source import Pointer
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class _Holder:
    """A group of fields in a file, and the fields that its schema gives it."""

    pointer: Pointer
    fields: Schema


def overindented_findings(file: CheckedFile, schema: Schema) -> list[Finding]:
    """Find fields that stand too far in, 101; from here on each is read where it belongs.

    A field does when its group does not know it, a record around the group does and lacks it, and everything
    after it in the group is such a field, or part of one.
    """
    return list(_walk(file, (), schema, [], {}))


_Known = dict[tuple[int, type], tuple[Schema, Schema]]
"""The schemas of groups and lists, by the schema that names them: thousands of records share one."""


def _walk(
    file: CheckedFile, pointer: Pointer, schema: Schema, around: list[_Holder], known: _Known
) -> Iterator[Finding]:
    """Look into a value; `around` are the groups whose next line could stand right after it, outermost first."""
    value = file.at(pointer)
    if not isinstance(value, (dict, list)):
        return
    key = (id(schema), type(value))
    if key not in known:
        known[key] = schema, _of_value(file, schema, value)
    whole = known[key][1]
    if isinstance(value, list) and "items" in whole:
        for index in range(len(value)):
            last_ones = around if index == len(value) - 1 else []
            yield from _walk(file, (*pointer, index), whole["items"], last_ones, known)
    elif isinstance(value, dict) and "additionalProperties" in whole:
        here, rest = _Holder(pointer, whole.get("properties", {})), whole["additionalProperties"]
        yield from _lifted(file, here, around)
        last = next(reversed(value), None)
        for name in list(value):
            inner = here.fields.get(name, rest)
            if isinstance(inner, dict):
                outer = [*around, here] if name == last else [here]
                yield from _walk(file, (*pointer, name), inner, outer, known)


def _of_value(file: CheckedFile, schema: Schema, value: Any) -> Schema:
    """Return the schema that a group or a list has, through `$ref` and `anyOf`."""
    whole = file.book.resolve(schema)
    wanted = "items" if isinstance(value, list) else "properties"
    branches = [file.book.resolve(branch) for branch in whole.get("anyOf", ())]
    return next((branch for branch in branches if wanted in branch), whole)


def _lifted(file: CheckedFile, group: _Holder, around: list[_Holder]) -> Iterator[Finding]:
    """Move the fields at the end of a group that belong to the groups around it."""
    names = list(file.at(group.pointer)) if around else []
    above: str | None = None
    for index, name in enumerate(names):
        moves = [] if _is_at_home(file, group, above, name) else _moves(file, names, index, group, around)
        above = name if name in group.fields else above
        for key, home, parts in moves:
            yield _told(file, group, key, home)
            _move(file, group, key, home, parts)
        if moves:
            return


def _is_at_home(file: CheckedFile, group: _Holder, above: str | None, name: str) -> bool:
    """Tell whether a group knows a field, under some name, or the last of its own above the field does."""
    known = name in group.fields or file.book.usual_name(name, group.fields) is not None
    return known or (
        above is not None and name in file.book.fields_of(group.fields[above])
    )  # fmt: skip


def _moves(
    file: CheckedFile, names: list[str], index: int, group: _Holder, around: list[_Holder]
) -> list[tuple[str, _Holder, list[str]]]:
    """Give each field from `index` on its home and, when it is empty, the fields after it that are its own.

    Nothing unless all fit.
    """
    found: list[tuple[str, _Holder, list[str]]] = []
    for position in range(index, len(names)):
        name = names[position]
        empty = found and file.at((*group.pointer, found[-1][0])) is None
        if empty and name in file.book.fields_of(found[-1][1].fields[found[-1][0]]):
            found[-1][2].append(name)
            continue
        fitting = (one for one in reversed(around) if name in one.fields and file.at(one.pointer).get(name) is None)
        home = next(fitting, None)
        if home is None or name in group.fields:
            return []
        found.append((name, home, []))
    return found


def _told(file: CheckedFile, group: _Holder, name: str, home: _Holder) -> Finding:
    written = (*group.pointer, name)
    beside = group.pointer[: len(home.pointer) + 1]
    span = file.positions.span(beside, key=True)
    message = T("The field «{field}» does not exist here", field=name)
    hint = T(
        "If it belongs beside «{beside}», begin it in column {column}, as line {line}.",
        beside=beside[-1], column=span.column, line=span.line,
    )  # fmt: skip
    return Finding("101", file.place(written, key=True), message, hint, file.record(home.pointer), name)


def _move(file: CheckedFile, group: _Holder, name: str, home: _Holder, parts: list[str]) -> None:
    here, written = file.at(group.pointer), (*group.pointer, name)
    value = here.pop(name)
    if parts:
        value = {part: here.pop(part) for part in parts}
    file.at(home.pointer)[name] = value
    for part in parts:
        file.positions.alias((*home.pointer, name, part), (*group.pointer, part))
    file.positions.alias((*home.pointer, name), written)
