"""The ids that records should have had whose `id` is missing, empty, misspelled or another record's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from planctl.load.layout import Ref
from planctl.load.nearest import nearest
from planctl.model.record import Record

_ID = re.compile(r"[a-zæøå0-9][a-zæøå0-9._-]*\Z")


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
        if record.id is None or not _ID.match(record.id):
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
