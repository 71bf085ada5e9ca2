"""The vedtak that are written on a plan, as plain data; and whether its status lets it hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_NOT_YET = frozenset({"idé", "utkast", "på høring"})


def written_decisions(value: Any) -> list[tuple[tuple[int, ...], dict[str, Any]]]:
    """Give the vedtak of a field: where each stands in it, and what it says."""
    if isinstance(value, dict):
        return [((), value)]
    rows = enumerate(value) if isinstance(value, list) else ()
    return [((index,), row) for index, row in rows if isinstance(row, dict)]


def has_begun(plan: Mapping[str, Any]) -> bool:
    """Tell whether a plan has come further than a draft: reports judge by it in its period."""
    return plan.get("status") not in _NOT_YET
