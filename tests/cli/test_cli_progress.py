"""A person who waits is told that work goes on; a log is not."""

from __future__ import annotations

import io
import sys
import time

import pytest

from planctl.cli import progress as module
from planctl.cli.session import Session


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_long_wait_is_told_and_the_line_is_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(module, "AFTER", 0.01)
    with module.show_progress(Session(lang_code="nb")):
        time.sleep(0.2)
    shown = stream.getvalue()
    assert shown.startswith("\rArbeider … 0 s")
    assert shown.endswith("\r")


def test_a_short_wait_and_a_log_are_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (_Terminal(), io.StringIO()):
        monkeypatch.setattr(sys, "stderr", stream)
        with module.show_progress(Session()):
            pass
        assert stream.getvalue() == ""
