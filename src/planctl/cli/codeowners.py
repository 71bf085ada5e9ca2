"""`planctl codeowners`: the file by which GitHub and GitLab ask the right people to review."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from planctl.cli.lookup import opened
from planctl.cli.outputs import output
from planctl.cli.remote import remote
from planctl.cli.session import CLEAN, ExitError, Session, tell, write, write_file
from planctl.i18n import T, Text
from planctl.load.files.repository import path_below, top_of
from planctl.output.clean import clean
from planctl.output.codeowners import Owned, owned, pattern
from planctl.output.records import RecordView


def codeowners(session: Session, out: Path | None) -> int:
    """Write CODEOWNERS to a file or to standard output."""
    path = None if out is None else output(session, out)
    view = opened(session)
    root = session.root_of(Path())
    prefix = path_below(root, top_of(root))
    text = "".join(f"{line}\n" for line in _lines(view, owned(view.world.plans, view.world.graph), prefix))
    if path is None:
        write(text)
    else:
        write_file(path, text)
        write(view.lang("{path} is written", path=clean(str(out))) + "\n")
        note = _unread(root, path)
        if note is not None:
            tell(f"planctl: {view.lang(note)}\n")
    return CLEAN


def _unread(root: Path, file: Path) -> Text | None:
    """Say that the host of the repository's remote does not read the file where it stands; None where it may."""
    top, found = top_of(root), remote(root)
    host = None if found is None else found.host
    place = Path(os.path.realpath(file))
    if top is None or host is None or place in {top / name for name in host.codeowners}:
        return None
    if not host.codeowners:
        return T("{host} does not read CODEOWNERS.", host=host.name)
    return T("{host} reads CODEOWNERS only as: {places}.", host=host.name, places=", ".join(host.codeowners))


def _lines(view: RecordView, rows: list[Owned], prefix: str) -> Iterator[str]:
    lang = view.lang
    yield "# " + lang("Made by «planctl codeowners» from the plans' «ansvarlig» and the units' «kontohandle».")
    yield "# " + lang("Change them, not this file.")
    yield from [""] if any(row.handle is not None for row in rows) else []
    for row in rows:
        if "\n" in row.path or "\r" in row.path:
            raise ExitError(T("«{path}» cannot stand in CODEOWNERS", path=clean(row.path)))
        if row.handle is not None:
            yield f"{pattern(prefix + row.path)} {row.handle}"
    units = sorted({view.name(row.owner) for row in rows if row.handle is None and row.owner is not None})
    nobody = [clean(prefix + row.path) for row in rows if row.owner is None]
    if units:
        yield ""
        yield "# " + lang("Without «kontohandle», also above them:")
        yield from (f"#   {name}" for name in units)
    if nobody:
        yield ""
        yield "# " + lang("Files without «ansvarlig» or «virksomhet»:")
        yield from (f"#   {path}" for path in nobody)
