"""Two small municipalities in memory, held against each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from planctl.diff.apply import apply, book_of
from planctl.diff.compare import Side
from planctl.diff.run import Diff, compare
from planctl.i18n import Language
from planctl.load.files.revision import RevisionTree
from planctl.load.files.tree import Tree, WorkTree
from planctl.load.loader import Memo
from planctl.output.changes.json import rows
from planctl.output.changes.lines import lines
from planctl.output.changes.text import mark
from planctl.world import open_world
from support import TODAY, MemoryTree, base_files, book

Files = dict[str, str | bytes | None]


def side(files: Files, memo: Memo | None = None) -> Side:
    """Open files as one side of a diff."""
    tree = MemoryTree(files)
    return Side(open_world(tree, TODAY, lambda: TODAY, book(), memo), tree)


def laid(files: Files) -> Files:
    """Lay files over the small municipality."""
    start: Files = dict(base_files())
    return {**start, **files}


def held(old: Files, new: Files, *, memo: bool = True) -> Diff:
    """Hold two sets of files against each other; with a memo, as the command does."""
    shared: Memo | None = {} if memo else None
    return compare(side(old, shared), side(new, shared))


def as_json(diff: Diff) -> list[dict[str, Any]]:
    """Give the changes as they come out of the JSON text."""
    lang = Language("en")
    return json.loads(json.dumps(rows(diff.changes, diff.base.world, diff.head.world, lang)))


def told(diff: Diff, code: str = "en") -> list[str]:
    """Give every line, in words."""
    lang = Language(code)
    return [lang(line.words) for line in lines(diff, lang, book(), mark)]


def carried_rows(root: Path, changes: list[dict[str, Any]]) -> None:
    """Check that the changes of a JSON document carry HEAD's plan set to that of the files."""
    trees: list[Tree] = [RevisionTree(root, "HEAD"), WorkTree(root)]
    old, new = (book_of(open_world(tree, TODAY, lambda: TODAY, book()), tree) for tree in trees)
    assert apply(old, changes) == new
