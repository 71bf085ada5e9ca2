"""The git commands that planctl reads a repository with."""

from __future__ import annotations

import errno
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from planctl.i18n import T, Text, TextError

NOT_INSTALLED = "git is not installed"
SHA = re.compile(r"[0-9a-f]{40,64}")


class GitError(TextError):
    """A revision or repository that git cannot give; `words` are git's own, in English."""

    def __init__(self, message: Text, words: str = "") -> None:
        super().__init__(message)
        self.words = words


def is_bare(folder: Path) -> bool:
    """Tell whether a folder is itself a repository without files, as on a server.

    One that holds plans, or lies in another repository, is none.
    """
    return (
        (folder / "HEAD").is_file()
        and (folder / "objects").is_dir()
        and (folder / "refs").is_dir()
        and not (folder / "planctl.yaml").exists()
        and not _in_another(Path(os.path.realpath(folder)))
    )


def _in_another(folder: Path) -> bool:
    return any((above / ".git").exists() for above in (folder, *folder.parents))


def guard(folder: Path) -> tuple[str, ...]:
    """Give the settings, each as `name=value`, under which no program of a repository's settings is run.

    A folder of plans that looks like a git folder is not taken for one: only the folder that the user
    names, and only where it lies in no other repository.
    """
    bare = "all" if is_bare(folder) else "explicit"
    return (f"safe.bareRepository={bare}", "core.fsmonitor=false")


def no_filters(folder: Path) -> dict[str, str]:
    """Give the environment in which git compares files as they stand: filters are programs of the settings."""
    try:
        said = git(folder, "config", "--name-only", "-z", "--get-regexp", r"^filter\..*\.(clean|smudge|process)$")
    except GitError:
        return {}
    filters = sorted({os.fsdecode(name).rpartition(".")[0] for name in said.split(b"\0") if name})
    ends = {"clean": "", "smudge": "", "process": "", "required": "false"}
    rows = [(f"{name}.{end}", value) for name in filters for end, value in ends.items()]
    first = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    found = {"GIT_CONFIG_COUNT": str(first + len(rows))}
    for number, (name, value) in enumerate(rows, first):
        found |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return found


class LackingError(OSError):
    """An object that should be in the repository, and is not: its files are damaged, or not all fetched."""


def git(folder: Path, *args: str, data: bytes | None = None, environ: Mapping[str, str] | None = None) -> bytes:
    """Run git in a folder, under the guard and with more of an environment, and return what it says."""
    options = (word for setting in guard(folder) for word in ("-c", setting))
    try:
        done = subprocess.run(  # noqa: S603
            ["git", *options, "-C", str(folder), *args],  # noqa: S607
            input=data,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C", "LANGUAGE": "", **(environ or {})},  # git's words are looked at
        )
    except FileNotFoundError as error:
        raise GitError(T("git is not installed")) from error
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip() or f"exit {done.returncode}"
        raise GitError(T("git says: {words}", words=words), words)
    return done.stdout


def resolve(folder: Path, revision: str) -> str:
    """Turn a user's revision into a commit's SHA; options are never taken for revisions."""
    try:
        out = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    except GitError as error:
        git(folder, "rev-parse", "--git-dir")  # says it, where there is no repository at all
        raise GitError(T("There is no revision «{revision}»", revision=revision)) from error
    found = out.decode().strip()
    if not SHA.fullmatch(found):
        raise GitError(T("There is no revision «{revision}»", revision=revision))
    return found


def read_blobs(root: Path, shas: list[str]) -> dict[str, bytes]:
    """Read many blobs with one process; those that the repository lacks are left out."""
    wanted = list(dict.fromkeys(shas))
    if not wanted:
        return {}
    out = git(root, "cat-file", "--batch", data="".join(f"{sha}\n" for sha in wanted).encode())
    found, start = {}, 0
    for sha in wanted:
        end = out.index(b"\n", start)
        about = out[start:end].rpartition(b" ")[2]
        if not about.isdigit():
            start = end + 1
            continue
        size = int(about)
        found[sha] = out[end + 1 : end + 1 + size]
        start = end + size + 2
    return found


class Blobs:
    """The blobs of a repository by SHA: each is read once, however many trees hold it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, bytes] = {}

    def __contains__(self, sha: str) -> bool:
        return sha in self._known

    def __getitem__(self, sha: str) -> bytes:
        """Return a blob's bytes, read now if it is not known; raise LackingError when the repository has none."""
        if sha not in self._known:
            self.fetch([sha])
        if sha not in self._known:
            raise LackingError(errno.EIO, os.strerror(errno.EIO), sha)
        return self._known[sha]

    def fetch(self, shas: list[str]) -> None:
        """Read those that are not known yet, with one process."""
        self._known |= read_blobs(self._root, [sha for sha in shas if sha not in self._known])
