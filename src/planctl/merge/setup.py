"""Tell git to use planctl in a plan repository: `.gitattributes` in the repository, the commands in git's settings."""

from __future__ import annotations

import shlex
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from planctl.load.plumbing import GitError, git

ATTRIBUTES = ".gitattributes"
LINES = ("*.yaml merge=planctl diff=planctl", "*.yml merge=planctl diff=planctl")


@dataclass(frozen=True, slots=True)
class SetUp:
    """What was done: lines added to `.gitattributes`, and settings written, as (name, value)."""

    lines: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]


def git_setup(root: Path) -> SetUp:
    """Set a repository up; what is there already is left alone."""
    git(root, "rev-parse", "--git-dir")
    wanted = settings()
    changed = tuple((name, value) for name, value in wanted.items() if _setting(root, name) != value)
    for name, value in changed:
        git(root, "config", "--local", name, value)
    return SetUp(_attributes(root / ATTRIBUTES), changed)


def settings() -> dict[str, str]:
    """Give the settings of git that name planctl's commands."""
    command = "planctl" if shutil.which("planctl") else f"{shlex.quote(Path(sys.executable).as_posix())} -m planctl"
    return {
        "merge.planctl.name": "planctl: by record and field",
        "merge.planctl.driver": f"{command} merge-driver -- %O %A %B %P %L",
        "diff.planctl.textconv": f"{command} textconv --",
        "diff.planctl.cachetextconv": "false",
    }


def _setting(root: Path, name: str) -> str | None:
    try:
        return git(root, "config", "--local", "--get", name).decode().rstrip("\n")
    except GitError:
        return None


def _attributes(path: Path) -> tuple[str, ...]:
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    known = {" ".join(line.split()) for line in old.splitlines()}
    added = tuple(line for line in LINES if line not in known)
    if added:
        start = old if not old or old.endswith("\n") else f"{old}\n"
        path.write_text(start + "".join(f"{line}\n" for line in added), encoding="utf-8", newline="\n")
    return added
