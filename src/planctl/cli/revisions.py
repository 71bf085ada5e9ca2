"""The two sides that a user names: revisions of git, resolved safely, or the files as they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from planctl.cli.base import AUTO, NoBase, find_base
from planctl.cli.session import ExitError
from planctl.history import History
from planctl.i18n import T, Text
from planctl.load.files.git import Blobs, GitError, git
from planctl.load.files.repository import Gap, Lack, bare, gap
from planctl.load.files.revision import RevisionTree
from planctl.load.files.tree import Tree, WorkTree
from planctl.load.schema.schema_book import SchemaBook
from planctl.output.clean import clean
from planctl.values import dataclass

_SHOWN = 7


@dataclass(frozen=True, slots=True)
class End:
    """One side: its files, the commit (None for the files as they stand), and the words the user chose."""

    tree: Tree
    commit: str | None
    name: str

    @property
    def shown(self) -> str:
        """Name the side with its commit."""
        short = (self.commit or "")[:_SHOWN]
        return (
            self.name if not short or (self.commit and self.commit.startswith(self.name)) else f"{self.name} ({short})"
        )


def ends(root: Path, words: str | None, here: str, environ: Mapping[str, str]) -> tuple[End, End]:
    """Read `BASE`, `BASE..HEAD` or `BASE...HEAD`; without any, HEAD against the files as they stand.

    BASE may be `auto`: what the build server of the environment gives.
    """
    text = words or "HEAD"
    dots = "..." if "..." in text else ".." if ".." in text else ""
    if not dots:
        without_files = bare(root)
        if without_files is not None:
            raise ExitError(without_files.words)
        return _base(root, text, environ), End(WorkTree(root), None, here)
    left, _, right = text.partition(dots)
    blobs = Blobs(root)
    base, head = _base(root, left or "HEAD", environ, blobs), revision(root, right or "HEAD", blobs)
    if dots == "...":
        base = _common(root, base, head, blobs)
    return base, head


def _base(root: Path, name: str, environ: Mapping[str, str], blobs: Blobs | None = None) -> End:
    """Resolve the revision to compare with, which `auto` lets the build server name."""
    if name != AUTO:
        return revision(root, name, blobs)
    found = find_base(root, name, environ)
    if isinstance(found, NoBase):
        raise ExitError(T("There is nothing to compare with: {reason}. {hint}", reason=found.reason, hint=found.hint))
    return _shortened(revision(root, found, blobs))


def _shortened(end: End) -> End:
    """Name a side that nobody has named by its commit, as people write it."""
    return replace(end, name=(end.commit or "")[:_SHOWN])


def revision(root: Path, name: str, blobs: Blobs | None = None) -> End:
    """Resolve a revision; options are never taken for revisions."""
    try:
        if "\0" in name or name.startswith("-"):
            raise GitError(T("There is no revision «{revision}»", revision=clean(name)))
        tree = RevisionTree(root, name, blobs)
    except GitError as error:
        raise ExitError(_told(root, clean(name), error)) from None
    return End(tree, tree.commit, clean(name))


def history_of(
    root: Path, end: End, book: SchemaBook, later: Callable[[], History | None] | None = None
) -> Callable[[], History | None]:
    """Give what opens the history of a side, once and when it is asked for; that of a `later` side may hold it."""
    from planctl.history import open_history

    def opened() -> History | None:
        known = later() if later is not None and end.commit is not None else None
        found = known.until(end.commit) if known is not None and end.commit is not None else None
        return found or open_history(root, end.commit or "HEAD", book)

    return cache(opened)


def _common(root: Path, base: End, head: End, blobs: Blobs) -> End:
    try:
        commit = git(root, "merge-base", base.commit or "", head.commit or "").decode().strip()
    except GitError as error:
        message = T("«{base}» and «{head}» have no history in common", base=base.name, head=head.name)
        raise ExitError(_with_gap(message, gap(root))) from error
    return base if commit == base.commit else End(RevisionTree(root, commit, blobs), commit, base.name)


def _told(root: Path, name: str, error: GitError) -> Text:
    """Say why a revision cannot be read: the state of the repository explains it, or the name does."""
    found = gap(root)
    known = found is None or found.lack is Lack.SHALLOW
    return _with_gap(error.message if known else T("There is no revision «{revision}»", revision=name), found)


def _with_gap(message: Text, found: Gap | None) -> Text:
    """Add why, and what to do, where git does not know all."""
    return message if found is None else T("{message}: {why}", message=message, why=found.words)
