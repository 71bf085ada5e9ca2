"""Words for dates, periods, ids and numbers that cannot be read."""

from __future__ import annotations

import re
from typing import Any

from planctl.i18n import T, Text
from planctl.load.book import Schema


def of_format(code: str, error: Any, shown: str) -> tuple[Text, Text]:
    """Say what is wrong with a value that has a format of its own, by its code."""
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
        hint = T("The smallest value here is {limit}.", limit=error.validator_value)
        return T("{value} is too small", value=shown), hint
    if error.validator == "maximum":
        hint = T("The largest value here is {limit}.", limit=error.validator_value)
        return T("{value} is too large", value=shown), hint
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
