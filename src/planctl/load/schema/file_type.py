"""Which kind of plan a file is: what its `type` says, and what its fields show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.files.tree import CONFIG_NAME
from planctl.load.schema.json_schema import ever_needed
from planctl.load.schema.nearest import nearest
from planctl.load.schema.schema_book import SchemaBook
from planctl.source import START, Fix, Place

_SETTINGS = frozenset({"planctl.yml", "planctl.yaml"})
"""Names, in small letters, of files that are meant as the settings and are not read as those."""


def stem_of(book: SchemaBook, path: str, data: Any, findings: list[Finding]) -> str | None:
    """Tell which schema file describes the data; finding 010 when its `type` does not, and None when nothing does.

    A file whose fields are all those of another type, and not of its own, is read as the other from here on.
    """
    types = book.types
    if path.casefold() in _SETTINGS:
        message = T("The settings are read from «{name}», so this file is not read", name=CONFIG_NAME)
        findings.append(Finding("010", Place(path, START), message, T("Rename it to «{name}».", name=CONFIG_NAME)))
        return None
    fields = data if isinstance(data, dict) else {}
    kind = fields.get("type")
    if isinstance(kind, str) and kind in types:
        other = _other_type(book, types[kind], fields)
        if other is None:
            return types[kind]
        findings.append(_wrong_type(path, fields, other))
        fields["type"] = other
        return types[other]
    from planctl.load.yaml.hidden_signs import advice, hidden_sign, tidied, told

    unseen = next((name for name in tidied(kind) if name in types), None) if isinstance(kind, str) else None
    if unseen is not None:
        place = Place(path, ("type",))
        message, hint = told(hidden_sign(str(kind)) or ""), advice(unseen)
        findings.append(Finding("010", place, message, hint, _id(fields), "type", fix=Fix(place, unseen)))
        fields["type"] = unseen
        return types[unseen]
    place = Place(path, START)
    choices = T("Choose one of: {values}.", values=", ".join(sorted(types)))
    not_a_plan = T("If it is no plan file, list it under utelat in planctl.yaml.")
    hint = T("Write «type:» on the first line. {choices} {otherwise}", choices=choices, otherwise=not_a_plan)
    if data is None:
        message = T("The file is empty")
        hint = T("Delete it, or write «type:» on the first line. {choices}", choices=choices)
    elif not isinstance(data, dict):
        message = T("The file does not begin with a field")
    elif kind is None:
        message = T("The file does not say what kind of plan it is: «type» is missing")
        others = {name: value for name, value in fields.items() if name.casefold() != "type"}
        fitting = list(_types_with(book, others)) if others else []
        if len(fitting) == 1:
            hint = T("Write «type: {type}» on the first line: the fields are those of that type.", type=fitting[0])
    elif not isinstance(kind, str):
        message, place = T("«type» should be one word"), Place(path, ("type",), key=True)
    else:
        from planctl.load.schema.wrong_value import show

        message, place = T("«{value}» is no type of plan file", value=show(kind)), Place(path, ("type",))
        guess = nearest(kind, types, cutoff=0.65)
        meant = T("Did you mean «{guess}»? {choices}", guess=guess, choices=choices) if guess else choices
        hint = T("{choices} {otherwise}", choices=meant, otherwise=not_a_plan)
    findings.append(Finding("010", place, message, hint, _id(fields), "type"))
    return None


def _other_type(book: SchemaBook, stem: str, fields: dict[str, Any]) -> str | None:
    """Find the one other type whose fields these are, by what the stated type lacks.

    That is two fields, one that the other type needs, or one that holds records.
    """
    strangers = fields.keys() - book.root(stem)["properties"].keys()
    fitting = list(_types_with(book, fields)) if strangers else []
    if len(fitting) != 1:
        return None
    needed = strangers & ever_needed(book.root(book.types[fitting[0]]))
    records = any(isinstance(item, dict) for name in strangers for item in _items(fields[name]))
    return fitting[0] if needed or records or len(strangers) > 1 else None


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _types_with(book: SchemaBook, fields: dict[str, Any]) -> Iterator[str]:
    """Yield the types that know every field."""
    for name, stem in book.types.items():
        if {*fields, "type"} <= book.root(stem)["properties"].keys():
            yield name


def _wrong_type(path: str, fields: dict[str, Any], right: str) -> Finding:
    place = Place(path, ("type",))
    message = T("«type» is «{written}», but the fields are those of «{right}»", written=fields["type"], right=right)
    hint = T("Write «type: {type}». Otherwise delete the fields that do not belong here.", type=right)
    return Finding("010", place, message, hint, _id(fields), "type", fix=Fix(place, right, safe=False))


def _id(fields: dict[str, Any]) -> str | None:
    found = fields.get("id")
    return found if isinstance(found, str) else None
