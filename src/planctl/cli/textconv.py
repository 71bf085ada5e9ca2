"""`planctl textconv`: a plan file as `git diff` shows it best."""

from __future__ import annotations

from pathlib import Path

from planctl.cli.session import CLEAN, Session, write
from planctl.merge.textconv import textconv as converted
from planctl.output.clean import clean


def textconv(session: Session, file: Path) -> int:
    """Write a plan file with each record by its id and each field on a line."""
    write(converted((session.folder / file).read_bytes(), clean))
    return CLEAN
