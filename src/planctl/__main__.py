"""Run planctl; `--version` is answered before anything heavy is imported."""

from __future__ import annotations

import gc
import os
import sys

_OBJECTS = 50_000
"""How many new objects make the collector look for garbage: imports and plan files make many, and hardly any of it."""


def main(*, once: bool = False) -> int:
    """Run the command line and return its exit code; `once` when the process is made for this call alone."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from planctl import __version__

        sys.stdout.write(f"planctl {__version__}\n")
        return 0
    gc.set_threshold(_OBJECTS)
    from planctl.cli.run import run

    return run(sys.argv[1:], once=once)


def _in_utf8() -> None:
    """Begin anew in Python's UTF-8 mode: file names of plans have æ, ø and å, which a locale of another time lacks.

    Words that are no UTF-8 were typed in the locale's own encoding, and are passed on as UTF-8.
    """
    os.environ["PYTHONUTF8"] = "1"  # for programs that this one starts
    words = [sys.executable, "-X", "utf8", *sys.orig_argv[1:]]
    os.execv(sys.executable, [_as_utf8(word) for word in words])  # noqa: S606


def _as_utf8(word: str) -> bytes:
    raw = os.fsencode(word)
    try:
        raw.decode()
    except UnicodeDecodeError:
        return word.encode("utf-8", "surrogateescape")
    return raw


def _opened() -> None:
    """Put something in the place of an output that was closed before planctl began."""
    from pathlib import Path

    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def command() -> None:
    """Run the command line as a process of its own, and end it at once.

    A plan set is tens of thousands of objects, and nobody is served by their being taken apart one by one.
    """
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode:
        _in_utf8()
    if sys.stdout is None or sys.stderr is None:
        _opened()
    code = main(once=True)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # nobody reads any more, or it is closed
            continue
    os._exit(code)


if __name__ == "__main__":
    command()
