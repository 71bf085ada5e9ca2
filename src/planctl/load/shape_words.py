"""What is wrong with a value, and what to write instead, in words a planner can use."""

from __future__ import annotations

from typing import Any

from planctl.i18n import T, Text
from planctl.load.book import Schema, SchemaBook
from planctl.load.nearest import nearest
from planctl.load.value_words import of_format
from planctl.model.formats import FORMATS

_SHORT = 40
Words = tuple[str, Text, Text]
"""A finding's code, message and help."""

_CODES = {
    "ugyldig-dato": "105",
    "ugyldig-periode": "106",
    "ugyldig-id": "107",
    "kommunenummer": "108",
    "organisasjonsnummer": "109",
    "ugyldig-tall": "110",
}


def show(value: Any) -> str:
    """Show a value on one line, shortened."""
    text = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"


def fill_in(key: str, schema: Schema) -> Text:
    """Tell what a missing field is for."""
    return T("Write «{field}:» and its value. {explanation}", field=key, explanation=schema.get("description", ""))


def wrong_value(book: SchemaBook, error: Any, name: str, written: str) -> Words:
    """Say what is wrong with a value; `written` is how it stands in the file."""
    schema: Schema = error.schema
    value = error.instance
    code = _CODES.get(schema.get("x-feil", ""))
    shown = show(value if isinstance(value, str) or not written else written)
    wants = wanted(book, schema)
    if value is None or error.validator == "minLength":
        return _empty(value, name, schema)
    if error.validator == "enum" and not isinstance(value, (dict, list)):
        return _choice(schema, name, shown)
    if _needs_quotes(value, wants, schema, shown):
        return _quotes(code if code in ("108", "109") else "102", name, shown, value)
    if code is not None and not isinstance(value, (dict, list, bool)):
        return code, *of_format(code, error, shown)
    if error.validator in ("type", "anyOf"):
        return "102", *_of_kind(error, wants, name, shown)
    message = T("«{value}» cannot stand in «{field}»", value=shown, field=name)
    return "104", message, T("{explanation}", explanation=schema.get("description", ""))


def _empty(value: Any, name: str, schema: Schema) -> Words:
    if value is None:
        return "102", T("An item of the list «{field}» is empty", field=name), T("Fill it in, or delete the hyphen.")
    return "103", T("The field «{field}» is empty", field=name), fill_in(name, schema)


def wanted(book: SchemaBook, schema: Schema) -> list[str]:
    """Return the JSON types that a schema takes, through `anyOf`."""
    found = schema.get("type", [])
    kinds = [found] if isinstance(found, str) else list(found)
    return kinds + [kind for branch in schema.get("anyOf", ()) for kind in wanted(book, book.resolve(branch))]


def _choice(schema: Schema, name: str, shown: str) -> Words:
    values = [str(item) for item in schema["enum"]]
    guess = nearest(shown, values)
    hint = T("Choose one of: {values}.", values=", ".join(values))
    if guess:
        hint = T("Did you mean «{guess}»? {choices}", guess=guess, choices=hint)
    return "104", T("«{value}» cannot stand in «{field}»", value=shown, field=name), hint


def _needs_quotes(value: Any, wants: list[str], schema: Schema, shown: str) -> bool:
    """Tell whether a number or a yes/no would be right if it stood in quotes."""
    if isinstance(value, str) or not isinstance(value, (int, float)) or "string" not in wants:
        return False
    if {"number", "integer"} & {*wants}:
        return False
    check = FORMATS.get(schema.get("format", ""))
    return check(shown) if check else True


def _quotes(code: str, name: str, shown: str, value: Any) -> Words:
    read_as = T("yes or no") if isinstance(value, bool) else T("a number")
    message = T("«{field}» should be text, but {value} is read as {kind}", field=name, value=shown, kind=read_as)
    return code, message, T('Write it in quotes, just as it stands: "{value}".', value=shown)


def _of_kind(error: Any, wants: list[str], name: str, shown: str) -> tuple[Text, Text]:
    value = error.instance
    given = _given(value)
    kinds = list({_kind_name(kind).msgid: _kind_name(kind) for kind in wants}.values())
    either = T("{one} or {other}", one=kinds[0], other=kinds[1]) if len(kinds) > 1 else kinds[0]
    if error.absolute_path and isinstance(error.absolute_path[-1], int):
        message = T("Each item in «{field}» should be {wanted}, not {given}", field=name, wanted=either, given=given)
    else:
        message = T("«{field}» should be {wanted}, not {given}", field=name, wanted=either, given=given)
    return message, _kind_help({*wants}, value, shown)


def _kind_help(wants: set[str], value: Any, shown: str) -> Text:
    group, single = isinstance(value, dict), not isinstance(value, (dict, list))
    rows = (
        ("string" in wants and group, T("Write one text after the colon, in quotes if it holds a colon or a brace.")),
        ("object" in wants and single, T("Write the fields on the lines below, indented by two spaces.")),
        ("object" in wants, T("Delete the hyphen or the brackets: only one can stand here.")),
        ("array" in wants and single and len(shown) < _SHORT, T("Put brackets around it: [{value}]", value=shown)),
        ("array" in wants and single, T("Write each item on a line of its own, with a hyphen before it.")),
        ("array" in wants, T("Put a hyphen before the first field of each item.")),
        ("string" in wants, T("Write one text after the colon, without hyphen or brackets.")),
        ("boolean" in wants, T("Write true or false, without quotes.")),
        (True, T("Write only digits, without quotes, spaces or a unit.")),
    )
    return next(text for fits, text in rows if fits)


def _kind_name(kind: str) -> Text:
    match kind:
        case "array":
            return T("a list")
        case "object":
            return T("a group of fields")
        case "boolean":
            return T("true or false")
        case "number" | "integer":
            return T("a number")
    return T("a text")


def _given(value: Any) -> Text:
    match value:
        case bool():
            return T("true or false")
        case dict():
            return T("a group of fields")
        case list():
            return T("a list")
        case int() | float():
            return T("a number")
    return T("a text")
