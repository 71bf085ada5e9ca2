"""Which records are exempt from public access, and the plan set without their texts.

Exempt is a record with `unntatt`, what stands in it, and the tiltak that solve it; of a report, what is said of such a
record. A file that marks something so, and cannot be read whole, is exempt as a whole: nobody knows what was marked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from planctl.findings.diagnostic import Finding
from planctl.fn import GoalBook
from planctl.i18n import T, Text
from planctl.law.openness import EXEMPT
from planctl.load.schema.annotations import Ref
from planctl.load.schema.schema_book import SchemaBook
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.model.withheld import Cover, Hiding, Mask, MaskedRecord, Words, label_of, masked_at, says_exempt
from planctl.source import Place, Pointer

FEW = 5
"""A count of nothing but what is exempt is told from this number on: a smaller one could point at someone."""
_NONE: Mapping[str, str] = {}
_UNKNOWN_FIELD = "101"
_LIKE = ("unt", "unnt", "una", "unna", "skjerm", "grader", "fortrolig", "hemmeli", "exempt", "withheld")
"""How a name that is meant as the mark may begin."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is left out of a plan set, with what is said in its stead: by its `places`, and by the `ids` of records.

    `files` are left out whole.
    """

    places: Mapping[Place, str]
    ids: Mapping[str, str]
    files: frozenset[str] = frozenset()


def withheld(
    plans: PlanSet, hiding: Hiding, told: Iterable[Finding] = (), also: Mapping[str, str] = _NONE
) -> Withheld | None:
    """Find what is to be left out of a plan set; None where nothing is.

    `told` is what is wrong with its files, `also` are ids of records that are exempt, with what is said of them.
    """
    found = dict(_marked(plans, hiding, set(_slips(told)), also))
    if not found and not hiding.files:
        return None
    ids = {record.id: label for record, label in found.items() if record.id is not None}
    ids |= dict.fromkeys(hiding.ids - ids.keys(), EXEMPT)
    _follow(plans, found, ids)
    places = {Place(record.path, record.pointer): label for record, label in found.items()}
    for ref in plans.refs:
        if ref.place.key and isinstance(ref.place.at, tuple) and ref.target in ids:
            places.setdefault(Place(ref.place.path, ref.place.at), ids[ref.target])
    names = {name: label for record, label in found.items() for name in record.texts("tidligere_id")}
    names |= {record.id: label for record, label in found.items() if record.id is not None}
    return Withheld(places, names, hiding.files)


def _slips(told: Iterable[Finding]) -> Iterator[Place]:
    """Give the records with a field that no record has, and that looks like the mark."""
    for item in told:
        at = item.place.at
        if item.code == _UNKNOWN_FIELD and isinstance(at, tuple) and at and str(at[-1]).casefold().startswith(_LIKE):
            yield Place(item.place.path, at[:-1])


def _marked(
    plans: PlanSet, hiding: Hiding, slips: Collection[Place], also: Mapping[str, str]
) -> Iterator[tuple[Record, str]]:
    for record in plans.records:
        if says_exempt(record.fields):
            yield record, label_of(record.fields)
            continue
        names = (record.id, *record.texts("tidligere_id")) if also else ()
        label = next((also[name] for name in names if name is not None and name in also), None)
        slip = bool(slips) and Place(record.path, record.pointer) in slips
        if label is not None or slip or record.path in hiding.files:
            yield record, label or EXEMPT


def _follow(plans: PlanSet, found: dict[Record, str], ids: dict[str, str]) -> None:
    """Add what stands in the records found and what follows them up, as far as it goes."""
    steps = [ref for ref in plans.refs if ref.thread]
    size = -1
    while size != len(found):
        size = len(found)
        for ref in steps:
            if ref.target in ids:
                found.setdefault(ref.source, ids[ref.target])
        named = {record.id: label for record, label in found.items() if record.id is not None}
        for record in plans.records:  # what holds others comes before them
            if record.parent in found:
                found.setdefault(record, found[record.parent])
            elif record.id in named:  # written twice
                found.setdefault(record, named[record.id])
        ids |= {record.id: label for record, label in found.items() if record.id is not None}


def without(plans: PlanSet, hidden: Withheld, book: SchemaBook, goals: GoalBook) -> PlanSet:
    """Give a plan set in which masks stand for what is left out; other files' records stay the same objects."""
    cover = cover_of(plans, book, hidden)
    marks: dict[str, dict[Pointer, Mask]] = {}
    for place, label in hidden.places.items():
        if isinstance(place.at, tuple):
            marks.setdefault(place.path, {})[place.at] = Mask(label, cover.words)
    masked = _Masked(marks, cover)
    records = [masked.of(record) for record in plans.records]
    refs = [ref for ref in map(masked.ref, plans.refs) if _leads_on(ref, plans, goals)]
    lost = plans.lost if plans.incomplete else None
    return PlanSet(
        plans.config, records, refs, plans.measurements, plans.known_kinds, plans.files, lost, plans.figures
    )  # fmt: skip


def cover_of(plans: PlanSet, book: SchemaBook, hidden: Withheld | None) -> Cover:
    """Give what hides the texts of what is exempt in plain data, as in other versions of a plan set's files."""
    ids = frozenset({*plans.by_id, *plans.former_ids})
    words = Words(book.field_names, book.choices, book.free_texts, book.one_line, book.references, ids)
    return Cover(hidden.ids if hidden is not None else {}, words)


def _leads_on(ref: Ref, plans: PlanSet, goals: GoalBook) -> bool:
    """Tell whether a reference may be shown: one of a record whose texts are left out names what is known."""
    return not ref.source.withheld or ref.target in plans.by_id or ref.target in goals


class _Masked:
    """Makes the records of the files with masks anew, each once."""

    def __init__(self, marks: Mapping[str, Mapping[Pointer, Mask]], cover: Cover) -> None:
        self._marks = marks
        self._cover = cover
        self._data: dict[tuple[str, Record], object] = {}
        self._made: dict[Record, Record] = {}

    def of(self, record: Record) -> Record:
        """Give the record that stands for another; the same where nothing in its file is left out."""
        here, root = record.path, record.plan
        if here not in self._marks and root.path not in self._marks:
            return record
        if record not in self._made:
            self._made[record] = self._new(record)
        return self._made[record]

    def ref(self, ref: Ref) -> Ref:
        """Give a reference from the record that now stands for its source."""
        source = self.of(ref.source)
        return ref if source is ref.source else Ref(source, ref.field, ref.target, ref.place, ref.reference)

    def _new(self, record: Record) -> Record:
        parent = None if record.parent is None else self.of(record.parent)
        mask = self._over(record.path, record.pointer)
        return MaskedRecord(record, self._fields(record), parent, mask, self._cover)

    def _over(self, path: str, pointer: Pointer) -> Mask | None:
        """Give the mask over a place: its own, or that of what it stands in."""
        marks = self._marks.get(path, {})
        sizes = range(len(pointer), -1, -1)
        return next((marks[pointer[:size]] for size in sizes if pointer[:size] in marks), None)

    def _fields(self, record: Record) -> dict[str, object]:
        """Cut a record's fields out of its file with masks, so that what holds it and the record are of one piece."""
        root = record.plan
        if record.path != root.path:  # a row of a table
            mask = self._over(record.path, record.pointer)
            return record.fields if mask is None else mask.over(record.fields)
        key = (root.path, root)
        if key not in self._data:
            self._data[key] = masked_at(root.fields, self._marks.get(root.path, {}))
        value = self._data[key]
        for part in record.pointer:
            value = value[part]  # type: ignore[index]
        return value  # type: ignore[return-value]


def few(count: int) -> Text | int:
    """Say how many of something there are of which all is exempt: «under 5» for a few."""
    return T("under {n}", n=FEW) if count < FEW else count
