"""The municipality's own words: `begreper` in planctl.yaml may name every kind that has a word, whoever gives it."""

from __future__ import annotations

from planctl.glossary import common_terms
from planctl.resources import Schema, records_of

_SETTINGS, _LIST = "planctl", "begrepsliste"


def with_own_words(schemas: dict[str, Schema]) -> dict[str, Schema]:
    """Give schemas, by file stem, in which `begreper` takes the common words' kinds and those of `x-begrep`.

    `x-beskrivelse` of the list is the help of such a field, with the word in place of `{ord}`.
    """
    settings = schemas.get(_SETTINGS)
    if settings is None:
        return schemas
    words = {kind: forms["nb"][0] for kind, forms in common_terms().items()}
    shared = {name: forms for schema in schemas.values() for name, forms in schema.get("x-flere-begrep", {}).items()}
    for kind, item in records_of(schemas.values()):
        forms = item.get("x-begrep") or shared.get(kind)  # a høring is a day of a plan too, and has its word there
        words |= {kind: forms["nb"][0]} if forms else {}
    defs = settings["$defs"]
    told = defs[_LIST]["x-beskrivelse"]
    fields = {
        kind: {
            "$ref": "#/$defs/begrep",
            "title": word[:1].upper() + word[1:],
            "description": told.replace("{ord}", word),
        }
        for kind, word in words.items()
    }
    listed = {**defs[_LIST], "properties": fields}
    return {**schemas, _SETTINGS: {**settings, "$defs": {**defs, _LIST: listed}}}
