"""The municipality's own words: which kinds `begreper` in planctl.yaml may name, those of disciplines among them."""

from __future__ import annotations

from planctl.resources import Schema, records_of

_SETTINGS, _LIST = "planctl", "begrepsliste"


def with_own_words(schemas: dict[str, Schema]) -> dict[str, Schema]:
    """Give schemas, by file stem, in which `begreper` takes every kind that a schema has words for (`x-begrep`).

    `x-beskrivelse` of the list is the help of such a field, with the word in place of `{ord}`.
    """
    settings = schemas.get(_SETTINGS)
    if settings is None:
        return schemas
    defs = settings["$defs"]
    known = defs[_LIST]["properties"]
    added = {}
    for kind, schema in records_of(schemas.values()):
        if "x-begrep" in schema and kind not in known:
            word = schema["x-begrep"]["nb"][0]
            told = defs[_LIST]["x-beskrivelse"].replace("{ord}", word)
            added[kind] = {"$ref": "#/$defs/begrep", "title": word[:1].upper() + word[1:], "description": told}
    listed = {**defs[_LIST], "properties": {**known, **added}}
    return {**schemas, _SETTINGS: {**settings, "$defs": {**defs, _LIST: listed}}}
