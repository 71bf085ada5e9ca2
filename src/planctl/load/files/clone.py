"""The clone that a user works in, through GitPython: its settings, remotes, and who works there.

For commands that a person runs by hand: `git-setup`, `codeowners`, `report --freeze` and `history`. GitPython takes
longer to import than planctl to start, so it is imported when a clone is opened. What reads the plans themselves
stays on the plumbing.

GitPython finds a repository, and reads git's settings, by rules of its own. So `repository.top_of` finds the folder,
git itself has the last word on it and on the settings, and every git that GitPython runs has the guard of the plumbing.
"""

from __future__ import annotations

import configparser
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planctl.i18n import T
from planctl.load.files.git import GitError, guard, no_filters
from planctl.load.files.repository import Gap, Lack, bare, gap, path_below, refused, top_of

if TYPE_CHECKING:
    from git import Repo

_NO_HINDRANCE = frozenset({Lack.UNBORN, Lack.SHALLOW})
_NOTHING_FETCHED = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
"""The settings of a remote name programs, which git would run to fetch what a partial clone lacks."""
_PLANS = ("*.yaml", "*.yml", "*.csv")


def hindrance(root: Path) -> Gap | None:
    """Tell why a folder's clone cannot be opened; None when it can. A history that is not whole hinders nothing."""
    found = bare(root) or gap(root)
    return None if found is None or found.lack in _NO_HINDRANCE else found


@contextmanager
def opened(root: Path) -> Iterator[Clone]:
    """Open the clone that a folder lies in; raise GitError, with the reason and what to do, where it cannot be."""
    found, top = hindrance(root), top_of(root)
    if found is not None or top is None:
        raise GitError((found or refused("")).words)
    repo = _repo(top)
    try:
        clone = Clone(repo, Path(os.path.realpath(root)))
        if Path(os.path.realpath(clone.ask("rev_parse", "--absolute-git-dir"))) != Path(os.path.realpath(repo.git_dir)):
            raise GitError(refused(str(repo.git_dir)).words)
        yield clone
    finally:
        repo.close()


class Clone:
    """An opened clone, as seen from the folder of the plans. What git does not know is None."""

    def __init__(self, repo: Repo, root: Path) -> None:
        self._repo = repo
        self._root = root

    def ask(self, command: str, *args: str) -> str:
        """Run a command of git through GitPython; return what it says without the last line end, or raise GitError."""
        call = getattr(self._repo.git, command)
        status, out, words = call(*args, with_extended_output=True, with_exceptions=False)
        if status:
            raise GitError(T("git says: {words}", words=words.strip() or f"exit {status}"), words)
        return str(out)

    def setting(self, name: str, *args: str) -> str | None:
        """Give a setting as git reads it; with `--local`, that of this clone alone."""
        try:
            return self.ask("config", *args, "--get", name)
        except GitError:
            return None

    def set(self, name: str, value: str) -> None:
        """Write a setting of this clone alone, by git: GitPython's own writer keeps no quotes and backslashes."""
        self.ask("config", "--local", name, value)

    @property
    def user(self) -> str | None:
        """The name that the user commits by."""
        return self.setting("user.name") or None

    @cached_property
    def remote(self) -> str | None:
        """The address of the remote named origin, else of the first, as git fetches from it."""
        try:
            remotes = sorted(self._repo.remotes, key=lambda remote: (remote.name != "origin", remote.name))
            return self.ask("remote", "get-url", remotes[0].name) if remotes else None
        except (GitError, configparser.Error, ValueError, OSError):
            return None

    def commit(self, revision: str = "HEAD") -> tuple[str, str] | None:
        """Give a commit's SHA and its day as YYYY-MM-DD."""
        try:
            sha = self.ask("rev_parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
            return sha, self._repo.commit(sha).committed_datetime.date().isoformat()
        except (GitError, ValueError, OSError):
            return None

    @property
    def uncommitted(self) -> bool:
        """Whether a plan file or a table beside it is new, or is not as the last commit has it."""
        options = ("--porcelain", "--untracked-files=all", "--ignore-submodules=all")
        below = path_below(self._root, Path(str(self._repo.working_dir)))
        with self._repo.git.custom_environment(**no_filters(self._root)):
            return bool(self.ask("status", *options, "--", *(f":(top,glob){below}**/{name}" for name in _PLANS)))


def _repo(top: Path) -> Repo:
    """Open a repository by GitPython, so that the git that it runs takes nothing from the repository's settings."""
    before = os.environ.get("GIT_PYTHON_REFRESH")
    os.environ["GIT_PYTHON_REFRESH"] = "quiet"  # a git that is missing is told by us
    try:
        import git
    finally:
        if before is None:
            del os.environ["GIT_PYTHON_REFRESH"]
        else:
            os.environ["GIT_PYTHON_REFRESH"] = before

    class Git(git.Git):
        """Runs git in the folder by its very name, where GitPython would fill in `$NAME`."""

        def __init__(self, working_dir: Any = None) -> None:
            super().__init__()
            self._working_dir = working_dir
            self.set_persistent_git_options(c=[*guard(top)])
            self.update_environment(**_NOTHING_FETCHED)

    class Guarded(git.Repo):
        """A repository whose git is guarded."""

        GitCommandWrapperType = Git

    try:
        return Guarded(top, search_parent_directories=False, expand_vars=False)
    except (git.exc.InvalidGitRepositoryError, git.exc.NoSuchPathError) as error:
        raise GitError(refused(str(top)).words) from error
