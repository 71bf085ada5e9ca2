"""The ids of records whose `id` is missing, empty, misspelled or another record's: had, or next to be had."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from planctl.load.schema.annotations import Ref
from planctl.load.schema.nearest import nearest
from planctl.model.formats import is_id
from planctl.model.record import Record
from planctl.source import Pointer

if TYPE_CHECKING:  # what is under check is loaded only where something is wrong
    from planctl.load.schema.file_under_check import CheckedFile

_NUMBERED = re.compile(r"(.*?)(\d+)\Z")


def next_id(file: CheckedFile, pointer: Pointer) -> str | None:
    """Give the next free id of a list's records, in the form of the others; None where they follow no numbers."""
    siblings = file.at(pointer[:-1]) if pointer else None
    if not isinstance(siblings, list) or len(pointer) < 2:
        return None
    if pointer[:-1] not in file.next_ids:
        file.next_ids[pointer[:-1]] = _after(file, pointer, siblings)
    return file.next_ids[pointer[:-1]]


def _after(file: CheckedFile, pointer: Pointer, siblings: list[Any]) -> str | None:
    ids = [item["id"] for item in siblings if isinstance(item, dict) and isinstance(item.get("id"), str)]
    found = [match for match in map(_NUMBERED.match, ids) if match is not None]
    if not found:
        root = file.data.get("id") if not ids else None
        return f"{root}.{str(pointer[-2])[0]}1" if isinstance(root, str) else None
    start = Counter(match[1] for match in found).most_common(1)[0][0]
    return f"{start}{max(int(match[2]) for match in found if match[1] == start) + 1}"


def unnamed_ids(records: Iterable[Record], refs: Iterable[Ref], lost: frozenset[str] = frozenset()) -> frozenset[str]:
    """Find the unknown ids that are most likely those of records without a proper one, so that 201 need not tell too.

    A record without an id may own any unknown id of its kind, unless there are more such ids than such
    records; one with another's id only an id that looks like it. A file that could not be read whole, whose ids
    are `lost`, may have lost one more with the line that began a record: the one unknown id, where there is just one.
    """
    known: set[str] = set()
    nameless: dict[str, int] = defaultdict(int)
    copied: dict[str, list[str]] = defaultdict(list)
    for record in records:
        if record.id is None or not is_id(record.id):
            nameless[record.kind] += 1
        elif record.id in known:
            copied[record.kind].append(record.id)
        known |= {record.id} if record.id is not None else set()
    if not nameless and not copied and not lost:
        return frozenset()
    unknown: dict[str, set[str]] = defaultdict(set)
    for ref in refs:
        if ref.target not in known:
            for kind in ref.reference.kinds & (nameless.keys() | copied.keys()):
                unknown[kind].add(ref.target)
    owned = {target for kind, found in unknown.items() if len(found) <= nameless[kind] for target in found}
    alike = (nearest(id_, sorted(unknown[kind])) for kind, ids in copied.items() for id_ in ids)
    owned |= {id_ for id_ in alike if id_ is not None}
    rest = {ref.target for ref in refs if ref.target not in known | owned and ref.target not in lost} if lost else set()
    return frozenset(owned | rest if len(rest) == 1 else owned)
