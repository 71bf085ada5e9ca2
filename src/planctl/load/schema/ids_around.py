"""The id of the record that a place in a file's data stands in."""

from __future__ import annotations

from typing import Any

from planctl.source import Pointer


def id_around(data: Any, pointer: Pointer) -> str | None:
    """Return the id of the innermost record around a pointer into plain data; None without one."""
    here, found = data, None
    for part in (*pointer, None):
        if isinstance(here, dict) and isinstance(here.get("id"), str):
            found = here["id"]
        if isinstance(here, dict):
            here = here.get(part)
        elif isinstance(here, list) and isinstance(part, int):
            here = here[part]
    return found
