"""A record without an id in one version of a file: the file's root, or one that some of its fields name, as a møte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from planctl.history.log import Change
from planctl.history.states import State, Versions, own_fields
from planctl.load.files.tree import MAX_BYTES
from planctl.load.reading import parse
from planctl.model.record import Record
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Finds a record without an id in versions of files; `names` are the fields that its key is made of."""

    record: Record
    names: tuple[str, ...]
    versions: Versions

    @property
    def state(self) -> State:
        """What the record says now."""
        return self._state(self.record.fields)

    def find(self, blob: str | None, path: str) -> State | None:
        """Find the record in a version; None where it is not there, or the version cannot be read."""
        data = self.versions.bytes(blob) if blob is not None else b""
        if not data or len(data) > MAX_BYTES or path.lower().endswith(".csv"):
            return None
        whole = parse(path, data)[0]
        if not isinstance(whole, dict):
            return None
        if self.record.parent is None:
            return self._state(whole) if whole.get("type") == self.record.get("type") else None
        wanted = [self.record.get(name) for name in self.names]
        rows = (row for row in _rows(whole, self.record.field) if [row.get(name) for name in self.names] == wanted)
        row = next(rows, None)
        return self._state(row) if row is not None else None

    def before(self, state: State, path: str, change: Change, others: Iterable[Change]) -> tuple[State | None, str]:
        """Find the record before a step: in its own file, else in one that the step took away."""
        found = self.find(change.before, path)
        if found is not None or change.before is not None:
            return found, path
        gone = [other for other in others if other.before is not None and other.after is None]
        for other in sorted(gone, key=lambda other: other.before != change.after):
            was = self.find(other.before, other.path)
            if was is not None and (self.record.parent is not None or was.fields == state.fields):
                return was, other.path
        return None, path

    def _state(self, fields: dict[str, Any]) -> State:
        parent = self.record.parent
        return State(self.record.name, own_fields(fields), parent.id if parent is not None else None)


def unnamed(record: Record, key_fields: tuple[tuple[str, ...], ...], versions: Versions) -> Unnamed | None:
    """Make the finder of a record without an id; None where nothing tells it from others of its kind."""
    if record.parent is None:
        return Unnamed(record, (), versions)
    keys = (names for names in key_fields if " ".join(str(record.get(name)) for name in names) == record.key)
    names = next(keys, ())
    return Unnamed(record, names, versions) if names else None


def _rows(value: Any, field: str) -> Iterator[dict[str, Any]]:
    """Yield the groups of every list with a name."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == field and isinstance(inner, list):
                yield from (row for row in inner if isinstance(row, dict))
            yield from _rows(inner, field)
    elif isinstance(value, list):
        for inner in value:
            yield from _rows(inner, field)
