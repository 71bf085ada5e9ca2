"""The mark that says that a record is exempt from public access, and the files that may hold such a mark unread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planctl.law.openness import exempt_by
from planctl.values import dataclass

FIELD = "unntatt"
"""The field that says that a record is exempt, and by which paragraph of law (`hjemmel`)."""


@dataclass(frozen=True, slots=True)
class Hiding:
    """What the files of a plan set that could not be read whole, and mark something as exempt, may hold.

    `files` are their paths, `ids` the ids that stand in them.
    """

    files: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    def with_file(self, path: str, ids: frozenset[str]) -> Hiding:
        """Add a file, and the ids that may stand in it."""
        return Hiding(self.files | {path}, self.ids | ids)

    def __or__(self, other: Hiding) -> Hiding:
        """Hide what either hides."""
        return Hiding(self.files | other.files, self.ids | other.ids)


NOTHING_HIDDEN = Hiding()


def says_exempt(value: Mapping[str, Any]) -> bool:
    """Tell whether a group of fields is marked as exempt; also where the mark is empty, or is written wrongly."""
    return FIELD in value


def label_of(value: Mapping[str, Any]) -> str:
    """Say by what a group of fields that is marked is exempt: «unntatt, offl. § 14», or «unntatt» alone."""
    mark = value.get(FIELD)
    return exempt_by(mark.get("hjemmel") if isinstance(mark, dict) else mark)
