"""The plans' history, read from git along the first parents: one line of time, as the plans came into force."""

from __future__ import annotations

from pathlib import Path

from planctl.history.record_history import History, RecordHistory, Step
from planctl.history.states import Versions
from planctl.load.schema.schema_book import SchemaBook

__all__ = ["History", "RecordHistory", "Step", "open_history"]


def open_history(root: Path, tip: str = "HEAD", book: SchemaBook | None = None) -> History | None:
    """Open a folder's history up to a commit (its SHA); None outside git. Nothing is read yet.

    `book` holds the schemas that rows of tables are read by, if not the shipped ones.
    """
    from planctl.history.log import GitLog

    log = GitLog.open(root, tip)
    return History(log, Versions(log, book or SchemaBook())) if log is not None else None
