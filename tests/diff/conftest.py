"""Fixtures of the tests of changes."""

from __future__ import annotations

import pytest

from cli_support import Run, runner


@pytest.fixture
def planctl(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run planctl with some arguments."""
    return runner(capsys, monkeypatch)
