"""Git's merge driver for plan files: by record and field, else git's own line merge."""

from __future__ import annotations

import subprocess
from pathlib import Path

from planctl.files import write_file
from planctl.load.files.git import GitError, git
from planctl.merge.conflict import Markers
from planctl.merge.three_way import merge

CLEAN, CONFLICT, FAILED = 0, 1, 255
_STYLES_WITH_BASE = ("diff3", "zdiff3")


def drive(base: Path, ours: Path, theirs: Path, path: str, size: int = 7) -> int:
    """Merge three files into `ours`, as git asks a driver to; return git's exit code for it."""
    merged = _by_record(base, ours, theirs, path, size)
    if merged is None:
        return _by_line(base, ours, theirs, size)
    data, conflicts = merged
    write_file(ours, data)
    return CONFLICT if conflicts else CLEAN


def _by_record(base: Path, ours: Path, theirs: Path, path: str, size: int) -> tuple[bytes, int] | None:
    """Merge by record and field; None for whatever fails on the way."""
    try:
        markers = Markers(size, base=_style() in _STYLES_WITH_BASE)
        merged = merge(path, base.read_bytes(), ours.read_bytes(), theirs.read_bytes(), markers)
    except Exception:  # noqa: BLE001  (whatever planctl fails on, git merges by lines)
        return None
    return None if merged is None else (merged.data, merged.conflicts)


def _by_line(base: Path, ours: Path, theirs: Path, size: int) -> int:
    names = ("-L", "ours", "-L", "base", "-L", "theirs")
    command = ["git", "merge-file", f"--marker-size={size}", *names, "--", str(ours), str(base), str(theirs)]
    done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    return done.returncode if done.returncode in (CLEAN, FAILED) else CONFLICT


def _style() -> str:
    try:
        return git(Path(), "config", "--get", "merge.conflictStyle").decode().strip()
    except GitError:
        return ""
