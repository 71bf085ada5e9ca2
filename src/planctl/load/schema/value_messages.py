"""What is wrong with a value, and what to write instead, in words a planner can use."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from planctl.i18n import T, Text
from planctl.load.schema.block_help import block_for
from planctl.load.schema.format_messages import of_format
from planctl.load.schema.json_schema import Schema
from planctl.load.schema.nearest import by_likeness
from planctl.load.schema.proposals import choice
from planctl.load.schema.wrong_value import Wrong
from planctl.load.yaml.block import scalar, with_block
from planctl.load.yaml.hidden_signs import advice, hidden_sign, told

_SHORT = 60
_OWNERS = "ukjent-ansvarlig"
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


def fill_in(key: str, schema: Schema) -> Text:
    """Tell what a missing field is for."""
    return T("Write «{field}:» and its value. {explanation}", field=key, explanation=schema.get("description", ""))


def wrong_value(wrong: Wrong) -> Words:
    """Say what is wrong with a value."""
    error, schema, value = wrong.error, wrong.schema, wrong.value
    code = _CODES.get(schema.get("x-feil", ""))
    if value is None or error.validator == "minLength":
        return _empty(value, wrong.name, schema)
    if wrong.without_hidden_signs is not None:
        return code or _by_validator(error), told(hidden_sign(value) or ""), advice(wrong.without_hidden_signs)
    if wrong.rewritten is not None:
        message = T("«{value}» cannot stand in «{field}»", value=wrong.shown, field=wrong.name)
        return _by_validator(error), message, T('Write "{value}".', value=wrong.rewritten)
    if error.validator == "enum" and not isinstance(value, (dict, list)):
        return _choice(wrong)
    if wrong.needs_quotes:
        return _quotes(code if code in ("108", "109") else "102", wrong)
    if code is not None and not isinstance(value, (dict, list, bool)):
        return code, *of_format(code, wrong)
    if error.validator in ("type", "anyOf"):
        return "102", *_of_kind(wrong)
    message = T("«{value}» cannot stand in «{field}»", value=wrong.shown, field=wrong.name)
    if schema.get("x-form") == "csv":
        return "104", T("«{value}» is no CSV file", value=wrong.shown), _as_csv(wrong.shown)
    return "104", message, T("{explanation}", explanation=schema.get("description", ""))


def _as_csv(name: str) -> Text:
    right = f"{PurePosixPath(name).stem}.csv"
    return T("Save the table as CSV (in Excel «CSV UTF-8»), and write the name of that file here: {name}.", name=right)


def _by_validator(error: Any) -> str:
    return "102" if error.validator in ("type", "anyOf") else "104"


def _empty(value: Any, name: str, schema: Schema) -> Words:
    if value is None:
        return "102", T("An item of the list «{field}» is empty", field=name), T("Fill it in, or delete the hyphen.")
    return "103", T("The field «{field}» is empty", field=name), fill_in(name, schema)


def _choice(wrong: Wrong) -> Words:
    values = by_likeness(wrong.shown, [str(item) for item in wrong.schema["enum"]])
    hint = T("Choose one of: {values}.", values=", ".join(values))
    guess, _ = choice(wrong)
    if guess:
        hint = T("Did you mean «{guess}»? {choices}", guess=guess, choices=hint)
    return "104", T("«{value}» cannot stand in «{field}»", value=wrong.shown, field=wrong.name), hint


def _quotes(code: str, wrong: Wrong) -> Words:
    shown, kind = wrong.shown, T("yes or no") if isinstance(wrong.value, bool) else T("a number")
    message = T("«{field}» should be text, but {value} is read as {kind}", field=wrong.name, value=shown, kind=kind)
    return code, message, T('Write it in quotes, just as it stands: "{value}".', value=shown)


def _of_kind(wrong: Wrong) -> tuple[Text, Text]:
    given, at = _given(wrong.value), wrong.error.absolute_path
    kinds = list({_kind_name(kind).msgid: _kind_name(kind) for kind in wrong.wants}.values())
    either = T("{one} or {other}", one=kinds[0], other=kinds[1]) if len(kinds) > 1 else kinds[0]
    if at and isinstance(at[-1], int):
        message = T(
            "Each item in «{field}» should be {wanted}, not {given}", field=wrong.name, wanted=either, given=given
        )
    else:
        message = T("«{field}» should be {wanted}, not {given}", field=wrong.name, wanted=either, given=given)
    hint = _kind_help({*wrong.wants}, wrong)
    at_item = bool(at) and isinstance(at[-1], int)
    shown = block_for(wrong.book, wrong.name, wrong.schema, wrong.value) if not at_item and not wrong.items else None
    in_brackets = isinstance(wrong.value, str) and shown is not None and "\n" not in shown
    return message, with_block(_block_words(wrong), shown) if shown and not in_brackets else hint


def _block_words(wrong: Wrong) -> Text:
    if isinstance(wrong.value, list):
        return T("Only one can stand here. Write it like this:")
    return T("{explanation} Write it like this:", explanation=wrong.schema.get("description", ""))


def _kind_help(wants: set[str], wrong: Wrong) -> Text:
    group, single = isinstance(wrong.value, dict), not isinstance(wrong.value, (dict, list))
    inside = ", ".join(map(scalar, wrong.items)) or wrong.shown
    rows = (
        (
            "string" in wants and isinstance(wrong.value, list) and wrong.schema.get("x-ukjent") == _OWNERS,
            T("Only one can answer for it. In {oppdrag_pl} and {tiltak_pl} the others stand under medansvarlige."),
        ),
        ("string" in wants and group, T("Write one text after the colon, in quotes if it holds a colon or a brace.")),
        ("object" in wants and single, T("Write the fields on the lines below, indented by two spaces.")),
        ("object" in wants, T("Delete the hyphen or the brackets: only one can stand here.")),
        ("array" in wants and single and len(inside) < _SHORT, T("Put brackets around it: [{value}]", value=inside)),
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
