"""Schema errors in plain words: one finding for each mistake, with exact place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.book import Schema, SchemaBook
from planctl.load.nearest import nearest
from planctl.source import Place, Pointer

_FORMAT_CODES = {
    "ugyldig-dato": "105",
    "ugyldig-periode": "106",
    "ugyldig-id": "107",
    "kommunenummer": "108",
    "organisasjonsnummer": "109",
    "ugyldig-tall": "110",
}
_VALUE_KEYWORDS = frozenset({"enum", "const", "pattern", "format", "minimum", "maximum", "minLength", "maxLength",
                             "minItems", "maxItems", "uniqueItems", "exclusiveMinimum", "multipleOf", "minProperties"})  # fmt: skip


def shape_findings(book: SchemaBook, stem: str, path: str, data: Any) -> list[Finding]:
    """Check a file's data against its schema; codes 101–110, in the order of the file's pointers."""
    if book.is_valid(stem, data):
        return []
    found: dict[tuple[Pointer, str], Finding] = {}
    for error in _leaves(book.errors(stem, data)):
        pointer: Pointer = tuple(error.absolute_path)
        for finding in _translate(book, path, data, pointer, error):
            at = finding.place.at
            group = "value" if error.validator in _VALUE_KEYWORDS or error.validator == "type" else finding.code
            found.setdefault((at if isinstance(at, tuple) else (), f"{group}:{finding.field if group != 'value' else ''}"), finding)
    return list(found.values())


def _leaves(errors: Iterator[Any]) -> Iterator[Any]:
    """Replace an `anyOf` error by the errors of the branch that fits the value's type best."""
    for error in sorted(errors, key=lambda item: [str(part).rjust(6) for part in item.absolute_path]):
        if error.validator != "anyOf":
            yield error
            continue
        branches: dict[int, list[Any]] = {}
        for inner in error.context:
            branches.setdefault(inner.schema_path[0], []).append(inner)
        fitting = [rows for rows in branches.values() if not any(_wrong_type(row, error) for row in rows)]
        yield from _leaves(iter(min(fitting, key=len))) if fitting else [error]


def _wrong_type(row: Any, error: Any) -> bool:
    return row.validator == "type" and row.absolute_path == error.absolute_path


def _translate(book: SchemaBook, path: str, data: Any, pointer: Pointer, error: Any) -> Iterator[Finding]:
    record = _record_id(data, pointer)
    name = next((part for part in reversed(pointer) if isinstance(part, str)), None)
    match error.validator:
        case "additionalProperties":
            known = list(error.schema.get("properties", {}))
            for key in error.instance:
                if key not in known:
                    yield _unknown_field(book, path, (*pointer, key), known, record)
        case "required":
            for key in error.validator_value:
                if error.instance.get(key) is None:
                    yield _missing(book, path, pointer, key, error, record)
        case _ if error.instance is None:
            # An empty field is an absent one: where it is needed, `required` or a rule says so.
            if not (pointer and isinstance(pointer[-1], str)):
                yield Finding("102", Place(path, pointer), T("An item of the list is empty"), T("Fill it in or delete the hyphen."), record, name)
        case _:
            yield _wrong_value(path, pointer, error, record, name)


def _unknown_field(book: SchemaBook, path: str, pointer: Pointer, known: list[str], record: str | None) -> Finding:
    key = str(pointer[-1])
    right = book.nynorsk.get(key.casefold())
    if right in known:
        hint = T("In plan files the field is spelled «{field}».", field=right)
    elif guess := nearest(key, known):
        hint = T("Did you mean «{guess}»?", guess=guess)
    else:
        hint = T("The fields here are: {fields}.", fields=", ".join(known))
    return Finding("101", Place(path, pointer, key=True), T("The field «{field}» does not exist here", field=key), hint, record, key)


def _missing(book: SchemaBook, path: str, pointer: Pointer, key: str, error: Any, record: str | None) -> Finding:
    schema = book.resolve(error.schema.get("properties", {}).get(key, {}))
    if key in error.instance:
        place = Place(path, (*pointer, key), key=True)
        message = T("The field «{field}» is empty", field=key)
    else:
        place = Place(path, (*pointer, "id") if "id" in error.instance else pointer, key=True)
        message = T("The field «{field}» is missing", field=key)
    help_text = schema.get("description") or schema.get("title")
    hint = T("Add «{field}:». {explanation}", field=key, explanation=help_text or "")
    return Finding("103", place, message, hint, record, key)


def _wrong_value(path: str, pointer: Pointer, error: Any, record: str | None, name: str | None) -> Finding:
    schema: Schema = error.schema
    place = Place(path, pointer)
    code = _FORMAT_CODES.get(schema.get("x-feil", ""))
    shown = _show(error.instance)
    if error.validator in {"enum", "const"}:
        values = [str(item) for item in schema.get("enum", [schema.get("const")])]
        message = T("«{value}» is not a value of «{field}»", value=shown, field=name or "")
        guess = nearest(shown, values)
        choices = T("Choose one of: {values}.", values=", ".join(values))
        hint = T("Did you mean «{guess}»? {choices}", guess=guess, choices=choices) if guess else choices
        return Finding("104", place, message, hint, record, name)
    if code is not None and not isinstance(error.instance, (dict, list, bool)):
        return Finding(code, place, *_format_words(code, shown, schema), record, name)
    if error.validator == "type":
        return Finding("102", place, *_type_words(error.instance, schema, name, shown), record, name)
    message = T("«{value}» is not a valid value of «{field}»", value=shown, field=name or "")
    return Finding("104", place, message, _limit_words(error, schema), record, name)


def _format_words(code: str, shown: str, schema: Schema) -> tuple[Text, Text]:
    match code:
        case "105":
            if schema.get("format") == "planctl-dato":
                return T("«{value}» is not a date", value=shown), T("Write year-month-day, as 2021-10-01.")
            return (
                T("«{value}» is not a deadline", value=shown),
                T("Write a date (2021-10-01) or a period (2021-10, 2021-Q3, 2021-T2, 2021-H1 or 2021)."),
            )
        case "106":
            examples = schema.get("examples") or ["2021", "2021-2024"]
            return (
                T("«{value}» is not a period that can stand here", value=shown),
                T("Write it as {examples}.", examples=", ".join(map(str, examples))),
            )
        case "107":
            return (
                T("«{value}» cannot be an id", value=shown),
                T("An id holds lower-case letters, digits, period, hyphen and underscore, and begins with a letter or digit."),
            )
        case "108":
            return (
                T("«{value}» is not a municipality number", value=shown),
                T('Write the four digits in quotes, as "3025"; without quotes 0301 becomes 301.'),
            )
        case "109":
            return (
                T("«{value}» is not an organisation number", value=shown),
                T("It has nine digits in quotes, and the last is a check digit: look it up in Enhetsregisteret."),
            )
    return T("«{value}» is not a number", value=shown), T("Write digits without spaces, and a point as decimal sign: 4.5.")


def _type_words(value: Any, schema: Schema, name: str | None, shown: str) -> tuple[Text, Text]:
    wanted = schema.get("type")
    kinds = {wanted} if isinstance(wanted, str) else set(wanted or ())
    field = name or ""
    if "string" in kinds and isinstance(value, (int, float, bool)):
        return T("«{field}» should be text, but {value} is read as a number", field=field, value=shown), T(
            "Put quotes around the value."
        )
    if "array" in kinds:
        return T("«{field}» should be a list", field=field), T("Write each item on its own line with a hyphen, or [a, b].")
    if "object" in kinds:
        return T("«{field}» should be a group of fields", field=field), T("Write the fields on lines of their own, indented.")
    if "boolean" in kinds:
        return T("«{field}» should be true or false", field=field), T("Write true or false without quotes.")
    if kinds & {"number", "integer"}:
        return T("«{field}» should be a number", field=field), T(
            "Write digits without quotes or spaces, and a point as decimal sign: 4.5."
        )
    return T("«{field}» should be a single text", field=field), T("Write it after the colon, in quotes if it holds special signs.")


def _limit_words(error: Any, schema: Schema) -> Text:
    match error.validator:
        case "minimum" | "exclusiveMinimum":
            return T("The smallest value is {limit}.", limit=error.validator_value)
        case "maximum":
            return T("The largest value is {limit}.", limit=error.validator_value)
        case "minLength" | "minItems" | "minProperties":
            return T("Fill in the field, or delete it.")
        case "uniqueItems":
            return T("The same item stands twice.")
    return T("{explanation}", explanation=schema.get("description", ""))


def _record_id(data: Any, pointer: Pointer) -> str | None:
    """Return the id of the innermost record around a pointer."""
    found, here = None, data
    for part in (*pointer, None):
        if isinstance(here, dict) and isinstance(here.get("id"), str):
            found = here["id"]
        if part is None or not isinstance(here, (dict, list)):
            break
        try:
            here = here[part]  # type: ignore[index, call-overload]
        except (KeyError, IndexError, TypeError):
            break
    return found


def _show(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"
