"""What is wrong with a value, and what to write instead, in words a planner can use."""

from __future__ import annotations

import re
from typing import Any

from planctl.i18n import T, Text
from planctl.load.book import Schema, SchemaBook
from planctl.load.nearest import nearest
from planctl.model.formats import FORMATS

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
    if value is None:
        return "102", T("An item of the list «{field}» is empty", field=name), T("Fill it in, or delete the hyphen.")
    if error.validator == "minLength":
        return "103", T("The field «{field}» is empty", field=name), fill_in(name, schema)
    if error.validator == "enum" and not isinstance(value, (dict, list)):
        return _choice(schema, name, shown)
    if _needs_quotes(value, wants, schema, shown):
        return _quotes(code if code in ("108", "109") else "102", name, shown, value)
    if code is not None and not isinstance(value, (dict, list, bool)):
        return code, *_of_format(code, error, shown)
    if error.validator in ("type", "anyOf"):
        return "102", *_of_kind(error, wants, name, shown)
    message = T("«{value}» cannot stand in «{field}»", value=shown, field=name)
    return "104", message, T("{explanation}", explanation=schema.get("description", ""))


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
    read_as = T("true or false") if isinstance(value, bool) else T("a number")
    message = T("«{field}» should be text, but {value} is read as {kind}", field=name, value=shown, kind=read_as)
    return code, message, T('Write it in quotes, just as it stands: "{value}".', value=shown)


def _of_format(code: str, error: Any, shown: str) -> tuple[Text, Text]:
    schema: Schema = error.schema
    match code:
        case "105":
            return _of_date(schema, shown)
        case "106":
            return _of_period(schema, shown)
        case "107":
            hint = T("Use small letters, digits, period, hyphen and underscore, and begin with a letter or digit.")
            return T("«{value}» cannot be an id", value=shown), hint
        case "108":
            message = T("«{value}» is not a municipality number", value=shown)
            return message, T('Write the four digits in quotes, as "3025".')
        case "109":
            message = T("«{value}» is not an organisation number", value=shown)
            hint = T("Look it up in Enhetsregisteret: nine digits, written in quotes and without spaces.")
            return message, hint
    return _of_number(error, shown)


def _of_date(schema: Schema, shown: str) -> tuple[Text, Text]:
    exact = schema.get("format") == "planctl-dato"
    message = T("«{value}» is not a date", value=shown) if exact else T("«{value}» is not a deadline", value=shown)
    hint = T("Write year-month-day, as 2021-10-01.")
    if not exact:
        hint = T("Write a date (2021-10-01) or a period (2021-10, 2021-Q3, 2021-T2, 2021-H1 or 2021).")
    norwegian = re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", shown)
    if norwegian:
        day, month, year = norwegian.groups()
        hint = T("Write the year first: {date}.", date=f"{year}-{month:0>2}-{day:0>2}")
    elif re.fullmatch(r"\d{4}-\d\d-\d\d", shown):
        message = T("There is no such day as {value}", value=shown)
        hint = T("The year stands first, then the month and the day, as 2021-10-01.")
    return message, hint


def _of_period(schema: Schema, shown: str) -> tuple[Text, Text]:
    examples = ", ".join(map(str, schema.get("examples", ("2021", "2021-2024"))))
    message = T("«{value}» is not a period that can stand here", value=shown)
    years = re.fullmatch(r"(\d{4}) ?([-–—]) ?(\d{4})", shown)
    if years and years[3] < years[1]:
        return T("The period «{value}» ends before it begins", value=shown), T("Write the first year first.")
    if years and years[2] != "-":
        return message, T("Write it with a hyphen and without spaces: {period}.", period=f"{years[1]}-{years[3]}")
    return message, T("Write it as {examples}.", examples=examples)


def _of_number(error: Any, shown: str) -> tuple[Text, Text]:
    schema: Schema = error.schema
    if error.validator == "minimum":
        return T("{value} is too small", value=shown), T("The smallest value here is {limit}.", limit=error.validator_value)
    if error.validator == "maximum":
        return T("{value} is too large", value=shown), T("The largest value here is {limit}.", limit=error.validator_value)
    kinds = schema.get("type", ())
    tidy = re.sub(r"[\s\u00a0]", "", shown).replace(",", ".")
    if re.fullmatch(r"[-−]?\d+" if kinds == "integer" else r"[-−]?\d+(\.\d+)?", tidy):
        hint = T("Write {value}, without quotes.", value=tidy.replace("−", "-"))
        return T("«{value}» is read as text, not as a number", value=shown), hint
    if "string" in kinds and isinstance(kinds, list):
        hint = T("Write a number with a point as decimal sign, as 4.5, or «ikke målt».")
        return T("«{value}» is not a number", value=shown), hint
    if kinds == "integer":
        hint = T("Write only digits, without quotes, spaces or a unit: 12300.")
        return T("«{value}» is not a whole number", value=shown), hint
    hint = T("Write only digits, without quotes, spaces or a unit, and a point as decimal sign: 4.5.")
    return T("«{value}» is not a number", value=shown), hint


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
    single = not isinstance(value, (dict, list))
    if "string" in wants and isinstance(value, dict):
        return T("Write one text after the colon. Put quotes around it if it holds a colon or a brace.")
    if "object" in wants and single:
        return T("Write the fields on the lines below, indented by two spaces.")
    if "object" in wants:
        return T("Delete the hyphen or the brackets: only one can stand here.")
    if "array" in wants and single and len(shown) < 40:
        return T("Put brackets around it: [{value}]", value=shown)
    if "array" in wants and single:
        return T("Write each item on a line of its own, with a hyphen before it.")
    if "array" in wants:
        return T("Put a hyphen before the first field of each item.")
    if "string" in wants:
        return T("Write one text after the colon, without hyphen or brackets.")
    if "boolean" in wants:
        return T("Write true or false, without quotes.")
    return T("Write only digits, without quotes, spaces or a unit.")


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
