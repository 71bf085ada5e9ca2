"""Scratch git repositories for tests: own identity, fixed dates, none of the user's settings; and commands on them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planctl.cli.app import command_line
from planctl.cli.session import Session
from planctl.resources import SHIPPED, Disciplines
from support import base_files

IDENTITY = {
    "GIT_AUTHOR_NAME": "Prøve", "GIT_AUTHOR_EMAIL": "prove@example.no",
    "GIT_COMMITTER_NAME": "Prøve", "GIT_COMMITTER_EMAIL": "prove@example.no",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip

Call = Callable[..., str]
"""Runs a command and gives what it prints."""


class Repo:
    """A git repository in a folder."""

    def __init__(self, folder: Path, files: dict[str, str] | None = None) -> None:
        self.folder = folder
        self.day = 0
        self.date: date | None = None
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")
        if files is None:
            files = base_files()
        if files:
            self.write(files)
            self.commit("Første versjon")

    def git(self, *args: str, ok: bool = True) -> str:
        """Run git; return its output."""
        stamp = f"{self.date or f'2021-01-{self.day % 28 + 1:02d}'}T12:00:00+01:00"
        env = {**os.environ, **IDENTITY, "GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
        done = subprocess.run(["git", *args], cwd=self.folder, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0 or not ok, done.stdout + done.stderr
        return done.stdout

    def write(self, files: dict[str, str | None]) -> None:
        """Write files (None deletes)."""
        for name, text in files.items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a text that stands once in a file."""
        text = self.read(name)
        assert text.count(old) == 1, f"«{old}» stands {text.count(old)} times in {name}"
        self.write({name: text.replace(old, new)})

    def read(self, name: str) -> str:
        """Read a file."""
        return (self.folder / name).read_bytes().decode()

    def commit(self, message: str, on: date | None = None) -> str:
        """Commit everything, a day after the last commit or on a day; return the SHA."""
        self.date = on
        self.day += 1
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD").strip()


def copy_base(target: Path, edits: dict[str, dict[str, str]] | None = None) -> Path:
    """Copy the small municipality, with texts replaced in some files."""
    for name, text in base_files().items():
        for old, new in (edits or {}).get(name, {}).items():
            assert text.count(old) == 1, f"«{old}» stands {text.count(old)} times in {name}"
            text = text.replace(old, new)
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return target


def caller(
    folder: Path, capsys: pytest.CaptureFixture[str], width: int = 110, disciplines: Disciplines = SHIPPED
) -> Call:
    """Give a function that runs a command on a folder, as the command line does; `code` is the language.

    What it prints has ordinary spaces for those that do not break.
    """
    usual = disciplines

    def call(*argv: str, code: str = "nb", disciplines: Disciplines = usual) -> str:
        session = Session(folder, lang_code=code, environ={"COLUMNS": str(width)}, disciplines=disciplines)
        capsys.readouterr()
        command_line().main(args=list(argv), prog_name="planctl", standalone_mode=False, obj=session)
        return capsys.readouterr().out.replace("\u00a0", " ").replace("\u202f", " ")

    return call
