"""Records and plain data with masks in the place of what is exempt from public access."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planctl.model.exempt import label_of, says_exempt
from planctl.model.record import Record
from planctl.model.withheld import Mask, Words
from planctl.source import Pointer
from planctl.values import dataclass


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
