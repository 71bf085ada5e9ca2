"""The texts of the plans that may point at a person, found cheaply: most plans hold none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from planctl.domain.organisation import OWNERS
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.source import Pointer

_OWNERS = frozenset({*OWNERS, "medansvarlige"})
two_capitals = re.compile(r"[A-ZÆØÅ](?:\.|[\w'’-]+) (?:(?:av|den?|der|van|von) )?[A-ZÆØÅ]").search
# A text without any of these holds nothing to look at: two words with capitals, a row of digits, an address. Each
# begins with a set of signs of its own, for which the search is several times faster than for one of them all.
_CANDIDATES = (
    two_capitals,
    re.compile(r"[49]\d(?:[ .]?\d){6}(?!\d)").search,
    re.compile(r"\d\d\.?\d\d\.?\d\d[ .-]?\d{5}").search,
    lambda text: any(sign in text for sign in ("@", "(at)", "[at]", "(krøllalfa", "[krøllalfa")),
)


def texts_worth_a_look(plans: PlanSet) -> list[tuple[Record, Pointer, str]]:
    """Give each text that may point at a person, with its innermost record and its place in the file."""
    paths = {path for path, texts in _texts_by_file(plans).items() if _is_candidate("\n".join(texts))}
    roots = [record for record in plans.records if _is_first(record) and record.path in paths]
    if not roots:
        return []
    records = {(record.path, record.pointer): record for record in plans.records if record.path in paths}
    return [
        (_innermost(records, root.path, pointer), pointer, text)
        for root in roots
        for pointer, text in _candidates(root)
    ]


def _is_first(record: Record) -> bool:
    """Tell whether a record stands in no other of its file: the file's root, or a row of a table."""
    return record.parent is None or record.parent.path != record.path


def _innermost(records: dict[tuple[str, Pointer], Record], path: str, pointer: Pointer) -> Record:
    while (path, pointer) not in records:
        pointer = pointer[:-1]
    return records[path, pointer]


def _texts_by_file(plans: PlanSet) -> dict[str, list[str]]:
    """Give the texts of each file: those of its records, and those that stand deeper in a record's lists and groups."""
    found: dict[str, list[str]] = {}
    of_records = {id(record.fields) for record in plans.records}
    for record in plans.records:
        texts = found.setdefault(record.path, [])
        for value in record.fields.values():
            if type(value) is str:
                texts.append(value)
            elif type(value) is list or type(value) is dict:
                _gather(value, texts, of_records)
    return found


def _gather(value: Any, texts: list[str], of_records: set[int]) -> None:
    """Add the texts in a list or group; those of records in it are added as theirs."""
    for item in value.values() if type(value) is dict else value:
        if type(item) is str:
            texts.append(item)
        elif (type(item) is list or type(item) is dict) and id(item) not in of_records:
            _gather(item, texts, of_records)


def _is_candidate(text: str) -> bool:
    return any(search(text) for search in _CANDIDATES)


def _candidates(root: Record) -> Iterator[tuple[Pointer, str]]:
    """Yield the texts of a file worth a look, with where they stand; owners' fields are judged as references."""
    pending: list[tuple[Pointer, Any]] = [(root.pointer, root.fields)]
    while pending:
        pointer, value = pending.pop()
        if isinstance(value, str):
            if _is_candidate(value):
                yield pointer, value
        elif isinstance(value, dict):
            pending += [((*pointer, key), item) for key, item in reversed(value.items()) if key not in _OWNERS]
        elif isinstance(value, list):
            pending += [((*pointer, index), item) for index, item in reversed(list(enumerate(value)))]
