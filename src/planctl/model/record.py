"""A record: one plan, goal, measure, unit … as it stands in a file."""

from __future__ import annotations

from typing import Any

from planctl.source import Place, Pointer, field_of


class Record:
    """A record of a kind, its plain fields, and where it stands.

    `parent` is the record it is nested in, `plan` the record of its file's root,
    `field` the list of the parent that holds it (`delmål`, `tiltak` …). `key` is what it is called where it has no id,
    by fields that tell it from others of its kind, as the body and the day of a meeting; empty without such fields.
    """

    __slots__ = ("field", "fields", "id", "key", "kind", "parent", "path", "plan", "pointer")

    def __init__(
        self,
        kind: str,
        id_: str | None,
        fields: dict[str, Any],
        path: str,
        pointer: Pointer,
        parent: Record | None,
        key: str = "",
    ) -> None:
        self.kind = kind
        self.id = id_
        self.key = key
        self.fields = fields
        self.path = path
        self.pointer = pointer
        self.parent = parent
        self.plan: Record = parent.plan if parent is not None else self
        self.field = field_of(pointer)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id}>"

    @property
    def name(self) -> str:
        """The id, or for a record without one what else it is called, or the path of its file."""
        return self.id or self.key or self.path

    @property
    def is_row(self) -> bool:
        """Whether it stands in a table, a CSV file, where a field is a column."""
        return self.path.lower().endswith(".csv")

    @property
    def title(self) -> str:
        """The title as text; the name when there is none."""
        title = self.fields.get("tittel")
        return title if isinstance(title, str) and title else self.name

    @property
    def withheld(self) -> str:
        """What is said in the place of its texts, where they are left out; empty for most (`model/withheld.py`)."""
        return ""

    @property
    def whole(self) -> Record:
        """The record as it stands in the file, also where its texts are left out here."""
        return self

    def masked(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Leave out of the record's fields, as they were at another time, what is left out of it now."""
        return fields

    def get(self, field: str) -> Any:
        """Return a field's plain value, None when it is absent or empty."""
        return self.fields.get(field)

    def texts(self, field: str) -> list[str]:
        """Return a field as a list of texts: a list's texts, or a single text alone."""
        value = self.fields.get(field)
        if isinstance(value, str):
            return [value]
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    def place(self, *field: str | int) -> Place:
        """Give the place of a field's value (its key when empty), or of the record: its `id` key."""
        if field and field[0] in self.fields:
            return Place(self.path, (*self.pointer, *field), key=self.fields[str(field[0])] is None)
        if "id" in self.fields:
            return Place(self.path, (*self.pointer, "id"), key=True)
        return Place(self.path, self.pointer, key=True)

    def inherited(self, field: str) -> tuple[Any, Record | None]:
        """Return a field that is inherited down the tree, and the record that states it."""
        record: Record | None = self
        while record is not None:
            value = record.fields.get(field)
            if value is not None:
                return value, record
            record = record.parent
        return None, None
