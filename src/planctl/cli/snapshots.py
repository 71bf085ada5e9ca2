"""`--freeze` and `--verify`: the figures of a report in a file, and whether they still are what they were."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.cli.outputs import write_output
from planctl.cli.session import CLEAN, FINDINGS, ExitError, Session, tell, write
from planctl.i18n import Language, T
from planctl.law.openness import EXEMPT
from planctl.load.files.git import GitError
from planctl.load.files.repository import top_of
from planctl.output.clean import clean
from planctl.reports.snapshot import differences, snapshot

if TYPE_CHECKING:
    from planctl.cli.report_pieces import Piece

_KEY = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]")
_FIGURE = re.compile(r"[\d\s.,:+%TQHtqh–-]*|[A-ZÆØÅ_]+")
"""A date, a number, or the name of a judgement."""
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


def verified(session: Session, file: Path, pieces: Sequence[Piece], lang: Language, *, withheld: bool = False) -> int:
    """Tell where the figures differ from those in a file; exit code 1 where they do.

    Where something in the plans is `withheld`, as exempt from public access, a text of the file is told only where it
    stands in the figures now: the file may have been written before, or with all texts.
    """
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
    known = frozenset(_texts(now)) if withheld else None
    for place, old, new in found[:_MOST]:
        where, was = (place, old) if known is None else (_KEY.sub(partial(_key, known), place), _told(old, known))
        said = T("{place}: was {before}, is {now}", place=where, before=_shown(was), now=_shown(new))
        write(clean(lang(said)) + "\n")
    if len(found) > _MOST:
        write(lang(T("… and {count} more", count=len(found) - _MOST)) + "\n")
    if not found:
        write(lang(T("The figures are those that were frozen.")) + "\n")
    if told is not None:
        from planctl.cli.frozen_source import lines

        write("".join(f"{clean(lang(line))}\n" for line in lines(told, changed=bool(found))))
    return FINDINGS if found else CLEAN


def _texts(value: object) -> Iterator[str]:
    """Yield the texts of a snapshot."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _told(value: object, known: frozenset[str]) -> object:
    """Give a value without the texts that do not stand in the figures now; dates, numbers and the fields stay."""
    if isinstance(value, str):
        return value if value in known or _FIGURE.fullmatch(value) else EXEMPT
    if isinstance(value, list):
        return [_told(item, known) for item in value]
    return {name: _told(item, known) for name, item in value.items()} if isinstance(value, dict) else value


def _key(known: frozenset[str], match: re.Match[str]) -> str:
    """Give the name of a row, by which it is found, where it may be told."""
    name = match[1].partition("#")[0]
    return match[0] if name in known or _FIGURE.fullmatch(name) else f"[{EXEMPT}]"


def _shown(value: object) -> str:
    return "–" if value is None else json.dumps(value, ensure_ascii=False)[:120]
