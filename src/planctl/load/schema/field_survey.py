"""What the schemas say of fields by their names alone, whichever record they stand in: one walk through them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from planctl.load.schema.json_schema import Schema

_BOUND = frozenset({"enum", "const", "pattern", "format", "x-viser-til"})


class FieldSurvey:
    """The fields of some schemas; `resolve` follows a `$ref`."""

    def __init__(self, schemas: Iterable[Schema], resolve: Callable[[Schema], Schema]) -> None:
        self._schemas = tuple(schemas)
        self._resolve = resolve

    @cached_property
    def _items(self) -> tuple[tuple[str, Schema], ...]:
        """Each field with what a value of it, or an item of its list, is to be."""
        return tuple(self._walk(self._schemas))

    def _walk(self, value: Any) -> Iterator[tuple[str, Schema]]:
        if isinstance(value, dict):
            for name, schema in value.get("properties", {}).items():
                whole = self._resolve(schema)
                yield name, self._resolve(whole.get("items", whole))
            value = value.values()
        elif not isinstance(value, (list, tuple)):
            return
        for inner in value:
            yield from self._walk(inner)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all fields."""
        return frozenset(name for name, _ in self._items)

    @cached_property
    def statuses(self) -> tuple[str, ...]:
        """The values that a `status` can have, in any kind of record or report."""
        return tuple(
            dict.fromkeys(word for name, item in self._items if name == "status" for word in item.get("enum", ()))
        )

    @cached_property
    def free_texts(self) -> frozenset[str]:
        """The names of fields that hold a text, or a list of texts, in a person's own words."""
        return frozenset(
            name for name, item in self._items if item.get("type") == "string" and not _BOUND & item.keys()
        )

    @cached_property
    def choices(self) -> dict[str, frozenset[str]]:
        """The words that fields let choose among, by the fields' names; none of one that does not."""
        found: dict[str, frozenset[str]] = {}
        for name, item in self._items:
            words = [item["const"]] if "const" in item else item.get("enum", ())
            found[name] = found.get(name, frozenset()).union(word for word in words if isinstance(word, str))
        return found

    @cached_property
    def references(self) -> frozenset[str]:
        """The names of fields that name records, in some kind of file."""
        return frozenset(name for name, item in self._items if "x-viser-til" in item)
