"""`--fix`: mend what can be mended by itself, as edits of the text; comments and layout stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from planctl.diagnostic import Diagnostic
from planctl.edits import apply
from planctl.load.reading import parse
from planctl.load.tree import Listing, Tree
from planctl.source import Edit

ROUNDS = 10


@dataclass(slots=True)
class Mended:
    """The new text of each file that changes, the text it had, and how many findings were mended."""

    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    count: int = 0


class Overlay:
    """A tree with some files' contents replaced; nothing is written."""

    def __init__(self, tree: Tree, files: dict[str, bytes]) -> None:
        self._tree = tree
        self._files = files

    def walk(self) -> Listing:
        """List the tree's own files."""
        return self._tree.walk()

    def read(self, path: str) -> bytes:
        """Return the replaced content of a file, else the tree's own."""
        return self._files[path] if path in self._files else self._tree.read(path)


def mend(tree: Tree, check: Callable[[Tree], Iterable[Diagnostic]], *, unsafe: bool = False) -> Mended:
    """Apply the fixes of a tree's diagnostics until none is left; `check` gives the diagnostics of a tree.

    One mended mistake may lay bare the next, so it goes in rounds. A file's edits are taken back
    when they would leave it unreadable.
    """
    done = Mended()
    given_up: set[str] = set()
    for _ in range(ROUNDS):
        edits = _edits(check(Overlay(tree, done.after)), unsafe=unsafe)
        changed = 0
        for path, rows in sorted(edits.items()):
            if path not in given_up:
                changed += _mend_file(tree, path, rows, done, given_up)
        if not changed:
            break
    done.after = {path: data for path, data in done.after.items() if data != done.before[path]}
    return done


def _edits(diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> dict[str, list[Edit]]:
    found: dict[str, list[Edit]] = {}
    for item in diagnostics:
        if item.edit is not None and (item.edit.safe or unsafe):
            found.setdefault(item.location.path, []).append(item.edit)
    return found


def _mend_file(tree: Tree, path: str, edits: list[Edit], done: Mended, given_up: set[str]) -> int:
    before = done.after[path] if path in done.after else tree.read(path)
    text, count = apply(before.decode("utf-8"), edits)
    after = text.encode("utf-8")
    value, problems = parse(path, after)
    if not count or (value is None and problems):
        given_up.add(path)
        return 0
    done.before.setdefault(path, before)
    done.after[path] = after
    done.count += count
    return count
