"""The obvious way, to measure against: ruamel.yaml's round-trip loader and jsonschema, file by file."""

from __future__ import annotations

import sys
from pathlib import Path

import jsonschema
from ruamel.yaml import YAML

from planctl.load.schema.schema_book import SchemaBook


def main(folder: Path) -> int:
    """Load and validate every plan file of a folder; return the number of files with errors."""
    book, yaml, wrong = SchemaBook(), YAML(), 0
    validators = {
        stem: jsonschema.Draft202012Validator(book.validators.bundle(stem)) for stem in book.files if stem != "felles"
    }
    for path in sorted(folder.rglob("*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"))
        stem = "planctl" if path.name == "planctl.yaml" else book.types[data["type"]]
        wrong += any(True for _ in validators[stem].iter_errors(data))
    return wrong


if __name__ == "__main__":
    main(Path(sys.argv[1]))
