"""Where the shipped data lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

Schema = dict[str, Any]

_PACKAGE = Path(__file__).resolve().parent
SCHEMA_ENDING = ".schema.json"


def _shipped(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name


def schemas_dir() -> Path:
    """Folder of the JSON Schemas."""
    return _shipped("schemas")


def templates_dir() -> Path:
    """Folder of the Jinja templates."""
    return _shipped("templates")


def locales_dir() -> Path:
    """Folder of the message catalogues and the glossary."""
    return _PACKAGE / "locales"


def data_dir() -> Path:
    """Folder of the reference data, such as FN's goals."""
    return _PACKAGE / "data"


class Disciplines:
    """Where everything that collects itself is looked for: packages of disciplines, and folders of schemas.

    Only code gives other places than the shipped ones: no option, setting or variable does, and nothing that lies in a
    plan repository can.
    """

    __slots__ = ("packages", "schemas")  # a dataclass would cost every start of planctl some milliseconds

    def __init__(self, packages: tuple[str, ...] = ("planctl.disciplines",), schemas: tuple[Path, ...] = ()) -> None:
        self.packages = packages
        self.schemas = schemas or (schemas_dir(),)

    def schema_files(self) -> dict[str, Path]:
        """Return the schemas of plan files by their stems, as `felles`."""
        found = (path for folder in self.schemas for path in folder.iterdir() if path.name.endswith(SCHEMA_ENDING))
        return {path.name.removesuffix(SCHEMA_ENDING): path for path in sorted(found, key=lambda path: path.name)}


SHIPPED = Disciplines()
"""What is shipped: the disciplines of the installed package, and its schemas."""


@cache
def read_schema(path: Path) -> Schema:
    """Read a schema, once; nobody changes what is shared by all who ask."""
    found: Schema = json.loads(path.read_text(encoding="utf-8"))
    return found


def records_of(schemas: Iterable[Schema]) -> Iterator[tuple[str, Schema]]:
    """Yield the records that schemas describe, each by its kind; of a file's own type where that names the kind."""
    for whole in schemas:
        for item in (whole, *whole.get("$defs", {}).values()):
            kind = item.get("x-slag")
            if kind == "type":
                yield from ((name, item) for name in item["properties"]["type"]["enum"])
            elif kind:
                yield kind, item
