"""The function by which the tests of this folder run a command."""

from __future__ import annotations

import pytest
from told import Call

from planctl.cli.run import run


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Give a function that runs a command where the work is done, and gives all that it said."""
    monkeypatch.setenv("PLANCTL_LANG", "nb")

    def called(command: str) -> str:
        capsys.readouterr()
        run(command.split())
        said = capsys.readouterr()
        return said.out + said.err

    return called
