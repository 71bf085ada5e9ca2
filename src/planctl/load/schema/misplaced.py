"""Lines that stand in the wrong place: a field outside its group, a record cut in two, a line written twice."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.schema.file_under_check import CheckedFile
from planctl.source import Pointer

Errors = dict[Pointer, dict[str, Any]]
"""The schema errors `additionalProperties` and `required`, by the record they are of."""


def outside(file: CheckedFile, pointer: Pointer, fields: Mapping[str, Any]) -> Finding | None:
    """Find a field that belongs to the group, or the last of the list, above it; `fields` are those of the holder."""
    holder, key = file.at(pointer[:-1]), str(pointer[-1])
    above = [name for name in list(holder)[: list(holder).index(key)] if not fields or name in fields]
    group = holder[above[-1]] if above else None
    home: Pointer = (*pointer[:-1], *above[-1:])
    if above and group is None and "x-nøkler-viser-til" in file.book.resolve(fields.get(above[-1], {})):
        holder[above[-1]] = {key: holder.pop(key)}
        file.positions.alias((*home, key), pointer)
        return _told(file, pointer, above[-1], home)
    if above and group is None:
        return _flat(file, pointer, above[-1], fields)
    if isinstance(group, list) and group:
        home, group = (*home, len(group) - 1), group[-1]
    if not isinstance(group, dict) or key in group:
        return None
    if fields and key not in file.book.fields_of(fields[above[-1]]):
        return None
    group[key] = holder.pop(key)
    file.positions.alias((*home, key), pointer)
    return _told(file, pointer, above[-1], home)


def _flat(file: CheckedFile, pointer: Pointer, group: str, fields: Mapping[str, Any]) -> Finding | None:
    """Find the lines of a group that stand level with its name: one mistake, also when there are several."""
    holder, own = file.at(pointer[:-1]), file.book.fields_of(fields.get(group, {}))
    names = list(holder)
    after = names[names.index(str(pointer[-1])) :]
    inside = list(takewhile(lambda name: name in own and name not in fields, after))
    if not inside:
        return None
    holder[group] = {name: holder.pop(name) for name in inside}
    home = (*pointer[:-1], group)
    for name in inside:
        file.positions.alias((*home, name), (*pointer[:-1], name))
    message = T("The field «{field}» does not exist here", field=pointer[-1])
    hint = T("Indent the lines that belong under «{group}» by two spaces.", group=group)
    return Finding("101", file.place(pointer, key=True), message, hint, file.record(home), str(pointer[-1]))


def _told(file: CheckedFile, pointer: Pointer, group: str, home: Pointer) -> Finding:
    message = T("The field «{field}» does not exist here", field=pointer[-1])
    hint = T("If it belongs under «{group}» above, indent it as the lines there.", group=group)
    return Finding("101", file.place(pointer, key=True), message, hint, file.record(home), str(pointer[-1]))


def continues(file: CheckedFile, pointer: Pointer, errors: Errors) -> bool:
    """Tell whether an item of a list is the rest of the one above, cut off by a hyphen too many."""
    if not pointer or pointer[-1] == 0 or isinstance(pointer[-1], str) or "required" not in errors[pointer]:
        return False
    item, above = file.at(pointer), file.at(_beside(pointer, -1))
    if not item or not isinstance(above, dict) or not above.keys().isdisjoint(item):
        return False
    wanted = _required(errors, pointer)
    return above.get(wanted[0]) is not None and wanted[0] not in item and {*wanted} <= {*above, *item}


def join(file: CheckedFile, pointer: Pointer, errors: Errors) -> Finding:
    """Read the item of a list that a hyphen cut off as part of the one above."""
    item, home = file.at(pointer), _beside(pointer, -1)
    for key, value in item.items():
        file.at(home)[key] = value
        file.positions.alias((*home, key), (*pointer, key))
    first, lacking = next(iter(item)), _required(errors, pointer)[0]
    message = T(
        "The hyphen before «{field}» begins a new record, and it has no «{lacking}»", field=first, lacking=lacking
    )
    hint = T(
        "If it belongs to the record above, put two spaces in place of the hyphen. Otherwise add «{field}».",
        field=lacking,
    )  # fmt: skip
    return Finding("103", file.place((*pointer, first), key=True), message, hint, file.record(home), lacking)


def doubled(file: CheckedFile, pointer: Pointer) -> Finding | None:
    """Find the line that begins a record, written twice: a record with nothing but the id of the next."""
    item, holder = file.at(pointer), file.at(pointer[:-1]) if pointer else None
    if not isinstance(holder, list) or int(pointer[-1]) + 1 == len(holder) or len(item) != 1:
        return None
    following = file.at(_beside(pointer, 1))
    if not isinstance(following, dict) or len(following) == 1 or next(iter(following.items())) not in item.items():
        return None
    ((key, value),) = item.items()
    message = T("The line «{field}: {value}» stands twice, and begins two records", field=key, value=str(value))
    return Finding("103", file.place((*pointer, key)), message, T("Delete one of them."), file.record(pointer), key)


def _beside(pointer: Pointer, step: int) -> Pointer:
    return (*pointer[:-1], int(pointer[-1]) + step)


def _required(errors: Errors, pointer: Pointer) -> list[str]:
    required: list[str] = errors[pointer]["required"].schema["required"]
    return required
