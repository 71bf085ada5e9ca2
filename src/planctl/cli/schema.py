"""`planctl schema`: the JSON Schemas, written where an editor can find them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from planctl.cli.outputs import protect
from planctl.cli.session import CLEAN, ExitError, Session, write, write_file
from planctl.cli.settings import settings
from planctl.i18n import Language, T, Tn
from planctl.load.schema.schema_book import SchemaBook
from planctl.output.clean import clean
from planctl.resources import SCHEMA_ENDING, Disciplines, read_schema

STANDARD = Path(".planctl/schemas")


def schema(session: Session, wanted: Path | None) -> int:
    """Write the schemas, into the repository when no folder is named, and tell how an editor finds them."""
    folder = wanted or STANDARD
    target = session.folder / wanted if wanted else session.root_of(Path()) / STANDARD
    if target.exists() and not target.is_dir():
        raise ExitError(T("«{path}» is no folder", path=clean(str(folder))))
    count = write_schemas(target, session.disciplines)
    lang = session.language(settings(session))
    write("".join(f"{line}\n" for line in _words(lang, folder, count, session.disciplines)))
    return CLEAN


def write_schemas(target: Path, disciplines: Disciplines) -> int:
    """Write every schema into a folder, those of JSON output among them; what stands there already is left alone."""
    paths = [(folder, path) for folder in disciplines.schemas for path in sorted(folder.rglob(f"*{SCHEMA_ENDING}"))]
    made = SchemaBook(disciplines).files
    for folder, path in paths:
        text = path.read_text(encoding="utf-8")
        whole = made.get(path.name.removesuffix(SCHEMA_ENDING), {}) if path.parent == folder else {}
        if whole and whole != read_schema(path):
            text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
        place = target / path.relative_to(folder)
        if not place.is_file() or place.read_bytes() != text.encode():
            protect(place, place)
            write_file(place, text)
    return len(paths)


def vscode_settings(folder: str, disciplines: Disciplines) -> dict[str, Any]:
    """Give the settings that tie VS Code's YAML extension to the schemas of a folder, each by its `x-mappe`."""
    folders = {stem: read_schema(path).get("x-mappe") for stem, path in disciplines.schema_files().items()}
    return {"yaml.schemas": {f"{folder}/{stem}{SCHEMA_ENDING}": globs for stem, globs in folders.items() if globs}}


def _words(lang: Language, folder: Path, count: int, disciplines: Disciplines) -> Iterator[str]:
    name = clean(folder.as_posix())
    yield lang(Tn("{n} schema is in {folder}.", "{n} schemas are in {folder}.", count, folder=name))
    yield ""
    yield lang("For one plan file, write this as its first line, with ../ for each folder it lies in:")
    above = "../" if not os.path.isabs(folder) else ""
    yield f"  # yaml-language-server: $schema={above}{name}/virksomhetsplan{SCHEMA_ENDING}"
    yield ""
    yield lang("For all of them in VS Code, put this into .vscode/settings.json:")
    text = json.dumps(vscode_settings(name, disciplines), ensure_ascii=False, indent=2)
    yield from (f"  {line}" for line in text.splitlines())
