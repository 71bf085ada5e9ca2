"""The plans' history, read from git along the first parents: one line of time, as the plans came into force."""

from __future__ import annotations

from pathlib import Path

from planctl.history.record_history import History, RecordHistory, Step

__all__ = ["History", "RecordHistory", "Step", "open_history"]


def open_history(root: Path, tip: str = "HEAD") -> History | None:
    """Open a folder's history up to a commit (its SHA); None outside git. Nothing is read yet."""
    from planctl.history.log import GitLog

    log = GitLog.open(root, tip)
    return History(log) if log is not None else None
