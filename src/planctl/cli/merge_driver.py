"""`planctl merge-driver`: what git runs to merge a plan file."""

from __future__ import annotations

from pathlib import Path

from planctl.cli.session import Session
from planctl.merge.driver import drive


def merge_driver(session: Session, base: Path, ours: Path, theirs: Path, path: str, size: int) -> int:
    """Merge three files into `ours`; exit 0 when clean, 1 with conflict markers."""
    folder = session.folder
    return drive(folder / base, folder / ours, folder / theirs, path, size)
