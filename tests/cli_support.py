"""Run planctl in-process on a small repository, one of hostile titles, or the example."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

BASE = Path(__file__).parent / "base"
WIDTH = 80


class Outcome(NamedTuple):
    """What one run gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


def columns(text: str) -> int:
    """Count the terminal columns of the widest line."""
    return max((sum(not unicodedata.combining(char) for char in line) for line in text.splitlines()), default=0)


def runner(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a function that runs planctl, 80 columns wide and without the user's own settings."""
    from planctl.cli.run import run

    for name in ("PLANCTL_LANG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    monkeypatch.setenv("PLANCTL_DEBUG", "1")

    def call(*argv: str) -> Outcome:
        capsys.readouterr()
        code = run(list(argv))
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call
