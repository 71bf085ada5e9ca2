"""Trees of files: a work tree on disk, behind the same protocol as a git revision."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from planctl.load.ignore import Ignore

CONFIG_NAME = "planctl.yaml"
YAML_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Entry:
    """A plan file: its path as stored and as NFC (relative, forward slashes), and size in bytes."""

    raw: str
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A path that was not read: `outside` (a link out of the tree) or `unreadable`."""

    path: str
    why: str
    detail: str = ""


@dataclass(slots=True)
class Listing:
    """What a walk of a tree found: plan files, what was not read, repositories inside it."""

    files: list[Entry] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    nested: list[str] = field(default_factory=list)


class Tree(Protocol):
    """A set of files that can be listed and read."""

    def walk(self) -> Listing:
        """List the plan files in path order."""

    def read(self, path: str) -> bytes:
        """Return a file's bytes by its NFC path; raise OSError when it cannot be read."""


def nfc(text: str) -> str:
    """Normalise text to NFC, so that two ways to type å are one."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


class WorkTree:
    """The files below a folder, `.gitignore`, dot-folders and nested repositories left out."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._raw: dict[str, str] = {}

    def walk(self) -> Listing:
        """List the plan files in path order; links are not followed."""
        listing = Listing()
        self._scan("", Ignore.none(), listing)
        listing.files.sort(key=lambda entry: entry.path)
        self._raw = {entry.path: entry.raw for entry in listing.files}
        return listing

    def read(self, path: str) -> bytes:
        """Return a file's bytes; raise OSError, also for a link that leads out of the tree."""
        full = self.root / self._raw.get(path, path)
        if not full.resolve().is_relative_to(self.root.resolve()):
            raise OSError(f"{path} is outside the repository")
        with open(full, "rb", buffering=0) as file:
            return file.read()

    def _scan(self, folder: str, ignore: Ignore, listing: Listing) -> None:
        try:
            with os.scandir(self.root / folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            listing.unread.append(Unread(nfc(folder) or ".", "unreadable", error.strerror or ""))
            return
        names = {entry.name for entry in entries}
        if folder and CONFIG_NAME in names:
            listing.nested.append(nfc(folder))
            return
        if ".gitignore" in names:
            ignore = ignore.with_file(folder, self.root / folder / ".gitignore")
        for entry in entries:
            if not entry.name.startswith("."):
                self._take(entry, f"{folder}/{entry.name}" if folder else entry.name, ignore, listing)

    def _take(self, entry: os.DirEntry[str], path: str, ignore: Ignore, listing: Listing) -> None:
        if entry.is_symlink():
            if not ignore.covers(path, folder=False):
                listing.unread.extend(self._link(path))
        elif entry.is_dir(follow_symlinks=False):
            if not ignore.covers(path, folder=True):
                self._scan(path, ignore, listing)
        elif entry.name.lower().endswith(YAML_ENDINGS) and not ignore.covers(path, folder=False):
            size = entry.stat(follow_symlinks=False).st_size
            listing.files.append(Entry(path, nfc(path), size))

    def _link(self, path: str) -> Iterator[Unread]:
        target = (self.root / path).resolve()
        inside = target.is_relative_to(self.root.resolve())
        if not inside and (target.is_dir() or path.lower().endswith(YAML_ENDINGS)):
            yield Unread(nfc(path), "outside", str(target))
