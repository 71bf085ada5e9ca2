"""`planctl init`: a small, valid plan repository to begin with."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from planctl.cli.schema import STANDARD, vscode_settings, write_schemas
from planctl.cli.session import CLEAN, ExitError, Session, write, write_file
from planctl.i18n import LANGUAGES, T, Tn
from planctl.load.yaml.block import scalar
from planctl.model.formats import is_municipality_number
from planctl.output.clean import clean
from planctl.resources import Disciplines, templates_dir

_AN_ELECTION = 2019
_SOURCE = re.compile(r"\S+@[0-9a-f]{40}")


def init(session: Session, folder: Path, name: str, number: str, source: str) -> int:
    """Write the starter into a new or empty folder; a fresh git repository counts as empty."""
    target = session.folder / folder
    if target.exists() and not target.is_dir():
        raise ExitError(T("«{path}» is no folder", path=clean(str(folder))))
    if target.is_dir() and any(item.name != ".git" for item in target.iterdir()):
        raise ExitError(T("The folder «{path}» is not empty. Choose a new or empty one.", path=clean(str(folder))))
    if number and not is_municipality_number(number):
        raise ExitError(T("«{number}» is no municipality number: it has four digits, as 3203", number=clean(number)))
    if source and not _SOURCE.fullmatch(source):
        raise ExitError(
            T("«{value}» is not an address, @ and a full commit SHA of 40 hexadecimal digits", value=clean(source))
        )
    lang = session.language()
    values = _values(name, number, session.today or date.today(), lang.code)
    count = _write(target, values | {"kilde": source}, session.disciplines)
    write_schemas(target / STANDARD, session.disciplines)
    shown = clean(str(folder))
    write(f"{lang(Tn('{n} file is ready in {folder}', '{n} files are ready in {folder}', count, folder=shown))}\n")
    write(f"{lang('Next: read README.md there, and run')}\n  planctl -C {shown} validate\n")
    return CLEAN


def _values(name: str, number: str, today: date, code: str) -> dict[str, Any]:
    """Give what the templates are filled with; `valgt` is the year of the last election before this year.

    `nytt_råd` tells that an election has been held this year, and its council has been constituted.
    """
    return {
        "navn": clean(name).strip() or "Eksempel",
        "nummer": number,
        "år": today.year,
        "måned": today.month,
        "nytt_råd": today.year % 4 == _AN_ELECTION % 4 and today.month > 10,
        "valgt": today.year - 1 - (today.year - 1 - _AN_ELECTION) % 4,
        "språk": code,
        "tirsdag": _tuesday,
    }


def _tuesday(year: int, month: int, number: int) -> str:
    """Give the first, second … Tuesday of a month: a day that is never in a weekend."""
    first = date(year, month, 1)
    day = 1 + (1 - first.weekday()) % 7 + 7 * (number - 1)
    return first.replace(day=day).isoformat()


def _write(target: Path, values: dict[str, Any], disciplines: Disciplines) -> int:
    """Fill every template that is not empty.

    In names, a leading `_` stands for a dot and YYYY for the year; one with a language, as README.nn.md, is for
    that language alone. In the texts, the filter `nn` gives the nynorsk words for the bokmål before it; in
    English too the plans are bokmål, for that is what a municipality adopts. The filter `yaml` writes what a user
    has given as one value of YAML.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    env = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, keep_trailing_newline=True, trim_blocks=True, lstrip_blocks=True
    )
    code = values["språk"]
    env.filters["nn"] = lambda bokmål, nynorsk: nynorsk if code == "nn" else bokmål
    env.filters["yaml"] = scalar
    source = templates_dir() / "init"
    count = 0
    for path in sorted(path for path in source.rglob("*") if path.is_file() and _language_of(path) in (None, code)):
        text = env.from_string(path.read_text(encoding="utf-8")).render(values)
        if text.strip():
            write_file(target.joinpath(*_named(path.relative_to(source), values["år"])), text)
            count += 1
    settings = json.dumps(vscode_settings(STANDARD.as_posix(), disciplines), ensure_ascii=False, indent=2)
    write_file(target / ".vscode" / "settings.json", f"{settings}\n")
    return count + 1


def _language_of(path: Path) -> str | None:
    return next((code for code in LANGUAGES if f".{code}" in path.suffixes), None)


def _named(path: Path, year: int) -> list[str]:
    name = f"{Path(path.stem).stem}{path.suffix}" if _language_of(path) else path.name
    parts = (part.replace("YYYY", str(year)) for part in path.with_name(name).parts)
    return [f".{part[1:]}" if part.startswith("_") else part for part in parts]
