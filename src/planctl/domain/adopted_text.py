"""What a plan said while it was adopted, found in git: the text that a plan under revision comes back to."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from planctl.load.files.tree import Entry, Listing
from planctl.load.loader import load
from planctl.load.schema.schema_book import SchemaBook
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.history import History
    from planctl.history.log import Commit


@dataclass(frozen=True, slots=True)
class AdoptedText:
    """A plan's file alone, as it last stood with the status vedtatt, and the commit that ended that."""

    plans: PlanSet
    until: Commit


@dataclass(frozen=True, slots=True)
class _OneFile:
    """A tree of a single file."""

    path: str
    data: bytes

    def walk(self) -> Listing:
        """List the file."""
        return Listing(files=[Entry(self.path, self.path, len(self.data))])

    def read(self, path: str) -> bytes:
        """Return the file's bytes; raise OSError for any other path."""
        if path != self.path:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return self.data


def adopted_text(plan: Record, history: History, book: SchemaBook) -> AdoptedText | None:
    """Find what a plan that is not adopted said when it last was; None when the history does not tell."""
    for step in history.record_history(plan).steps:
        if step.commit is None or step.before is None or step.before.fields.get("status") != "vedtatt":
            continue
        path = step.former_path or step.path
        blob = next(change.before for change in history.log.changes[step.index] if change.path == path)
        if blob is not None:
            return AdoptedText(load(_OneFile(path, history.versions.bytes(blob)), book).plans, step.commit)
    return None
