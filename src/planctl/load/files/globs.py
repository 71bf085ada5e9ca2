"""Globs over paths, with the meaning they have in `.gitignore`.

A glob becomes a regular expression, and each star in a name can be tried at every letter of it: six of them in one
name would take hours. So globs have bounds, and what passes them is no glob.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


MOST_GLOBS = 2000
"""How many globs are read from one list or file."""
MOST_STARS = 3
"""How many stars a glob may have in one name, and how many `**` in all."""
_MOST_SIGNS = 300
_MOST_FOLDERS = 100


def matcher(globs: Sequence[str]) -> Callable[[str], bool]:
    """Return a test of whether a path (relative, forward slashes) fits one of the globs."""
    if not globs:
        return _nothing
    compiled = spec(globs)
    return lambda path: path.count("/") < _MOST_FOLDERS and compiled.match_file(path)


def _nothing(path: str) -> bool:  # noqa: ARG001
    return False


def spec(globs: Iterable[str]) -> GitIgnoreSpec:
    """Compile globs, the first `MOST_GLOBS`; one that cannot be read matches nothing."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec([pattern for glob in islice(globs, MOST_GLOBS) for pattern in _compiled(glob) or ()])


def is_glob(text: str) -> bool:
    """Tell whether a text can be read as a glob."""
    return _compiled(text) is not None


def _compiled(glob: str) -> list[Any] | None:
    from pathspec import GitIgnoreSpec

    if _is_costly(glob):
        return None
    try:
        return list(GitIgnoreSpec.from_lines([glob]).patterns)
    except (ValueError, re.error):
        return None


def _is_costly(glob: str) -> bool:
    """Tell whether a glob is too long, or has so many stars that trying them would take all day."""
    names = glob.split("/")
    stars = max(0 if name == "**" else name.count("*") for name in names)
    return len(glob) > _MOST_SIGNS or stars > MOST_STARS or names.count("**") > MOST_STARS
