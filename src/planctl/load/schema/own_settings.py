"""The settings of disciplines: what a schema adds to planctl.yaml (`x-innstillinger` at its root)."""

from __future__ import annotations

from planctl.resources import Schema

_SETTINGS = "planctl"


def with_settings(schemas: dict[str, Schema]) -> dict[str, Schema]:
    """Give schemas, by file stem, in which planctl.yaml has the groups that the other schemas add to it."""
    settings = schemas.get(_SETTINGS)
    added = {name: inner for schema in schemas.values() for name, inner in schema.get("x-innstillinger", {}).items()}
    if settings is None or not added:
        return schemas
    return {**schemas, _SETTINGS: {**settings, "properties": {**settings["properties"], **added}}}
