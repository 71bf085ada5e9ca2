"""The plan set in which masks stand for what is exempt from public access."""

from __future__ import annotations

from collections.abc import Mapping

from planctl.domain.withheld import Withheld
from planctl.fn import GoalBook
from planctl.load.schema.annotations import Ref
from planctl.load.schema.schema_book import SchemaBook
from planctl.model.masked_record import Cover, MaskedRecord, masked_at
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.model.withheld import Mask, Words
from planctl.source import Pointer


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
    words = Words(
        book.fields.names, book.fields.choices, book.fields.free_texts, book.one_line, book.fields.references, ids
    )
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
