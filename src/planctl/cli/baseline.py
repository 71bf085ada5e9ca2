"""The baseline that a check goes by: the file named, else the repository's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planctl.check import baseline
from planctl.cli.session import ExitError, Session
from planctl.findings.diagnostic import Diagnostic
from planctl.i18n import T


def path_of(session: Session, root: Path, named: Path | None) -> Path:
    """Give where a baseline lies: the file named, else the repository's own."""
    return session.folder / named if named is not None else root / baseline.NAME


def marks_of(session: Session, root: Path, named: Path | None) -> frozenset[str] | None:
    """Read the fingerprints of the baseline named, else of the repository's own; None when there is none."""
    path = path_of(session, root, named)
    if named is None and not path.is_file():
        return None
    try:
        return baseline.read(path)
    except baseline.BaselineError as error:
        raise ExitError(T("«{path}» is no baseline: {reason}", path=str(path), reason=error.reason)) from None


def apply(
    session: Session, root: Path, named: Path | None, found: Sequence[tuple[Diagnostic, str]]
) -> baseline.Split | None:
    """Part findings by the baseline named, else by the repository's own; None when there is none."""
    known = marks_of(session, root, named)
    return None if known is None else baseline.split(found, known)
