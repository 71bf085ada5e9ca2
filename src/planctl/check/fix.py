"""`--fix`: mend what can be mended by itself, as edits of the text; comments and layout stay.

A fix counts as made when it made things better: the finding is gone, and no new error stands where the fix was put,
other than one on the planner's own words that it laid bare. A fix that fails this is undone, and told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field

from planctl.findings.diagnostic import Diagnostic, Severity
from planctl.findings.edits import apply, between
from planctl.load.files.tree import Listing, Tree
from planctl.load.tables.csv_bytes import encoding_of
from planctl.source import Edit, Span
from planctl.values import dataclass

ROUNDS = 10
_OF_THE_FILE, _OF_FORM = "0", ("0", "1")


@dataclass(slots=True)
class Mended:
    """The new text of each file that changes, the text it had, how many findings were mended, and which were not.

    `left` are the findings whose fix was undone.
    """

    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    count: int = 0
    left: list[Diagnostic] = field(default_factory=list)


class Overlay:
    """A tree with some files' contents replaced; nothing is written."""

    def __init__(self, tree: Tree, files: Mapping[str, bytes]) -> None:
        self._tree = tree
        self._files = files

    def walk(self) -> Listing:
        """List the tree's own files."""
        return self._tree.walk()

    def read(self, path: str) -> bytes:
        """Return the replaced content of a file, else the tree's own."""
        return self._files[path] if path in self._files else self._tree.read(path)


@dataclass(slots=True)
class _Attempt:
    """The fixes of one file, tried together: its text before and after, and where each fix stands now."""

    path: str
    before: str
    after: str
    encoding: str
    placed: list[tuple[Diagnostic, Edit, Span]]


def mend(tree: Tree, check: Callable[[Tree], Iterable[Diagnostic]], *, unsafe: bool = False) -> Mended:
    """Apply the fixes of a tree's diagnostics until none is left; `check` gives the diagnostics of a tree.

    One mended mistake may lay bare the next, so it goes in rounds.
    """
    done = Mended()
    refused: set[tuple[str, str, Edit | str, str]] = set()
    found = list(check(tree))
    for _ in range(ROUNDS):
        here = Overlay(tree, done.after)
        rows = [item for item in _wanted(found, unsafe=unsafe) if not refused or _mark(here, item) not in refused]
        attempts = _attempts(here, rows)
        if not attempts:
            break
        tried = {one.path: one.after.encode(one.encoding) for one in attempts}
        now = list(check(Overlay(tree, {**done.after, **tried})))
        bad = [item for one in attempts for item in _made_worse(one, found, now)]
        refused |= {_mark(here, item) for item in bad}
        if bad:
            continue
        found = now
        for one in attempts:
            done.before.setdefault(one.path, one.before.encode(one.encoding))
            done.after[one.path] = tried[one.path]
            done.count += len(one.placed)
    done.after = {path: data for path, data in done.after.items() if data != done.before[path]}
    if refused:
        here = Overlay(tree, done.after)
        done.left = [item for item in _wanted(found, unsafe=unsafe) if _mark(here, item) in refused]
    return done


def _wanted(found: Iterable[Diagnostic], *, unsafe: bool) -> list[Diagnostic]:
    return [item for item in found if item.edit is not None and (item.edit.safe or unsafe)]


def _mark(tree: Tree, item: Diagnostic) -> tuple[str, str, Edit | str, str]:
    """Tell a fix apart from others, also when lines above it have come or gone."""
    path, edit = item.location.path, item.edit
    if edit is None:
        return path, item.code, "", ""
    text, _ = _read(tree, path)
    line = between(text, Span(edit.span.line, 1, edit.span.end_line, edit.span.end_column))
    return path, item.code, edit.text, line


def _attempts(tree: Tree, wanted: Iterable[Diagnostic]) -> list[_Attempt]:
    """Put the fixes of each file into its text; files that stay as they are give none."""
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    for item in wanted:
        by_path[item.location.path].append(item)
    found = []
    for path, items in sorted(by_path.items()):
        edits = {item.edit: item for item in items if item.edit is not None}
        before, encoding = _read(tree, path)
        after, placed = apply(before, edits)
        if placed:
            rows = [(edits[edit], edit, span) for edit, span in placed]
            found.append(_Attempt(path, before, after, encoding, rows))
    return found


def _read(tree: Tree, path: str) -> tuple[str, str]:
    data = tree.read(path)
    encoding = encoding_of(data) if path.lower().endswith(".csv") else "utf-8"
    return data.decode(encoding), encoding


def _made_worse(one: _Attempt, before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Give the findings of a file whose fixes failed; all of them when it can be read less well than before."""
    was = [item for item in before if item.location.path == one.path]
    now = [item for item in after if item.location.path == one.path]
    unread = Counter(item.code for item in now if item.code.startswith(_OF_THE_FILE))
    unread.subtract(item.code for item in was)
    if not any(item.code.startswith(_OF_THE_FILE) for item, _, _ in one.placed) and max(unread.values(), default=0) > 0:
        return [item for item, _, _ in one.placed]
    known = Counter(map(_words, was))
    rest = Counter(map(_words, now))
    rest.subtract(known)
    rest.update(_words(item) for item, _, _ in one.placed)
    return [
        item
        for item, edit, span in one.placed
        if any(_fails(one, item, edit, span, new, is_new=_words(new) not in known) for new in now)
        or (rest[_words(item)] > 0 and not _overlap(item.location.span, edit.span))
    ]


def _words(item: Diagnostic) -> tuple[str, str, str]:
    return item.code, item.message.msgid, str(item.message.params)


def _fails(one: _Attempt, item: Diagnostic, edit: Edit, span: Span, other: Diagnostic, *, is_new: bool) -> bool:
    """Tell whether another finding stands where a fix was put, and speaks of what the fix wrote.

    On words that the fix kept as they were, and only on part of what it wrote, it is laid bare. So is what a rule
    says of a value that can be read, where the fix is no guess.
    """
    if not _overlap(other.location.span, span):
        return False
    faulted = between(one.after, other.location.span)
    if _inside(other.location.span, span) and faulted in between(one.before, edit.span):
        return False
    if other.code == item.code:
        return True
    means_another = other.code.startswith(_OF_FORM) or not edit.safe
    return is_new and other.severity is Severity.ERROR and means_another


def _overlap(one: Span, other: Span) -> bool:
    return (one.line, one.column) <= (other.end_line, other.end_column) and (other.line, other.column) < (
        one.end_line, one.end_column
    )  # fmt: skip


def _inside(inner: Span, outer: Span) -> bool:
    begins = (outer.line, outer.column) <= (inner.line, inner.column)
    return inner != outer and begins and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
