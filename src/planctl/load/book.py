"""The schemas as one book: bundled, validated fast, and read for their annotations."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from planctl.model.formats import FORMATS
from planctl.resources import schemas_dir

CONFIG_TYPE = "planctl"
_ENDING = ".schema.json"
_SHARED = "felles"

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that refers to records: the kinds it may name, and the rule for an unknown one."""

    kinds: frozenset[str]
    unknown_rule: str | None = None


class SchemaBook:
    """All schemas of a folder, by the `type` of the plan files they describe."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or schemas_dir()
        self._validators: dict[str, Any] = {}
        self._telling: dict[str, Any] = {}

    @cached_property
    def files(self) -> dict[str, Schema]:
        """The schemas as they stand in the files, by file stem (`felles` among them)."""
        found = {}
        for path in sorted(self._folder.iterdir()):
            if path.name.endswith(_ENDING):
                found[path.name.removesuffix(_ENDING)] = json.loads(path.read_text(encoding="utf-8"))
        return found

    @cached_property
    def defs(self) -> dict[str, Schema]:
        """All shared definitions, their names unique across files."""
        return {name: item for schema in self.files.values() for name, item in schema.get("$defs", {}).items()}

    @cached_property
    def types(self) -> dict[str, str]:
        """The schema file (stem) of each value of `type`."""
        found = {}
        for stem, schema in self.files.items():
            rule = schema.get("properties", {}).get("type", {})
            for name in rule.get("enum", [rule["const"]] if "const" in rule else []):
                found[name] = stem
        return found

    @cached_property
    def families(self) -> dict[str, frozenset[str]]:
        """The kinds of each family: `plan`, `mål`, `enhet`."""
        rows = self.files[_SHARED].get("x-familier", {})
        return {name: frozenset(kinds) for name, kinds in rows.items()}

    @cached_property
    def nynorsk(self) -> dict[str, str]:
        """Field names as they are often typed in nynorsk, and as planctl writes them."""
        spellings: dict[str, str] = self.files[_SHARED].get("x-nynorsk", {})
        return spellings

    def kinds(self, names: list[str]) -> frozenset[str]:
        """Expand families to kinds."""
        return frozenset(kind for name in names for kind in self.families.get(name, (name,)))

    def resolve(self, schema: Schema) -> Schema:
        """Follow `$ref`; keywords beside it win over the definition's."""
        while "$ref" in schema:
            target = self.defs[schema["$ref"].rpartition("/")[2]]
            schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
        return schema

    def root(self, stem: str) -> Schema:
        """Return the schema of a file stem."""
        return self.files[stem]

    def bundle(self, stem: str) -> Schema:
        """Return one schema with every definition inside it, refs rewritten to `#/$defs/…`."""
        whole = {key: value for key, value in self.files[stem].items() if key != "$defs"}
        bundled: Schema = _rewrite({**whole, "$defs": self.defs})
        return bundled

    def is_valid(self, stem: str, data: Any) -> bool:
        """Answer yes or no fast (jsonschema-rs)."""
        validator = self._validators.get(stem)
        if validator is None:
            import jsonschema_rs

            validator = jsonschema_rs.Draft202012Validator(self.bundle(stem), formats=FORMATS, validate_formats=True)
            self._validators[stem] = validator
        valid: bool = validator.is_valid(data)
        return valid

    def errors(self, stem: str, data: Any) -> Iterator[Any]:
        """Yield every error with path and schema (jsonschema, the reference validator); empty fields are absent."""
        if stem not in self._telling:
            from planctl.load.telling import telling_validator

            self._telling[stem] = telling_validator(self.bundle(stem))
        yield from self._telling[stem].iter_errors(data)


def _rewrite(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: "#/$defs/" + item.rpartition("/")[2] if key == "$ref" and isinstance(item, str) else _rewrite(item)
            for key, item in value.items()
        }
    return [_rewrite(item) for item in value] if isinstance(value, list) else value
