"""Tell that work goes on, on standard error, when it takes more than two seconds."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from planctl.cli.session import Session
from planctl.i18n import T

AFTER, EACH = 2.0, 0.5


@contextmanager
def show_progress(session: Session) -> Iterator[None]:
    """Show the seconds that pass, where a person watches; the line is gone when the work is done."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    clock = threading.Thread(target=_count, args=(done, session), daemon=True)
    clock.start()
    try:
        yield
    finally:
        done.set()
        clock.join()


def _count(done: threading.Event, session: Session) -> None:
    start = time.monotonic()
    shown = ""
    wait = AFTER
    while not done.wait(wait):
        wait = EACH
        seconds = int(time.monotonic() - start)
        shown = session.language()(T("Working … {seconds} s", seconds=seconds))
        sys.stderr.write(f"\r{shown}")
        sys.stderr.flush()
    if shown:
        sys.stderr.write("\r" + " " * len(shown) + "\r")
        sys.stderr.flush()
