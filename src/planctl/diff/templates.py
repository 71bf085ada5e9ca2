"""Templates of a repository's own reports that are new, changed or gone: they decide what a report says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from planctl.diff.change import Change, Kind
from planctl.findings.diagnostic import Severity
from planctl.load.files.tree import Tree
from planctl.source import START, Place

TEMPLATE = "mal"
"""The kind of a template, which is no record; its value is the SHA-256 of its bytes."""
_FOLDER = "templates"


@runtime_checkable
class _Folders(Protocol):
    """A tree that can list files that are no plans."""

    def below(self, folder: str) -> list[str]:
        """List every file below a folder."""


def templates(base: Tree, head: Tree) -> Iterator[Change]:
    """Give every template that differs, by path."""
    old, new = _sums(base), _sums(head)
    for path in sorted({*old, *new}):
        before, after = old.get(path), new.get(path)
        if before != after:
            place = Place(path, START)
            yield Change(
                Kind.CHANGED, path, TEMPLATE, None, before, after, Severity.WARNING,
                before=place if before else None, after=place if after else None,
            )  # fmt: skip


def _sums(tree: Tree) -> dict[str, str]:
    if not isinstance(tree, _Folders):
        return {}
    return {path: _sum(tree, path) for path in tree.below(_FOLDER)}


def _sum(tree: Tree, path: str) -> str:
    """Give the SHA-256 of a file; of one that cannot be read, of nothing."""
    try:
        data = tree.read(path)
    except OSError:
        data = b""
    return hashlib.sha256(data).hexdigest()
