"""What the records of one version of a file said: any group with an id, without the records inside it."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from planctl.history.log import Log
from planctl.load.files.tree import MAX_BYTES
from planctl.load.reading import parse
from planctl.load.schema.schema_book import SchemaBook
from planctl.model.record import Record
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """A record at one time: its own fields, and the id of the record it stood in."""

    id: str
    fields: dict[str, Any]
    inside: str | None


def own_fields(fields: dict[str, Any]) -> dict[str, Any]:
    """Give a record's own fields: the records inside it are left out."""
    return {name: kept for name, value in fields.items() if (kept := _own(value)) is not _GONE}


_GONE = object()


def _own(value: Any) -> Any:
    if isinstance(value, dict):
        return _GONE if isinstance(value.get("id"), str) else own_fields(value)
    if isinstance(value, list):
        kept = [item for item in map(_own, value) if item is not _GONE]
        return _GONE if value and not kept else kept
    return value


def states(path: str, data: bytes, root: Record | None = None, book: SchemaBook | None = None) -> dict[str, State]:
    """Read the records of a file's bytes by id; one that cannot be read has none.

    The rows of a table are read as they are for the plan file (`root`) that names it, by the schemas of `book`.
    """
    if len(data) > MAX_BYTES:
        return {}
    found: dict[str, State] = {}
    _collect(_read(path, data, root, book), None, found)
    return found


def _read(path: str, data: bytes, root: Record | None, book: SchemaBook | None) -> Any:
    if not path.lower().endswith(".csv"):
        return parse(path, data)[0]
    if root is None or book is None:
        return None
    from planctl.load.tables.record_rows import rows_of

    return rows_of(root, book, path, data)


def _collect(value: Any, inside: str | None, found: dict[str, State]) -> None:
    if isinstance(value, dict):
        name = value.get("id")
        if isinstance(name, str) and name:
            found.setdefault(name, State(name, own_fields(value), inside))
            inside = name
        for item in value.values():
            _collect(item, inside, found)
    elif isinstance(value, list):
        for item in value:
            _collect(item, inside, found)


def names_of(state: State) -> list[str]:
    """Give the ids that a record may have had: its own, then the former ones it lists."""
    former = state.fields.get("tidligere_id")
    listed = [former] if isinstance(former, str) else former if isinstance(former, list) else []
    return [state.id, *(name for name in listed if isinstance(name, str))]


@dataclass()
class Versions:
    """Every version of every file, read and parsed at most once; `book` tells what the rows of tables are."""

    log: Log
    book: SchemaBook = field(default_factory=SchemaBook)
    _bytes: dict[str, bytes] = field(default_factory=dict)
    _states: dict[tuple[str, Record | None], dict[str, State]] = field(default_factory=dict)

    def fetch(self, blobs: set[str]) -> None:
        """Read many versions in one process."""
        wanted = sorted(blobs - self._bytes.keys())
        self._bytes.update(self.log.read(wanted))

    def bytes(self, blob: str) -> bytes:
        """Return a version's bytes."""
        self.fetch({blob})
        return self._bytes[blob]

    def of(self, blob: str | None, path: str, root: Record | None = None) -> dict[str, State]:
        """Return the records of a version by id; those of a table as they are for the plan file that names it now."""
        if blob is None:
            return {}
        key = blob, root if path.lower().endswith(".csv") else None
        if key not in self._states:
            self._states[key] = states(path, self.bytes(blob), key[1], self.book)
        return self._states[key]
