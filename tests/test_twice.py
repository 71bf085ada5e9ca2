"""Two runs give the same bytes, whatever order Python's sets have."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from support import EXAMPLE

COMMANDS = [
    ["validate", "--format", "json"],
    ["validate"],
    ["report", "--tertial", "2"],
    ["calendar", "--format", "svg"],
    ["calendar"],
    ["list", "--format", "json"],
    ["status"],
    ["trace", "klima.d1", "--format", "json"],
    ["rules", "--format", "json"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_same_bytes(command: list[str]) -> None:
    def once(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "COLUMNS": "80"}
        words = [sys.executable, "-m", "planctl", "-C", str(EXAMPLE), *command]
        done = subprocess.run(words, capture_output=True, env=environment, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    first = once("1")
    assert first
    assert once("2") == first
