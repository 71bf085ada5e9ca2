"""The process in which a repository's own templates run: it can be ended from outside, and has hard limits.

It is started by `own_templates`, and knows nothing but what it is sent: the language, and for each report the
name of the template and the view. Templates' sources it asks for. The bounds of `sandbox` are the first fence and give
messages with a line; what gets past them meets those of the system (`limit`), and ends this process only.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import pickle
import signal
import struct
import sys
from collections.abc import Mapping
from typing import Any, BinaryIO

SECONDS = 10
"""How long one template may take."""
MEGABYTES = 512
"""How much memory the process may take."""
GRACE = 2
"""How many seconds later than the sandbox the hard limits end it."""
SIZE = struct.Struct(">Q")
"""Each message begins with its length: pickles to this process, JSON from it."""
_FILES = 64


def limit() -> None:
    """Give this process the system's hard limits; a system without them, such as Windows, has those of the parent."""
    try:
        import resource
    except ImportError:
        return
    bounds = ("RLIMIT_AS", MEGABYTES << 20), ("RLIMIT_NOFILE", _FILES), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0)
    for name, most in bounds:
        with contextlib.suppress(AttributeError, ValueError, OSError):  # macOS has the name, and may refuse it
            resource.setrlimit(getattr(resource, name), (most, most))


def _watch() -> None:
    """End this process some seconds from now, whatever it does then and whether or not the parent lives."""
    faulthandler.dump_traceback_later(SECONDS + GRACE, exit=True, file=sys.stderr)


class Asked:
    """The tree of a repository as this process sees it: the parent reads the templates that are asked for."""

    def __init__(self, source: BinaryIO, target: BinaryIO) -> None:
        self._source = source
        self._target = target

    def read(self, path: str) -> bytes:
        """Return a template's bytes; raise the OSError that the parent met."""
        self.tell({"read": path})
        found = receive(self._source)
        if isinstance(found, OSError):
            raise found
        data: bytes = found
        return data

    def tell(self, answer: Mapping[str, Any]) -> None:
        """Send a message to the parent."""
        data = json.dumps(answer).encode()
        self._target.write(SIZE.pack(len(data)) + data)
        self._target.flush()


def receive(source: BinaryIO) -> Any:
    """Read one message of the parent; end the process when there are no more."""
    size = source.read(SIZE.size)
    if len(size) < SIZE.size:
        os._exit(0)
    return pickle.loads(source.read(SIZE.unpack(size)[0]))  # noqa: S301  (only the parent writes here)


def main() -> None:
    """Render what the parent sends until it sends no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends this process
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    from planctl.i18n import Language
    from planctl.reports.rendering.sandbox import Budget
    from planctl.reports.rendering.templates import environment

    asked = Asked(source, target)
    code, words, disciplines = receive(source)
    made = environment(Language(code, words, disciplines), asked, Budget(seconds=SECONDS))
    limit()
    asked.tell({"ready": True})
    while True:
        template, values = receive(source)
        _watch()
        asked.tell(_answer(made, template, values))
        faulthandler.cancel_dump_traceback_later()


def _answer(made: Any, template: str, values: Mapping[str, Any] | None) -> dict[str, Any]:
    """Render a template, or only read it where there are no values."""
    from planctl.reports.rendering.templates import TemplateError, read, rendered

    try:
        if values is None:
            read(made, template)
            return {"text": ""}
        return {"text": rendered(made, template, values)}
    except TemplateError as error:
        return {"problem": plain(error.message), "path": error.path, "line": error.line}
    except MemoryError:
        return {"memory": True}


def plain(value: Any) -> Any:
    """Turn a message into data for JSON."""
    from planctl.i18n import Text

    if isinstance(value, Text):
        return {"msgid": value.msgid, "params": {name: plain(item) for name, item in value.params.items()}}
    return value if isinstance(value, (int, float)) else str(value)


if __name__ == "__main__":
    main()
