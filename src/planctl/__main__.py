"""Run planctl; `--version` is answered before anything heavy is imported."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from planctl import __version__

        sys.stdout.write(f"planctl {__version__}\n")
        return 0
    from planctl.cli.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
