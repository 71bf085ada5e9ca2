"""A file under check: its data, which is mended on the way, and where its values stand."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import Any

from planctl.load.schema.date_guess import in_year
from planctl.load.schema.ids_around import id_around
from planctl.load.schema.nearest import Guesses
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.yaml.positions import FilePositions, Locator
from planctl.model.period import parse_period
from planctl.source import Place, Pointer
from planctl.values import dataclass


@dataclass(frozen=True)
class CheckedFile:
    """The plain data of one file, the schemas, and the places of its values."""

    book: SchemaBook
    path: str
    data: Any
    locator: Locator
    guesses: Guesses = field(default_factory=Guesses)
    next_ids: dict[Pointer, str | None] = field(default_factory=dict)
    """The next free ids of the lists that have been asked for one, until a record of the list is mended."""

    @cached_property
    def year(self) -> int | None:
        """The first year of the file's period, else the year in its path; None without one."""
        period = parse_period(self.data.get("periode")) if isinstance(self.data, dict) else None
        return period.start.year if period else in_year(self.path)

    @property
    def positions(self) -> FilePositions:
        """Where the values stand."""
        return self.locator.file(self.path)

    def place(self, pointer: Pointer, *, key: bool = False) -> Place:
        """Give the place of a value, or of its key."""
        return Place(self.path, pointer, key=key)

    def at(self, pointer: Pointer) -> Any:
        """Return the value at a pointer."""
        here = self.data
        for part in pointer:
            here = here[part]
        return here

    def record(self, pointer: Pointer) -> str | None:
        """Return the id of the innermost record around a pointer."""
        return id_around(self.data, pointer)
