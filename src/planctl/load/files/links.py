"""Links on the way to a folder of plans: a revision may have had another folder at the same path."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from planctl.load.files.git import git
from planctl.load.files.repository import top_of

_LINK = b"120000"
_MOST = 40
"""Links that are followed, as many as the operating system follows."""


def rerouted(root: Path, commit: str) -> str | None:
    """Give the first link on the way to `root`, below the top of its repository, where a commit had something else.

    A path that the commit did not have at all is no other folder. Raise GitError when git does not read the commit.
    """
    top = top_of(root)
    if top is None:
        return None
    for name, target in _links(root, top):
        found = git(top, "ls-tree", "-z", commit, "--", name).split(b"\0")[0]
        if found and not _is_link(top, found, target):
            return name
    return None


def _is_link(top: Path, row: bytes, target: Path) -> bool:
    mode, _, sha = row.partition(b"\t")[0].split()
    return mode == _LINK and Path(os.fsdecode(git(top, "cat-file", "blob", sha.decode()))) == target


def _links(root: Path, top: Path) -> Iterator[tuple[str, Path]]:
    """Give each link that is followed from `top` to `root`: its path below `top`, and where it leads."""
    way = list(Path(os.path.abspath(root)).parts)
    here, followed = Path(way.pop(0)), 0
    while way:
        part = way.pop(0)
        step = here.parent if part == ".." else here / part
        if not step.is_symlink() or followed == _MOST:
            here = step
            continue
        followed += 1
        target = step.readlink()
        if step.is_relative_to(top):
            yield step.relative_to(top).as_posix(), target
        parts = list(target.parts)
        if target.is_absolute():
            here = Path(parts.pop(0))
        way[:0] = parts
