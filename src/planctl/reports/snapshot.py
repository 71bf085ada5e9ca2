"""The figures that a report is made of, as plain data: the same plans give the same snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from planctl.i18n import Text

VERSION = 1
_FROZEN_BEFORE = frozenset({"paragraphs", "where", "width"})
"""Fields that are no figures, and that earlier snapshots hold all the same."""


def snapshot(reports: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Give the views of some reports, by name, as data for JSON; texts of planctl's own are left out."""
    return {"planctl": "snapshot", "version": VERSION, "reports": {name: plain(view) for name, view in reports}}


def plain(value: Any) -> Any:
    """Turn a view into plain data: a date as text, a number as it is written, a judgement by its name."""
    match value:
        case None | bool() | str():
            return value
        case Enum():
            return value.name
        case int():
            return value
        case Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case Text():
            return value.msgid
        case tuple() | list():
            return [plain(item) for item in value]
        case dict():
            return {str(key): plain(item) for key, item in value.items()}
        case _ if is_dataclass(value):
            kept = [field.name for field in fields(value) if field.metadata.get("frozen", True)]
            return {name: plain(getattr(value, name)) for name in kept}
        case _:
            return str(value)


def differences(before: Any, now: Any, place: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Yield where two snapshots differ: the place, what stood there, and what stands there now."""
    if isinstance(before, dict) and isinstance(now, dict):
        for key in sorted((before.keys() - _FROZEN_BEFORE) | now.keys()):
            yield from differences(before.get(key), now.get(key), f"{place}.{key}" if place else key)
    elif isinstance(before, list) and isinstance(now, list):
        old, new = _keyed(before), _keyed(now)
        for key in dict.fromkeys([*old, *new]):
            yield from differences(old.get(key), new.get(key), f"{place}[{key}]")
    elif before != now and not (_is_empty(before) and _is_empty(now)):
        yield place, before, now


def _is_empty(value: Any) -> bool:
    """Tell whether nothing stands somewhere: a list that a later planctl has added is empty in an earlier snapshot."""
    return value is None or value == []


def _keyed(rows: list[Any]) -> dict[str, Any]:
    """Name a list's rows by what they are, so that one that is new does not shift all that follow."""
    found: dict[str, Any] = {}
    for index, row in enumerate(rows):
        name = ""
        if isinstance(row, dict):
            name = next((str(row[key]) for key in ("id", "name", "title", "unit", "label") if row.get(key)), "")
        key = name or str(index)
        found[key if key not in found else f"{key}#{index}"] = row
    return found
