"""The commits of a plan repository, read with few git processes: along the first parents, one line of time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Protocol

from planctl.load.files.git import GitError, git, no_filters, read_blobs
from planctl.load.files.repository import bare, top_of
from planctl.load.files.tree import nfc
from planctl.values import dataclass

_PLANS = ("*.yaml", "*.yml", "*.csv")
_NO_BLOB = re.compile(r"0+\Z")
_FIELDS = 5


@dataclass(frozen=True, slots=True)
class Commit:
    """One step of the line of time: when it came, what it is called, and the ids that it confirms."""

    sha: str
    date: str
    subject: str
    confirms: frozenset[str] = frozenset()

    @property
    def short(self) -> str:
        """The SHA as people write it."""
        return self.sha[:9]


@dataclass(frozen=True, slots=True)
class Change:
    """A file that one step changed: its blob before and after, None where there was no file."""

    path: str
    before: str | None
    after: str | None


class Log(Protocol):
    """A line of time over plan files: steps are numbered from the oldest, 0."""

    @property
    def complete(self) -> bool:
        """Whether the line goes back to the beginning (a shallow clone's does not)."""

    @property
    def damaged(self) -> bool:
        """Whether the repository has lost something that the line is made of."""

    @property
    def commits(self) -> tuple[Commit, ...]:
        """The steps, oldest first."""

    @property
    def changes(self) -> dict[int, tuple[Change, ...]]:
        """The plan files changed, by step."""

    def read(self, blobs: list[str]) -> dict[str, bytes]:
        """Return the bytes of blobs."""

    def until(self, sha: str) -> Log | None:
        """Return the line as it was when a commit was its last; None when the commit is not on it."""

    def pending(self, path: str) -> bool:
        """Tell whether a file may differ from what the last step left."""


@dataclass()
class GitLog:
    """The line of time of a folder in a git repository. Nothing is read before it is asked for."""

    root: Path
    complete: bool = True
    tip: str = "HEAD"
    damaged: bool = False

    @classmethod
    def open(cls, root: Path, tip: str = "HEAD") -> GitLog | None:
        """Open a folder's history up to a commit; None where there is no git, or no commit yet."""
        if top_of(root) is None:
            return None
        try:
            said = git(root, "rev-parse", "--is-shallow-repository", "--verify", "--quiet", f"{tip}^{{commit}}")
        except GitError:
            return None
        return cls(root, complete=said.split()[0] == b"false", tip=tip)

    @cached_property
    def _steps(self) -> dict[str, int]:
        return {commit.sha: index for index, commit in enumerate(self.commits)}

    @cached_property
    def commits(self) -> tuple[Commit, ...]:
        """The steps, oldest first; a merge confirms what the commits it brings in confirm."""
        form = "%H%x00%P%x00%cs%x00%s%x00%(trailers:key=Bekrefter,valueonly,separator=%x2C)"
        words = self._log("-z", "--topo-order", f"--format=tformat:{form}", self.tip, "--").split("\0")
        rows = [words[start : start + _FIELDS] for start in range(0, len(words) - _FIELDS + 1, _FIELDS)]
        parents: dict[str, list[str]] = {}
        about: dict[str, tuple[str, str, frozenset[str]]] = {}
        for sha, above, day, subject, trailers in rows:
            parents[sha] = above.split()
            ids = frozenset(nfc(word) for word in re.split(r"[\s,]+", trailers) if word)
            about[sha] = (day, subject, ids)
        line = [rows[0][0]] if rows else []
        while line and parents[line[-1]] and parents[line[-1]][0] in parents:
            line.append(parents[line[-1]][0])
        seen = set(line)
        found = []
        for sha in reversed(line):
            confirmed = set(about[sha][2])
            queue = parents[sha][1:]
            for other in queue:
                if other in about and other not in seen:
                    seen.add(other)
                    confirmed |= about[other][2]
                    queue += parents[other]
            found.append(Commit(sha, about[sha][0], about[sha][1], frozenset(confirmed)))
        return tuple(found)

    @cached_property
    def changes(self) -> dict[int, tuple[Change, ...]]:
        """The plan files that each step changed."""
        return {self._steps[sha]: rows for sha, rows in self._raw(*_PLANS) if sha in self._steps}

    def _log(self, *options: str) -> str:
        """Run git log without the user's own settings of its looks."""
        quiet = ("--no-color", "--no-show-signature", "--no-notes", "--no-ext-diff", "--no-textconv", "--no-mailmap")
        return self._said("log", *quiet, *options)

    def _said(self, *words: str, environ: Mapping[str, str] | None = None) -> str:
        """Return what git says; where it lacks what it needs for that, the history is not complete."""
        try:
            return git(self.root, *words, environ=environ).decode("utf-8", errors="replace")
        except GitError:
            self.damaged = self.damaged or self.complete  # a shallow clone lacks what is older, and is not damaged
            self.complete = False
            return ""

    def _raw(self, *paths: str) -> list[tuple[str, tuple[Change, ...]]]:
        options = ("--first-parent", "-m", "--raw", "-z", "--no-renames", "--no-abbrev", "--relative")
        words = iter(self._log(*options, "--format=tformat:%H", self.tip, "--", *paths).split("\0"))
        found: list[tuple[str, list[Change]]] = []
        for word in words:
            text = word.strip()
            if text.startswith(":") and found:
                found[-1][1].append(_change(text, next(words)))
            elif text:
                found.append((text, []))
        return [(sha, tuple(rows)) for sha, rows in found]

    def read(self, blobs: list[str]) -> dict[str, bytes]:
        """Return the bytes of blobs, read in one process; of one that is lacking nothing is known."""
        found = read_blobs(self.root, blobs)
        if len(found) < len(set(blobs)):
            self.complete, self.damaged = False, True
        return {blob: found.get(blob, b"") for blob in blobs}

    def until(self, sha: str) -> GitLog | None:
        """Return the line as it was when a commit was its last, without asking git again."""
        last = self._steps.get(sha)
        if last is None:
            return None
        found = GitLog(self.root, self.complete, sha, self.damaged)
        found.__dict__["commits"] = self.commits[: last + 1]
        found.__dict__["changes"] = {step: rows for step, rows in self.changes.items() if step <= last}
        return found

    @cached_property
    def _pending(self) -> frozenset[str]:
        if bare(self.root) is not None:
            return frozenset()  # no files stand beside the commits
        quiet = (
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames",
            "--relative",
            "--ignore-submodules=all",
        )
        said = self._said("diff", *quiet, "--name-only", "-z", self.tip, "--", *_PLANS, environ=no_filters(self.root))
        return frozenset(map(nfc, filter(None, said.split("\0"))))

    def pending(self, path: str) -> bool:
        """Tell whether a file of the work tree differs from the tip."""
        return path in self._pending


def _change(meta: str, path: str) -> Change:
    words = meta.lstrip(":").split()
    before, after = (None if _NO_BLOB.match(sha) else sha for sha in words[2:4])
    return Change(nfc(path), before, after)
