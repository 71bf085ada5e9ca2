"""What commands write for people and machines: never over the files that planctl reads."""

from __future__ import annotations

import os
from pathlib import Path

from planctl.check import baseline
from planctl.cli.session import ExitError, Session
from planctl.files import write_file
from planctl.i18n import T
from planctl.load.files.tree import YAML_ENDINGS, nfc
from planctl.output.clean import clean

_SETTINGS = frozenset({".gitignore", ".gitattributes"})
_READ_TOO = (".csv", ".j2")


def output(session: Session, path: Path, *, own: str = "") -> Path:
    """Give the place of a file to write, as the user names it; end the command where planctl reads such a file.

    `own` is the name that the command itself writes to, such as the baseline's.
    """
    full = session.folder / path
    protect(full, path, own=own)
    return full


def protect(full: Path, shown: Path, *, own: str = "") -> None:
    """End the command where a file, or the one that a link leads to, is such as planctl reads."""
    if any(_is_read(place, own) for place in (Path(os.path.abspath(full)), Path(os.path.realpath(full)))):
        message = T(
            "«{path}» has the name of a file that planctl reads, and is not written. Choose another.",
            path=clean(str(shown)),
        )
        raise ExitError(message)


def write_output(session: Session, path: Path, data: str | bytes) -> Path:
    """Write a file that the user names; return its place."""
    full = output(session, path)
    write_file(full, data)
    return full


def _is_read(place: Path, own: str) -> bool:
    """Tell whether a file has the name of a plan file, or is there and has that of another file that planctl reads."""
    name = nfc(place.name).casefold()
    if name.endswith(YAML_ENDINGS) or ".git" in place.parts:
        return True
    if name == baseline.NAME and name != own:
        return place.exists()
    return place.exists() and (name.endswith(_READ_TOO) or name in _SETTINGS)
