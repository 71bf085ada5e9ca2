"""Trees of files: a work tree on disk, behind the same protocol as a git revision."""

from __future__ import annotations

import errno
import os
import posixpath
import re
import stat
import unicodedata
from dataclasses import field
from pathlib import Path
from typing import Protocol

from planctl.load.files.ignore import Ignore
from planctl.values import dataclass

CONFIG_NAME = "planctl.yaml"
YAML_ENDINGS = (".yaml", ".yml")
_HIDDEN_ENDINGS = tuple(f"{ending}.txt" for ending in YAML_ENDINGS)
_LONG = 200
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{30}"
)
MAX_BYTES = 16 * 1024 * 1024


class OutsideError(OSError):
    """A path that leads out of the tree."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A plan file: its path as stored and as NFC (relative, forward slashes), and size in bytes."""

    raw: str
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A path that was not read: a link out of the tree (`error` is None), one that gave an error, or a wrong ending.

    A link to a plan file, or to a folder of them, inside the tree is `linked`: it is not followed, and nothing else is
    lost by it.
    """

    path: str
    error: OSError | None = None
    misnamed: bool = False
    linked: bool = False


@dataclass(slots=True)
class Listing:
    """What a walk of a tree found: plan files, what was not read, repositories inside it."""

    files: list[Entry] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    nested: list[str] = field(default_factory=list)

    def sort(self) -> None:
        """Put everything in path order; of two ways to write one path, the NFC one first."""
        self.files.sort(key=lambda entry: (entry.path, entry.raw != entry.path))
        self.unread.sort(key=lambda item: item.path)
        self.nested.sort()


class Tree(Protocol):
    """A set of files that can be listed and read."""

    def walk(self) -> Listing:
        """List the plan files in path order."""

    def read(self, path: str) -> bytes:
        """Return a file's bytes by its NFC path; raise OSError when it cannot be read."""


def nfc(text: str) -> str:
    """Normalise text to NFC, so that two ways to type å are one.

    A text with a long row of loose accents stays as it is: to sort them takes time by the square of their number.
    """
    if text.isascii() or (len(text) > _LONG and _ACCENTS.search(text)):
        return text
    return unicodedata.normalize("NFC", text)


def too_big(path: str) -> OSError:
    """Make the error of reading a file larger than `MAX_BYTES`."""
    return OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)


def leads_out(path: str, target: str) -> bool:
    """Tell whether a link at `path` to `target` leads out of the tree, by the words of it alone."""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    return joined.startswith(("/", "../")) or joined == ".."


def may_hold_plans(path: str) -> bool:
    """Tell whether a link may stand for a plan file or a folder of them: its ending, or none."""
    name = path.rpartition("/")[2]
    return name.lower().endswith(YAML_ENDINGS) or "." not in name


class WorkTree:
    """The files below a folder, `.gitignore`, dot-folders and nested repositories left out."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._raw: dict[str, str] = {}

    def walk(self) -> Listing:
        """List the plan files in path order; links are not followed."""
        listing = Listing()
        folders = [("", Ignore())]
        while folders:
            folder, ignore = folders.pop()
            folders += self._scan(folder, ignore, listing)
        listing.sort()
        for entry in listing.files:
            self._raw.setdefault(entry.path, entry.raw)
        return listing

    def below(self, folder: str) -> list[str]:
        """List every file below a folder, also such as are no plans; links are left out."""
        found = []
        for top, _, names in os.walk(self.root / folder):
            files = (Path(top) / name for name in names)
            found += [nfc(path.relative_to(self.root).as_posix()) for path in files if not path.is_symlink()]
        return sorted(found)

    def place(self, path: str) -> Path:
        """Return where a file of the last walk lies on disk."""
        return self.root / self._raw.get(path, path)

    def read(self, path: str) -> bytes:
        """Return a file's bytes; raise OSError, also for a link that leads out of the tree."""
        full = self.root / self._raw.get(path, path)
        if path not in self._raw and not self._within(full):
            raise OutsideError(errno.EXDEV, os.strerror(errno.EXDEV), path)
        about = full.stat()
        if not stat.S_ISREG(about.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
        if about.st_size > MAX_BYTES:
            raise too_big(path)
        with full.open("rb", buffering=0) as file:
            return file.read()

    def _within(self, full: Path) -> bool:
        return Path(os.path.realpath(full)).is_relative_to(os.path.realpath(self.root))

    def _scan(self, folder: str, ignore: Ignore, listing: Listing) -> list[tuple[str, Ignore]]:
        """Take in one folder; return the folders in it."""
        try:
            with os.scandir(self.root / folder) as found:
                entries = {entry.name: entry for entry in found}
        except OSError as error:
            listing.unread.append(Unread(nfc(folder) or ".", error))
            return []
        if folder and CONFIG_NAME in entries:
            listing.nested.append(nfc(folder))
            return []
        if ".gitignore" in entries and entries[".gitignore"].is_file(follow_symlinks=False):
            ignore = ignore.with_file(folder, self.root / folder / ".gitignore")
        below = []
        for name, entry in entries.items():
            path = f"{folder}/{name}" if folder else name
            if name.startswith(".") or ignore.covers(path, folder=entry.is_dir(follow_symlinks=False)):
                continue
            if entry.is_dir(follow_symlinks=False):
                below.append((path, ignore))
            else:
                self._take(entry, path, listing)
        return below

    def _take(self, entry: os.DirEntry[str], path: str, listing: Listing) -> None:
        try:
            if entry.is_symlink():
                if may_hold_plans(path) and self._outside(path):
                    listing.unread.append(Unread(nfc(path)))
                elif entry.name.lower().endswith(YAML_ENDINGS) or self._leads_to_plans(path):
                    listing.unread.append(Unread(nfc(path), linked=True))
            elif entry.name.lower().endswith(YAML_ENDINGS):
                listing.files.append(Entry(path, nfc(path), entry.stat(follow_symlinks=False).st_size))
            elif entry.name.lower().endswith(_HIDDEN_ENDINGS):
                listing.unread.append(Unread(nfc(path), misnamed=True))
        except OSError as error:
            listing.unread.append(Unread(nfc(path), error))

    def _leads_to_plans(self, path: str) -> bool:
        """Tell whether a link leads to a folder that plan files stand below."""
        full = self.root / path
        return full.is_dir() and any(inner.name.lower().endswith(YAML_ENDINGS) for inner in full.resolve().rglob("*"))

    def _outside(self, path: str) -> bool:
        full = self.root / path
        return not self._within(full) or leads_out(path, full.readlink().as_posix())
