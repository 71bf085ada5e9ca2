"""`--freeze` and `--verify`: the figures of a report in a file, and whether they still are what they were."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.cli.outputs import write_output
from planctl.cli.session import CLEAN, FINDINGS, ExitError, Session, tell, write
from planctl.i18n import Language, T
from planctl.load.files.git import GitError
from planctl.load.files.repository import top_of
from planctl.output.clean import clean
from planctl.reports.snapshot import differences, snapshot

if TYPE_CHECKING:
    from planctl.cli.report_pieces import Piece

_MOST = 200
"""How many differences are told one by one."""


def frozen(session: Session, file: Path, pieces: Sequence[Piece], at: str | None, lang: Language) -> Path:
    """Write the figures of some reports as JSON, and what plans they are of: the same plans give the same bytes."""
    data = snapshot((piece.stem, piece.view) for piece in pieces)
    root = session.root_of(Path())
    if top_of(root) is not None:
        from planctl.cli.frozen_source import source

        try:
            data["source"] = source(root, at)
        except GitError as error:
            note = T("The file does not say which commit the figures are of: {reason}", reason=error.message)
            tell(f"planctl: {clean(lang(note))}\n")
    return write_output(session, file, json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def verified(session: Session, file: Path, pieces: Sequence[Piece], lang: Language) -> int:
    """Tell where the figures differ from those in a file; exit code 1 where they do."""
    path = session.folder / file
    try:
        before = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ExitError(T("There is no file «{path}»", path=str(file))) from error
    except ValueError as error:
        raise ExitError(T("«{path}» is no file of frozen figures", path=str(file))) from error
    if not isinstance(before, dict) or before.get("planctl") != "snapshot":
        raise ExitError(T("«{path}» is no file of frozen figures", path=str(file)))
    told = before.pop("source", None)
    now = snapshot((piece.stem, piece.view) for piece in pieces)
    found = list(differences(before, now))
    for place, old, new in found[:_MOST]:
        said = T("{place}: was {before}, is {now}", place=place, before=_shown(old), now=_shown(new))
        write(clean(lang(said)) + "\n")
    if len(found) > _MOST:
        write(lang(T("… and {count} more", count=len(found) - _MOST)) + "\n")
    if not found:
        write(lang(T("The figures are those that were frozen.")) + "\n")
    if told is not None:
        from planctl.cli.frozen_source import lines

        write("".join(f"{clean(lang(line))}\n" for line in lines(told, changed=bool(found))))
    return FINDINGS if found else CLEAN


def _shown(value: object) -> str:
    return "–" if value is None else json.dumps(value, ensure_ascii=False)[:120]
