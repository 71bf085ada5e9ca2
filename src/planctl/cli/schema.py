"""`planctl schema`: the JSON Schemas, written where an editor can find them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from planctl.cli.outputs import protect
from planctl.cli.session import CLEAN, ExitError, Session, write, write_file
from planctl.cli.settings import settings
from planctl.i18n import Language, T, Tn
from planctl.output.clean import clean
from planctl.resources import schemas_dir

_ENDING = ".schema.json"
FOLDERS = {
    "planctl": "planctl.yaml",
    "organisasjon": "organisasjon.yaml",
    "planstrategi": "planstrategi/*.yaml",
    "kommuneplan": "kommuneplan/*.yaml",
    "temaplan": "temaplaner/*.yaml",
    "handlingsprogram": "handlingsprogram/*.yaml",
    "virksomhetsplan": "virksomhetsplaner/**/*.yaml",
    "rapportering": "rapportering/**/*.yaml",
    "målinger": "målinger/*.yaml",
    "økonomi": "økonomi/*.yaml",
    "møteplan": "møteplan/*.yaml",
    "årshjul": "årshjul/*.yaml",
    "prosess": "prosesser/*.yaml",
}
"""Where plan files of each schema usually lie."""


STANDARD = Path(".planctl/schemas")


def schema(session: Session, wanted: Path | None) -> int:
    """Write the schemas, into the repository when no folder is named, and tell how an editor finds them."""
    folder = wanted or STANDARD
    target = session.folder / wanted if wanted else session.root_of(Path()) / STANDARD
    if target.exists() and not target.is_dir():
        raise ExitError(T("«{path}» is no folder", path=clean(str(folder))))
    count = write_schemas(target)
    lang = session.language(settings(session))
    write("".join(f"{line}\n" for line in _words(lang, folder, count)))
    return CLEAN


def write_schemas(target: Path) -> int:
    """Write every shipped schema into a folder; those that stand there already are left alone."""
    source = schemas_dir()
    paths = sorted(source.rglob(f"*{_ENDING}"))
    for path in paths:
        text = path.read_text(encoding="utf-8")
        place = target / path.relative_to(source)
        if not place.is_file() or place.read_bytes() != text.encode():
            protect(place, place)
            write_file(place, text)
    return len(paths)


def vscode_settings(folder: str) -> dict[str, dict[str, str]]:
    """Give the settings that tie VS Code's YAML extension to the schemas of a folder."""
    stems = {path.name.removesuffix(_ENDING) for path in schemas_dir().iterdir()}
    return {"yaml.schemas": {f"{folder}/{stem}{_ENDING}": glob for stem, glob in FOLDERS.items() if stem in stems}}


def _words(lang: Language, folder: Path, count: int) -> Iterator[str]:
    name = clean(folder.as_posix())
    yield lang(Tn("{n} schema is in {folder}.", "{n} schemas are in {folder}.", count, folder=name))
    yield ""
    yield lang("For one plan file, write this as its first line, with ../ for each folder it lies in:")
    above = "../" if not os.path.isabs(folder) else ""
    yield f"  # yaml-language-server: $schema={above}{name}/virksomhetsplan{_ENDING}"
    yield ""
    yield lang("For all of them in VS Code, put this into .vscode/settings.json:")
    text = json.dumps(vscode_settings(name), ensure_ascii=False, indent=2)
    yield from (f"  {line}" for line in text.splitlines())
