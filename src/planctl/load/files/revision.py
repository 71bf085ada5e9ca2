"""A git revision as a tree of files: blobs through git's plumbing, no checkout."""

from __future__ import annotations

import errno
import os
import posixpath
from pathlib import Path

from planctl.load.files.git import Blobs, git, resolve
from planctl.load.files.ignore import Ignore
from planctl.load.files.tree import (
    CONFIG_NAME,
    MAX_BYTES,
    YAML_ENDINGS,
    Entry,
    Listing,
    OutsideError,
    Unread,
    leads_out,
    may_hold_plans,
    nfc,
    too_big,
)
from planctl.values import dataclass

_LINK = "120000"
_READ_ENDINGS = (*YAML_ENDINGS, ".csv", ".gitignore")


@dataclass(frozen=True, slots=True)
class _Blob:
    path: str
    mode: str
    sha: str
    size: int


class RevisionTree:
    """The plan files of a folder as they stood at a revision, by the same choices as a work tree's.

    Trees of one repository may share their `blobs`. `lacking` are the listed files that the repository has lost.
    """

    def __init__(self, root: Path, revision: str, blobs: Blobs | None = None) -> None:
        self.root = root
        self.commit = resolve(root, revision)
        self.lacking: frozenset[str] = frozenset()
        self._found: dict[str, _Blob] = {}
        self._bytes = blobs or Blobs(root)

    def walk(self) -> Listing:
        """List the plan files in path order; ignored files, dot-folders and nested repositories are left out."""
        blobs = self._list()
        outer = self._outer_folders(blobs)
        ignores = self._ignores(blobs)
        listing = Listing()
        known: dict[str, Ignore | None] = {}
        for blob in blobs:
            top = next((folder for folder in _parents(blob.path) if folder in outer), None)
            ignore = _ignore_of(blob.path.rpartition("/")[0], ignores, known)
            if _hidden(blob.path) or ignore is None or ignore.covers(blob.path, folder=False):
                continue
            if top is not None:
                if blob.path == f"{top}/{CONFIG_NAME}":
                    listing.nested.append(nfc(top))
            elif blob.mode == _LINK:
                if may_hold_plans(blob.path) and leads_out(blob.path, self._target(blob)):
                    listing.unread.append(Unread(nfc(blob.path)))
                elif blob.path.lower().endswith(YAML_ENDINGS) or self._leads_to_plans(blob):
                    listing.unread.append(Unread(nfc(blob.path), linked=True))
            elif blob.path.lower().endswith(YAML_ENDINGS):
                listing.files.append(Entry(blob.path, nfc(blob.path), blob.size))
        listing.sort()
        return listing

    def below(self, folder: str) -> list[str]:
        """List every file below a folder, also such as are no plans; links are left out."""
        if not self._found:
            self._list()
        inside = (path for path, blob in self._found.items() if blob.mode != _LINK)
        return sorted(path for path in inside if path.startswith(f"{folder}/"))

    def read(self, path: str) -> bytes:
        """Return a file's bytes at the revision; raise OSError when it is not there."""
        if not self._found:
            self._list()
        blob = self._found.get(path)
        if blob is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        if blob.mode == _LINK:
            if leads_out(path, self._target(blob)):
                raise OutsideError(errno.EXDEV, os.strerror(errno.EXDEV), path)
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
        if blob.size > MAX_BYTES:
            raise too_big(path)
        return self._bytes[blob.sha]

    def _target(self, blob: _Blob) -> str:
        """Return where a link leads; nowhere when the repository lacks it."""
        return self._bytes[blob.sha].decode(errors="replace") if blob.sha in self._bytes else ""

    def _leads_to_plans(self, link: _Blob) -> bool:
        """Tell whether a link leads to a folder that plan files stand below."""
        folder = posixpath.normpath(posixpath.join(posixpath.dirname(link.path), self._target(link)))
        below = "" if folder == "." else f"{nfc(folder)}/"
        return any(path.startswith(below) and path.lower().endswith(YAML_ENDINGS) for path in self._found)

    def _list(self) -> list[_Blob]:
        """List every file of the revision, and read those that may be wanted in one process."""
        rows = git(self.root, "ls-tree", "-r", "-l", "-z", self.commit).decode("utf-8", errors="surrogateescape")
        blobs = []
        for row in filter(None, rows.split("\0")):
            meta, _, path = row.partition("\t")
            mode, kind, sha, size = meta.split()
            if kind == "blob":
                blobs.append(_Blob(path, mode, sha, int(size) if size.isdigit() else 0))  # «BAD» when it is lacking
        blobs.sort(key=lambda blob: (nfc(blob.path), blob.path != nfc(blob.path)))
        for blob in blobs:
            self._found.setdefault(nfc(blob.path), blob)
        wanted = [
            blob.sha
            for blob in blobs
            if blob.mode == _LINK or (blob.size <= MAX_BYTES and blob.path.lower().endswith(_READ_ENDINGS))
        ]
        self._bytes.fetch(wanted)
        lacking = {*wanted} - {sha for sha in wanted if sha in self._bytes}
        self.lacking = frozenset(nfc(blob.path) for blob in blobs if blob.sha in lacking)
        return blobs

    @staticmethod
    def _outer_folders(blobs: list[_Blob]) -> set[str]:
        """Return the folders that are plan repositories of their own, not those inside others."""
        folders = {blob.path.rpartition("/")[0] for blob in blobs if blob.path.endswith("/" + CONFIG_NAME)}
        return {folder for folder in folders if folders.isdisjoint(_parents(folder))}

    def _ignores(self, blobs: list[_Blob]) -> dict[str, list[str]]:
        return {
            blob.path.rpartition("/")[0]: self._bytes[blob.sha].decode("utf-8", errors="replace").splitlines()
            for blob in blobs
            if blob.path.rpartition("/")[2] == ".gitignore" and blob.mode != _LINK and blob.sha in self._bytes
        }


def _parents(path: str) -> list[str]:
    """Return the folders above a path, the outermost first."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]


def _hidden(path: str) -> bool:
    return path.startswith(".") or "/." in path


def _ignore_of(folder: str, files: dict[str, list[str]], known: dict[str, Ignore | None]) -> Ignore | None:
    """Return what is ignored in a folder; None where the whole folder is."""
    if folder not in known:
        above = _ignore_of(folder.rpartition("/")[0], files, known) if folder else Ignore()
        if above is None or (folder and above.covers(folder, folder=True)):
            known[folder] = None
        else:
            known[folder] = above.with_lines(folder, files[folder]) if folder in files else above
    return known[folder]
