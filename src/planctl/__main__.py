"""Run planctl; `--version` is answered before anything heavy is imported."""

from __future__ import annotations

import gc
import os
import sys

_OBJECTS = 50_000
"""How many new objects make the collector look for garbage: imports and plan files make many, and hardly any of it."""


def main() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from planctl import __version__

        sys.stdout.write(f"planctl {__version__}\n")
        return 0
    gc.set_threshold(_OBJECTS)
    from planctl.cli.app import run

    return run(sys.argv[1:])


def command() -> None:
    """Run the command line as a process of its own, and end it at once.

    A plan set is tens of thousands of objects, and nobody is served by their being taken apart one by one.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # nobody reads any more, or it is closed
            continue
    os._exit(code)


if __name__ == "__main__":
    command()
