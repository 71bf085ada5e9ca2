"""Files in which no deadline can have been moved, told without reading them as YAML."""

from __future__ import annotations

import re

from planctl.history.record_history import History

_TELLS = re.compile(rb"^.*(?:\d{4}|id|frist).*$", re.MULTILINE)
"""The lines that can give a deadline or say whose it is: a year, an id, or the field itself."""


def has_unmoved_deadlines(history: History, path: str) -> bool:
    """Tell whether every version of a file, up to the one that is loaded, surely gives the same deadlines.

    A file made in a step that changed or removed others may hold records that stood in them, and is not sure.
    """
    told: set[tuple[bytes, ...]] = set()
    for index, change in history.by_path.get(path, ()):
        others = (other for other in history.log.changes[index] if other is not change)
        if change.after is None or (change.before is None and any(other.before for other in others)):
            return False
        blobs = [blob for blob in (change.before, change.after) if blob is not None]
        told |= {tuple(_TELLS.findall(history.versions.bytes(blob))) for blob in blobs}
        if len(told) > 1:
            return False
    return len(told) == 1 and not history.log.pending(path)
