"""A JSON Schema as plain data: what it names, its references rewritten, and its fast validator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from planctl.model.formats import VALUE_FORMATS
from planctl.resources import Schema as Schema


def fast_validator(schema: Schema) -> Any:
    """Make a validator (jsonschema-rs) that answers yes or no to a whole schema, planctl's own formats among it."""
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(schema, formats=VALUE_FORMATS, validate_formats=True)


def needed(schema: Schema, holds: Callable[[Schema], bool]) -> list[str]:
    """Name the fields that a group must have: those of `required`, and of the branch of its `if` that applies.

    `holds` tells whether the group fits a condition.
    """
    names = list(schema.get("required", ()))
    if "if" in schema:
        names += schema.get("then" if holds(schema["if"]) else "else", {}).get("required", ())
    return names


def ever_needed(schema: Schema) -> set[str]:
    """Name the fields that a group must have, always or on a condition."""
    return {
        name for part in (schema, schema.get("then", {}), schema.get("else", {})) for name in part.get("required", ())
    }


def names_used(value: Any) -> Iterator[str]:
    """Yield the names of the definitions that a schema refers to."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref" and isinstance(inner, str):
                yield inner.rpartition("/")[2]
            elif isinstance(inner, (dict, list)):
                yield from names_used(inner)
    else:
        for inner in value:
            if isinstance(inner, (dict, list)):
                yield from names_used(inner)


def rewrite(value: Any) -> Any:
    """Point every reference to `#/$defs/…` of the same schema."""
    if isinstance(value, dict):
        return {
            key: "#/$defs/" + item.rpartition("/")[2] if key == "$ref" and isinstance(item, str) else rewrite(item)
            for key, item in value.items()
        }
    return [rewrite(item) for item in value] if isinstance(value, list) else value
