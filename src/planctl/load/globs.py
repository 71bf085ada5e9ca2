"""Globs over paths, with the meaning they have in `.gitignore`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def matcher(globs: Sequence[str]) -> Callable[[str], bool]:
    """Return a test of whether a path (relative, forward slashes) fits one of the globs."""
    return spec(globs).match_file if globs else _nothing


def _nothing(path: str) -> bool:  # noqa: ARG001
    return False


def spec(globs: Iterable[str]) -> GitIgnoreSpec:
    """Compile globs; one that cannot be read matches nothing."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec([pattern for glob in globs for pattern in _compiled(glob) or ()])


def is_glob(text: str) -> bool:
    """Tell whether a text can be read as a glob."""
    return _compiled(text) is not None


def _compiled(glob: str) -> list[Any] | None:
    from pathspec import GitIgnoreSpec

    try:
        return list(GitIgnoreSpec.from_lines([glob]).patterns)
    except (ValueError, re.error):
        return None
