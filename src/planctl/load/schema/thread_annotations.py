"""What the schemas say of the rød tråd: `x-tråd`, `x-tråd-under`, `x-tråd-viser`, `x-måler-under`, `x-politisk`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from planctl.model.thread_kinds import SERVES, Inside, Names, ThreadKinds
from planctl.resources import Schema

_FREE = "x-viser-til-fritt"


def thread_kinds(
    records: Iterable[tuple[str, Schema]],
    defs: Mapping[str, Schema],
    families: Mapping[str, Names],
    reported: Names,
) -> ThreadKinds:
    """Collect the kinds of the thread from the records of all schemas; a family whose kinds all nest is one there.

    `defs` are the shared definitions by name, `reported` the kinds that units report on.
    """
    records = list(records)
    nested = {kind for kind, schema in records if "x-tråd-under" in schema}
    family = {kind: name for name, kinds in families.items() if kinds <= nested for kind in kinds}
    nesting: dict[str, Names] = {}
    shown: dict[str, Names] = {}
    measuring: dict[str, Names] = {}
    senses: dict[str, dict[str, str]] = {}
    fields: dict[str, dict[str, Names]] = {}
    for kind, schema in records:
        name = family.get(kind, kind)
        for found, key in ((nesting, "x-tråd-under"), (shown, "x-tråd-viser"), (measuring, "x-måler-under")):
            if key in schema:
                found[name] = _expanded(schema[key], families, family)
        for field, reference in _references(schema, defs):
            senses.setdefault(kind, {})[field] = reference["x-tråd"]
            if reference["x-tråd"] == SERVES:
                named = [*reference["x-viser-til"], *reference.get(_FREE, ())]
                fields.setdefault(name, {})[field] = _expanded(named, families, family)
    political = frozenset(kind for kind, schema in records if schema.get("x-politisk"))
    solvable = families.get("løsbar", frozenset())
    return ThreadKinds(
        fields, Inside(nesting, shown, measuring), senses,
        political=political, reported=reported, solvable=solvable, family=family,
    )  # fmt: skip


def _expanded(names: Iterable[str], families: Mapping[str, Names], own: Mapping[str, str]) -> Names:
    """Give names on the thread; of a family that is not one kind there, as `løsbar`, its kinds."""
    known = own.values()
    return frozenset().union(*({name} if name in known else families.get(name, {name}) for name in names))


def _references(schema: Schema, defs: Mapping[str, Schema]) -> Iterator[tuple[str, Schema]]:
    """Yield the fields with a sense, each with the schema that has it."""
    for field, inner in schema.get("properties", {}).items():
        reference = _reference(inner, defs)
        if reference is not None:
            yield field, reference


def _reference(schema: Schema, defs: Mapping[str, Schema]) -> Schema | None:
    """Find what has a sense in a field: itself, what it refers to, its items, or one of its forms."""
    if "x-tråd" in schema:
        return schema
    if "$ref" in schema:
        return _reference(defs[schema["$ref"].rpartition("/")[2]], defs)
    inner = (
        [*schema.get("anyOf", ()), schema["items"]]
        if isinstance(schema.get("items"), dict)
        else schema.get("anyOf", ())
    )
    return next((found for item in inner if (found := _reference(item, defs)) is not None), None)
