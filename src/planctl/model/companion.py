"""The file beside a plan file that it names in `fil`: a table of values, of accounts or of vedtak."""

from __future__ import annotations

import posixpath

from planctl.model.planset import PlanSet
from planctl.model.record import Record


def path_named(root: Record) -> str:
    """Give the path of the table that a record names in `fil`; an empty text where it names none, or no CSV file."""
    name = root.get("fil")
    if not isinstance(name, str) or not name.lower().endswith(".csv"):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(root.path), name))


def companions(plans: PlanSet) -> dict[str, list[Record]]:
    """Give the files of the repository that plan files name, each with the roots that name it, in their order."""
    found: dict[str, list[Record]] = {}
    for record in plans.records:
        path = "" if record.pointer else path_named(record)
        if path and path != ".." and not path.startswith(("../", "/")):
            found.setdefault(path, []).append(record)
    return found
