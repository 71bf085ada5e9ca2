"""What is no file is written to, never replaced: `--format json=/dev/null` must leave the device alone."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from planctl.cli.session import write_file


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_file(pipe, "æ")
    reader.join(10)
    assert read == ["æ".encode()]
    assert pipe.is_fifo()
    assert sorted(item.name for item in tmp_path.iterdir()) == ["pipe"]
