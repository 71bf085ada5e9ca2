"""Tell git to use planctl in a plan repository: `.gitattributes` in the repository, the commands in git's settings."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from planctl.files import write_file
from planctl.load.files.clone import opened
from planctl.values import dataclass

ATTRIBUTES = ".gitattributes"
LINES = ("*.yaml merge=planctl diff=planctl", "*.yml merge=planctl diff=planctl")

_DRIVER = (
    "{command} merge-driver -- %O %A %B %P %L; "
    "case $? in 0) exit 0;; 1) grep -q '^<\\{{%L\\}}' %A && exit 1;; esac; "
    "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B"
)
"""The merge as git's shell runs it, with planctl by its full path: other programs have other paths than a terminal.

`-P` keeps Python from taking a file of the repository, such as json.py, for code.

Where planctl is gone or fails, %A still is ours alone, and a conflict must not be told without markers in it: git's
own line merge takes over.
"""
_TEXTCONV = 'shown() {{ {command} textconv --intern -- "$1" 2>/dev/null || cat "$1"; }}; shown'
"""The file as it stands where planctl is gone or fails: without anything to show, `git diff` and `git log` stop.

What is exempt from public access is shown, as git itself shows it: who has the clone has the files.
"""


@dataclass(frozen=True, slots=True)
class SetUp:
    """What was done: lines added to `.gitattributes`, and settings written, as (name, value)."""

    lines: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]


def git_setup(root: Path) -> SetUp:
    """Set a repository up; what is there already is left alone. Raise GitError where git will not."""
    wanted = settings()
    with opened(root) as clone:
        changed = tuple((name, value) for name, value in wanted.items() if clone.setting(name, "--local") != value)
        for name, value in changed:
            clone.set(name, value)
    return SetUp(_attributes(root / ATTRIBUTES), changed)


def settings() -> dict[str, str]:
    """Give the settings of git that name planctl's commands."""
    command = f"{shlex.quote(Path(sys.executable).as_posix())} -P -m planctl"
    return {
        "merge.planctl.name": "planctl: by record and field",
        "merge.planctl.driver": _DRIVER.format(command=command.replace("%", "%%")),
        "diff.planctl.textconv": _TEXTCONV.format(command=command),
        "diff.planctl.cachetextconv": "false",
    }


def _attributes(path: Path) -> tuple[str, ...]:
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    known = {" ".join(line.split()) for line in old.splitlines()}
    added = tuple(line for line in LINES if line not in known)
    if added:
        start = old if not old or old.endswith("\n") else f"{old}\n"
        write_file(path, start + "".join(f"{line}\n" for line in added))
    return added
