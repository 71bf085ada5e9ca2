"""What git can tell of a folder: all of its history, or why not and what to do about it.

Every command asks here, so that all of them say the same.
"""

from __future__ import annotations

import os
import re
from enum import StrEnum
from pathlib import Path

from planctl.i18n import T, Text
from planctl.load.files.git import NOT_INSTALLED, GitError, git, is_bare
from planctl.load.files.tree import nfc
from planctl.values import dataclass

_OTHER_OWNER = re.compile(r"dubious ownership|unsafe repository|owned by someone else")


class Lack(StrEnum):
    """What is in the way of reading the history."""

    OUTSIDE = "outside"
    NO_PROGRAM = "no program"
    OWNER = "owner"
    REFUSED = "refused"
    BARE = "bare"
    UNBORN = "unborn"
    SHALLOW = "shallow"


@dataclass(frozen=True, slots=True)
class Gap:
    """Why git cannot tell the whole history: `reason` is a clause that ends a sentence, `help` what to do."""

    lack: Lack
    reason: Text
    help: Text

    @property
    def words(self) -> Text:
        """Say the reason, and what to do."""
        return T("{reason}. {help}", reason=self.reason, help=self.help)


SHALLOW = Gap(
    Lack.SHALLOW,
    T("only the last part of the history is here, fetch more"),
    T("Run «git fetch --unshallow», or set «fetch-depth: 0» where the build server fetches the files."),
)

DAMAGED = Gap(
    Lack.REFUSED,
    T("an object that git should have is missing"),
    T("Run «git fsck» to see what is damaged, and clone the repository anew."),
)


def no_gap() -> Gap | None:
    """Know of nothing that is missing, as for plans in memory."""
    return None


def top_of(root: Path) -> Path | None:
    """Return the folder at or above one that holds `.git`, or the folder itself when it is bare; links resolved."""
    real = Path(os.path.realpath(root))
    found = next((folder for folder in (real, *real.parents) if (folder / ".git").exists()), None)
    return real if found is None and is_bare(real) else found


def path_below(root: Path, top: Path | None) -> str:
    """Give a folder as seen from one above it, with a slash after it; an empty text where it is no other below it."""
    real = Path(os.path.realpath(root))
    above = None if top is None else Path(os.path.realpath(top))
    if above is None or above == real or not real.is_relative_to(above):
        return ""
    return f"{nfc(real.relative_to(above).as_posix())}/"


def gap(root: Path) -> Gap | None:
    """Tell why the history that leads up to a folder's last commit is not whole; None when it is."""
    top = top_of(root)
    if top is None:
        words = T("«{path}» is not in a git repository", path=str(root))
        return Gap(Lack.OUTSIDE, words, T("Run «git init» there to begin one."))
    try:
        shallow = git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except GitError as error:
        return _refused(top, error)
    return _without_commit(root) or (SHALLOW if shallow else None)


def bare(root: Path) -> Gap | None:
    """Tell that a folder is a repository without files; None when it is no such."""
    if not is_bare(root):
        return None
    return Gap(
        Lack.BARE,
        T("this is a bare repository, without files"),
        T("Clone it to work with the plans. «planctl diff A...B» works here too."),
    )


def _refused(top: Path, error: GitError) -> Gap:
    """Say why git will not read the repository at all."""
    if error.message.msgid == NOT_INSTALLED:
        return Gap(
            Lack.NO_PROGRAM,
            T("there is a .git folder here, but git is not installed"),
            T("Install git, or use an image that has it."),
        )
    if _OTHER_OWNER.search(error.words):
        return Gap(
            Lack.OWNER,
            T("git refuses the folder, since another user owns it"),
            T("If you trust it, run «git config --global --add safe.directory {folder}».", folder=top.as_posix()),
        )
    return refused(error.words)


def refused(words: str) -> Gap:
    """Say that git cannot read a repository, in its own words."""
    return Gap(
        Lack.REFUSED,
        T("git cannot read the repository here ({words})", words=" ".join(words.split())),
        T("«git status» in the folder shows what is wrong."),
    )


def _without_commit(root: Path) -> Gap | None:
    """Tell that there is no last commit: none is made yet, or it is damaged."""
    if _says(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
        return None
    if _says(root, "rev-parse", "--verify", "--quiet", "HEAD"):
        return Gap(
            Lack.REFUSED,
            T("the last commit is missing or damaged"),
            T("«git fsck» in the folder shows what is wrong."),
        )
    others = _says(root, "for-each-ref", "--count=1")
    return Gap(
        Lack.UNBORN,
        T("the branch has no commits yet") if others else T("the repository has no commits yet"),
        T("Commit the plans with «git add .» and «git commit»."),
    )


def _says(root: Path, *args: str) -> bool:
    """Tell whether git answers with anything, and without an error."""
    try:
        return bool(git(root, *args).strip())
    except GitError:
        return False
