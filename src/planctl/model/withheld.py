"""What is left out of a record that is exempt from public access: its title and its texts, wherever they stand.

A mask stands in the place of every text in the planners' own words. What the work is followed up by is kept: ids,
references, dates, statuses and other words that the schema lets choose among, numbers, yes and no.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from planctl.law.openness import EXEMPT, exempt_by
from planctl.model.record import Record
from planctl.source import Pointer

FIELD = "unntatt"
"""The field that says that a record is exempt, and by which paragraph of law (`hjemmel`)."""
_KEPT = re.compile(r"(\d{4}(-(\d\d(-\d\d)?|[TQHtqh]\d|\d{4}))?|\d\d?:\d\d)\Z")
"""Dates, periods and times of day."""
_ID = re.compile(r"[\w.-]+\Z")


class Masked(str):
    """Stands for a text that is left out, and reads as the mask; it is equal to one that hides the same, and no other.

    So a change of the text is told, and a change of the paragraph that exempts it is none of the text.
    """

    __slots__ = ("_hidden",)
    _hidden: bytes

    def __new__(cls, shown: str, hidden: str) -> Self:
        """Make a mask of a text, which is not kept."""
        import hashlib

        made = super().__new__(cls, shown)
        made._hidden = hashlib.sha256(hidden.encode("utf-8", "surrogatepass")).digest()
        return made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Masked) and self._hidden == other._hidden

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self._hidden)


@dataclass(frozen=True, slots=True)
class Words:
    """What may be shown of a record that is exempt, by the schemas and the plans.

    `fields` are the names of fields, `choices` the words that a field lets choose among, `free` the fields of texts in
    a person's own words, `lines` those of them that stand beside a title, as a number: no mask stands there.
    `references` are the fields that name records, `ids` what they may name.
    """

    fields: frozenset[str]
    choices: Mapping[str, frozenset[str]]
    free: frozenset[str]
    lines: frozenset[str]
    references: frozenset[str]
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hiding:
    """What the files of a plan set that could not be read whole, and mark something as exempt, may hold.

    `files` are their paths, `ids` the ids that stand in them.
    """

    files: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()


NOTHING_HIDDEN = Hiding()


def says_exempt(value: Mapping[str, Any]) -> bool:
    """Tell whether a group of fields is marked as exempt; also where the mark is empty, or is written wrongly."""
    return FIELD in value


def label_of(value: Mapping[str, Any]) -> str:
    """Say by what a group of fields that is marked is exempt: «unntatt, offl. § 14», or «unntatt» alone."""
    mark = value.get(FIELD)
    return exempt_by(mark.get("hjemmel") if isinstance(mark, dict) else mark)


@dataclass(frozen=True, slots=True)
class Mask:
    """Hides texts behind a label, `unntatt, offl. § 14`."""

    label: str
    words: Words

    def over(self, value: Any, field: str = "") -> Any:
        """Hide the texts of a field's value, or of a whole record (a group of fields)."""
        if isinstance(value, dict):
            return self._group(value)
        if isinstance(value, list):
            row = [self.over(item, field) for item in value]
            return row if any(isinstance(item, dict) for item in row) else [item for item in row if item is not None]
        if not isinstance(value, str) or self._may_show(value, field):
            return value
        return None if self._chooses(field) or field in self.words.lines else Masked(self.label, value)

    def _group(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        mask = Mask(label_of(fields), self.words) if says_exempt(fields) else self
        shown = {name: value for name, value in fields.items() if name in self.words.fields or name in self.words.ids}
        return {name: mask._field(name, value, fields) for name, value in shown.items()}

    def _field(self, name: str, value: Any, fields: Mapping[str, Any]) -> Any:
        if name == "id" and isinstance(value, (str, int)):
            return value
        if name == "tittel" and isinstance(value, str):
            return Masked(f"{self.label} ({fields['id']})" if fields.get("id") else self.label, value)
        if name == FIELD:
            return self._mark(value)
        return self.over(value, name)

    def _mark(self, value: Any) -> Any:
        """Show of the mark itself what is law."""
        label = label_of({FIELD: value})
        return {"hjemmel": label.removeprefix(f"{EXEMPT}, ")} if label != EXEMPT else {}

    def _chooses(self, field: str) -> bool:
        """Tell whether a field only takes words that the schema names: a mask is none of them."""
        return bool(self.words.choices.get(field)) and field not in self.words.free

    def _may_show(self, text: str, field: str) -> bool:
        if text in self.words.choices.get(field, ()):
            return True
        if field == "tidligere_id":
            return bool(_ID.match(text))
        if text in self.words.ids and field in self.words.references:
            return True
        return field not in self.words.free and bool(_KEPT.match(text))


@dataclass(frozen=True, slots=True)
class Cover:
    """Hides what is exempt wherever it stands in plain data: `labels` are what is said of the ids that are exempt."""

    labels: Mapping[str, str]
    words: Words

    def over(self, value: Any) -> Any:
        """Hide the texts of groups that are marked, that have such an id, solve one, or stand under its name."""
        if isinstance(value, list):
            return [self.over(item) for item in value]
        if not isinstance(value, dict):
            return value
        label = self._label(value)
        if label is not None:
            return Mask(label, self.words).over(value)
        return {name: self._named(name, item) for name, item in value.items()}

    def _named(self, name: str, value: Any) -> Any:
        label = self.labels.get(name)
        return self.over(value) if label is None else Mask(label, self.words).over(value)

    def _label(self, fields: Mapping[str, Any]) -> str | None:
        if says_exempt(fields):
            return label_of(fields)
        solved = fields.get("løser")
        names = [fields.get("id"), *(solved if isinstance(solved, list) else [solved])]
        return next((self.labels[name] for name in names if isinstance(name, str) and name in self.labels), None)


class MaskedRecord(Record):
    """A record of a file in which texts are left out, its own (by `mask`) or of what it holds."""

    __slots__ = ("_cover", "_mask", "_whole")

    def __init__(
        self, whole: Record, fields: dict[str, Any], parent: Record | None, mask: Mask | None, cover: Cover
    ) -> None:
        key = whole.key if mask is None else ""
        super().__init__(whole.kind, whole.id, fields, whole.path, whole.pointer, parent, key)
        self._mask = mask
        self._cover = cover
        self._whole = whole

    @property
    def withheld(self) -> str:
        """What is said in the place of its texts."""
        return "" if self._mask is None else self._mask.label

    @property
    def whole(self) -> Record:
        """The record as it stands in the file."""
        return self._whole

    def masked(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Leave out of the record's fields, as they were at another time, what is left out of it now."""
        found: dict[str, Any] = self._cover.over(fields) if self._mask is None else self._mask.over(fields)
        return found


def masked_at(value: Any, marks: Mapping[Pointer, Mask], pointer: Pointer = ()) -> Any:
    """Give a file's data with masks over what stands at some pointers; what holds none of them is the same object."""
    if pointer in marks:
        return marks[pointer].over(value)
    if isinstance(value, dict):
        new = {key: masked_at(item, marks, (*pointer, key)) for key, item in value.items()}
        return new if any(new[key] is not item for key, item in value.items()) else value
    if isinstance(value, list):
        row = [masked_at(item, marks, (*pointer, index)) for index, item in enumerate(value)]
        return row if any(one is not other for one, other in zip(row, value, strict=True)) else value
    return value
