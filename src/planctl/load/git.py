"""A git revision as a tree of files: blobs through git's plumbing, no checkout."""

from __future__ import annotations

import subprocess
from pathlib import Path

from planctl.load.tree import CONFIG_NAME, YAML_ENDINGS, Entry, Listing, Unread, nfc

_LINK = "120000"


class GitError(Exception):
    """A revision or repository that git cannot give; the message is git's own."""


def _git(folder: Path, *args: str, data: bytes | None = None) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(folder), *args],  # noqa: S607
            input=data,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise GitError("git is not installed") from error
    if done.returncode:
        raise GitError(done.stderr.decode(errors="replace").strip())
    return done.stdout


def resolve(folder: Path, revision: str) -> str:
    """Turn a user's revision into a commit's SHA; options are never taken for revisions."""
    out = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    return out.decode().strip()


class RevisionTree:
    """The plan files of a folder as they stood at a revision."""

    def __init__(self, root: Path, revision: str) -> None:
        self.root = root
        self.commit = resolve(root, revision)
        self._blobs: dict[str, str] = {}

    def walk(self) -> Listing:
        """List the plan files in path order; dot-folders and nested repositories are left out."""
        rows = _git(self.root, "ls-tree", "-r", "-l", "-z", self.commit).decode(errors="replace")
        found = [row.split("\t", 1) for row in rows.split("\0") if row]
        folders = {path.rpartition("/")[0] for _, path in found if path.endswith("/" + CONFIG_NAME)}
        listing = Listing(nested=sorted(nfc(folder) for folder in folders))
        for meta, path in found:
            mode, _, sha, size = meta.split()
            hidden = any(part.startswith(".") for part in path.split("/"))
            nested = any(path.startswith(folder + "/") for folder in folders)
            if hidden or nested or not path.lower().endswith(YAML_ENDINGS):
                continue
            if mode == _LINK:
                listing.unread.extend(self._link(path, sha))
                continue
            listing.files.append(Entry(path, nfc(path), int(size) if size.isdigit() else 0))
            self._blobs[nfc(path)] = sha
        listing.files.sort(key=lambda entry: entry.path)
        return listing

    def read(self, path: str) -> bytes:
        """Return a file's bytes at the revision; raise OSError when it is not there."""
        name = self._blobs.get(path) or f"{self.commit}:./{path}"
        try:
            return _git(self.root, "cat-file", "blob", name)
        except GitError as error:
            raise OSError(str(error)) from error

    def _link(self, path: str, sha: str) -> list[Unread]:
        target = _git(self.root, "cat-file", "blob", sha).decode(errors="replace")
        depth = path.count("/")
        ups = 0
        for part in target.split("/"):
            ups += 1 if part == ".." else 0
        outside = target.startswith("/") or ups > depth
        return [Unread(nfc(path), "outside", target)] if outside else []
