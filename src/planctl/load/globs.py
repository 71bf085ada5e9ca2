"""Globs over paths, with the meaning they have in `.gitignore`."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def matcher(globs: Sequence[str]) -> Callable[[str], bool]:
    """Return a test of whether a path (relative, forward slashes) fits one of the globs."""
    if not globs:
        return lambda path: False
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(globs).match_file
