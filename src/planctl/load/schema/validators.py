"""Data held against the schemas: a fast yes or no, and every error where the answer is no."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from planctl.load.schema.json_schema import Schema, fast_validator, names_used, rewrite


class Validators:
    """The validators of some schemas, by file stem, with the definitions they share; each is made when it is needed."""

    def __init__(self, files: Mapping[str, Schema], defs: Mapping[str, Schema]) -> None:
        self._files = files
        self._defs = defs
        self._fast: dict[str, Any] = {}
        self._reference: dict[str, Any] = {}
        self._parts: dict[int, tuple[Schema, Any]] = {}
        self._rewritten: dict[str, tuple[Schema, tuple[str, ...]]] = {}

    def bundle(self, stem: str) -> Schema:
        """Return one schema with the definitions it uses inside it, refs rewritten to `#/$defs/…`."""
        whole = {key: value for key, value in self._files[stem].items() if key != "$defs"}
        names = dict.fromkeys(names_used(whole))
        for name in (queue := list(names)):
            new = [other for other in self._rewritten_def(name)[1] if other not in names]
            names.update(dict.fromkeys(new))
            queue += new
        return {**rewrite(whole), "$defs": {name: self._rewritten_def(name)[0] for name in names}}

    def _rewritten_def(self, name: str) -> tuple[Schema, tuple[str, ...]]:
        """Give a definition with its refs rewritten, and the names of those it uses; several bundles hold it."""
        known = self._rewritten.get(name)
        if known is None:
            whole = self._defs[name]
            known = self._rewritten[name] = (rewrite(whole), tuple(dict.fromkeys(names_used(whole))))
        return known

    def is_valid(self, stem: str, data: Any) -> bool:
        """Answer yes or no fast (jsonschema-rs)."""
        validator = self._fast.get(stem)
        if validator is None:
            validator = self._fast[stem] = fast_validator(self.bundle(stem))
        valid: bool = validator.is_valid(data)
        return valid

    def accepts(self, schema: Schema, value: Any) -> bool:
        """Tell whether a value would be right where a part of a schema, as errors name it, asks for one."""
        known = self._parts.get(id(schema))
        if known is None:
            whole = rewrite({**schema, "$defs": self._defs})
            known = self._parts[id(schema)] = (schema, fast_validator(whole))
        valid: bool = known[1].is_valid(value)
        return valid

    def errors(self, stem: str, data: Any) -> Iterator[Any]:
        """Yield every error with path and schema (jsonschema, the reference validator); empty fields are absent."""
        if stem not in self._reference:
            from planctl.load.schema.reference_validator import reference_validator

            self._reference[stem] = reference_validator(self.bundle(stem))
        yield from self._reference[stem].iter_errors(data)
