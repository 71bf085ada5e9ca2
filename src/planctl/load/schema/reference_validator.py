"""The reference validator (jsonschema), which tells what is wrong; an empty field counts as absent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import jsonschema
from jsonschema.validators import extend

from planctl.load.schema.json_schema import Schema, fast_validator, needed
from planctl.model.formats import VALUE_FORMATS

_PLAIN = jsonschema.Draft202012Validator


def reference_validator(schema: Schema) -> Any:
    """Make a validator of a whole schema."""
    checker = jsonschema.FormatChecker(())
    for name, check in VALUE_FORMATS.items():
        checker.checks(name)(check)
    fits = _Fast(schema)
    parts = {"items": partial(_items, fits), "additionalProperties": partial(_additional, fits)}
    made: Any = _extend(_Reference, parts)
    return made(schema, format_checker=checker)


class _Fast:
    """Tells at once whether a value fits a part of a schema (jsonschema-rs): there are thousands of those that do."""

    def __init__(self, whole: Schema) -> None:
        self._whole = whole
        self._made: dict[int, Any] = {}

    def __call__(self, part: Schema, value: Any) -> bool:
        """Return true only where nothing is to be told."""
        if id(part) not in self._made:
            self._made[id(part)] = fast_validator({"$defs": self._whole["$defs"], **part})
        fits: bool = self._made[id(part)].is_valid(value)
        return fits


def _properties(validator: Any, properties: Schema, instance: Any, _: Schema) -> Iterator[Any]:
    if validator.is_type(instance, "object"):
        for name, inner in properties.items():
            if instance.get(name) is not None:
                yield from validator.descend(instance[name], inner, path=name, schema_path=name)


def _required(validator: Any, _: list[str], instance: Any, schema: Schema) -> Iterator[Any]:
    """Tell at once of all that is missing, also by the condition of the group."""
    if validator.is_type(instance, "object"):
        names = needed(schema, lambda condition: bool(validator.evolve(schema=condition).is_valid(instance)))
        missing = [name for name in names if instance.get(name) is None]
        if missing:
            yield jsonschema.ValidationError(f"missing: {missing}")


def _condition(*_: Any) -> Iterator[Any]:
    """Tell nothing: what a condition asks for, `required` has told."""
    yield from ()


def _items(fits: _Fast, validator: Any, items: Schema, instance: Any, _: Schema) -> Iterator[Any]:
    if validator.is_type(instance, "array"):
        for index, item in enumerate(instance):
            if not fits(items, item):
                yield from validator.descend(item, items, path=index)


def _additional(fits: _Fast, validator: Any, rest: Any, instance: Any, schema: Schema) -> Iterator[Any]:
    if not validator.is_type(instance, "object"):
        return
    others = [name for name in instance if name not in schema.get("properties", {})]
    if rest is False and others:
        yield jsonschema.ValidationError(f"unknown: {others}")
    elif isinstance(rest, dict):
        for name in others:
            if instance[name] is not None and not fits(rest, instance[name]):
                yield from validator.descend(instance[name], rest, path=name)


def _pattern(validator: Any, pattern: str, instance: Any, _: Schema) -> Iterator[Any]:
    whole = pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern
    if validator.is_type(instance, "string") and not re.search(whole, instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


_extend: Any = extend
_Reference = _extend(
    _PLAIN,
    {"properties": _properties, "required": _required, "if": _condition, "pattern": _pattern},
)
