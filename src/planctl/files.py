"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path


def write_file(path: Path, data: str | bytes) -> None:
    """Write a file whole or not at all, with its folders; text as UTF-8. Raise OSError when it cannot be written.

    A file that is there keeps its mode, and a write-protected one is not replaced. Of a link the file that it
    leads to is written. What is no file, such as /dev/null or a pipe, is written to and not replaced.
    """
    content = data if isinstance(data, bytes) else data.encode()
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    target = Path(os.path.realpath(path))
    there = target.exists()
    if there and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".planctl-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
        if there:
            temporary.chmod(target.stat().st_mode & 0o7777)
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
