"""`planctl baseline write`: note today's findings as known, so that only new ones fail a check."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planctl.check import baseline
from planctl.cli.outputs import output
from planctl.cli.session import CLEAN, ExitError, Session, write, write_file
from planctl.findings.diagnostic import Diagnostic
from planctl.i18n import T, Tn
from planctl.output.clean import clean


def write_baseline(session: Session, out: Path | None) -> int:
    """Write the baseline of the repository of `-C` or the working directory."""
    from planctl.check.pipeline import Choice
    from planctl.diff.findings import marked

    root = session.root_of(Path())
    path = root / baseline.NAME if out is None else output(session, out, own=baseline.NAME)
    world = session.open(root)
    found = [row for row in marked(world, Choice()) if row[0].code not in baseline.NEVER]
    write_file(path, baseline.render(found))
    lang = session.language(world.config)
    count = Tn("{n} finding", "{n} findings", len(found))
    write(lang("{count} noted as known in {path}", count=count, path=clean(str(path))) + "\n")
    return CLEAN


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
