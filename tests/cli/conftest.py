"""Fixtures of the command tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import BASE, Run, runner
from git_support import copy_base

REPORT = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
tiltak:
  vp2021-veg.t1:
    status: forsinket
    framdrift: 40
    ny_frist: 2021-06-01
    årsak: Telen sitter lenge i år.
"""


@pytest.fixture
def planctl(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run planctl with some arguments."""
    return runner(capsys, monkeypatch)


@pytest.fixture
def base(planctl: Run) -> Run:
    """Run planctl in English on the small municipality."""
    return lambda *argv: planctl("-C", str(BASE), "--lang", "en", *argv)


@pytest.fixture
def reported(planctl: Run, tmp_path: Path) -> Run:
    """Run planctl in English where a tiltak has been reported late, with a new deadline that has passed."""
    folder = copy_base(tmp_path / "reported")
    (folder / "rapport.yaml").write_text(REPORT, encoding="utf-8")
    return lambda *argv: planctl("-C", str(folder), "--lang", "en", *argv)
