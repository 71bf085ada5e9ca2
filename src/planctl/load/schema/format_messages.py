"""Words for dates, periods, ids and numbers that cannot be read."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from planctl.i18n import T, Text
from planctl.load.schema.date_guess import DateGuess, Why, in_year
from planctl.load.schema.wrong_value import Wrong
from planctl.load.tables.csv_values import two_ways, two_ways_message
from planctl.model.formats import KNOWN_TIME, is_municipality_number, is_organisation_number
from planctl.model.measured import NOT_MEASURED

_GROUPED = re.compile(r"[-−]?\d{1,3}[.,]\d{3}")
_SCALE = re.compile(r"(?i)\d ?(?:mill|mrd|milliard|tusen|mnok|tkr|k\b|m\b)|\bMNOK\b")
_WRITTEN = re.compile(r"[-−]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|[-−]?\d+(?:[.,]\d+)*")
_HINTS: dict[Why, Callable[[str], Text]] = {
    Why.FORM: lambda right: T("Write {value}.", value=right),
    Why.YEAR_FIRST: lambda right: T("Write the year first: {date}.", date=right),
    Why.NO_YEAR: lambda right: T("Write the year too: {value}.", value=right),
    Why.LAST_DAY: lambda right: T("Write the last day it can be: {value}.", value=right),
    Why.ENDLESS: lambda right: T(
        "What has no end is marked «gjentas: løpende», and its deadline is the year's last day: {value}.", value=right
    ),
}


def of_format(code: str, wrong: Wrong) -> tuple[Text, Text]:
    """Say what is wrong with a value that has a format of its own, by its code."""
    shown = wrong.shown
    match code:
        case "105":
            return _of_date(wrong)
        case "106":
            return _of_period(wrong)
        case "107":
            hint = T("Use small letters, digits, period, hyphen and underscore, and begin with a letter or digit.")
            right = re.sub(r"[^a-zæøå0-9._-]+", "-", shown.casefold()).strip("._-")
            if right:
                hint = T("Write it as {id}. {rule}", id=right, rule=hint)
            return T("«{value}» cannot be an id", value=shown), hint
        case "108":
            message = T("«{value}» is not a municipality number", value=shown)
            hint = T('Write the four digits in quotes, as "3025".')
            return message, _straight(wrong, is_municipality_number) or hint
        case "109":
            message = T("«{value}» is not an organisation number", value=shown)
            hint = T("Look it up in Enhetsregisteret: nine digits, written in quotes and without spaces.")
            return message, _straight(wrong, is_organisation_number) or hint
    return _of_number(wrong)


def _straight(wrong: Wrong, right: Callable[[str], bool]) -> Text | None:
    """Tell of a value that would be right if its quotes were straight."""
    value = wrong.unquoted
    return T('Put straight quotes around it: "{value}".', value=value) if right(value) else None


def _of_date(wrong: Wrong) -> tuple[Text, Text]:
    form, year, shown = wrong.schema.get("format"), str(wrong.example_year), wrong.shown
    exact, known = form == "planctl-dato", form == KNOWN_TIME
    message = T("«{value}» is not a deadline", value=shown)
    if exact or known:
        message = T("«{value}» is not a date", value=shown)
    no_such_day = re.fullmatch(r"\d{4}-\d\d-\d\d", shown)
    if no_such_day:
        message = T("There is no such day as {value}", value=shown)
    if wrong.intended:
        return message, _advice(wrong.intended)
    if no_such_day:
        return message, T("The year stands first, then the month and the day, as {year}-10-01.", year=year)
    if known:
        return message, T(
            "Write the day ({year}-10-01), or what is known of it: {year}-10, høsten {year} or {year}.", year=year
        )
    if exact:
        return message, T("Write year-month-day, as {year}-10-01.", year=year)
    return message, T(
        "Write a date ({year}-10-01) or a period ({year}-10, {year}-Q3, {year}-T2, {year}-H1 or {year}).", year=year
    )


def _of_period(wrong: Wrong) -> tuple[Text, Text]:
    years = re.fullmatch(r"(\d{4}) ?[-–—] ?(\d{4})", wrong.shown)
    if years and years[2] < years[1]:
        message = T("The period «{value}» ends before it begins", value=wrong.shown)
        return message, T("Write the first year first.")
    message = T("«{value}» is not a period that can stand here", value=wrong.shown)
    if wrong.intended:
        return message, _advice(wrong.intended)
    return message, T("Write it as {examples}.", examples=", ".join(_examples(wrong)))


def _advice(right: DateGuess) -> Text:
    if right.why is Why.FORM and not right.sure:
        return T("Did you mean «{guess}»?", guess=right.text)
    return _HINTS[right.why](right.text)


def _examples(wrong: Wrong) -> list[str]:
    """Give the schema's examples, moved to the year of the plan."""
    rows = [str(item) for item in wrong.schema.get("examples", (2021, "2021-2024"))]
    ahead = wrong.example_year - (in_year(rows[0]) or wrong.example_year)
    return [re.sub(r"\d{4}", lambda found: str(int(found[0]) + ahead), row) for row in rows]


def _of_number(wrong: Wrong) -> tuple[Text, Text]:
    error, schema, shown = wrong.error, wrong.schema, wrong.shown
    if error.validator == "minimum":
        hint = T("The smallest value here is {limit}.", limit=error.validator_value)
        return T("{value} is too small", value=shown), hint
    if error.validator == "maximum":
        hint = T("The largest value here is {limit}.", limit=error.validator_value)
        return T("{value} is too large", value=shown), hint
    if schema.get("x-form") == "måned" and wrong.number is None:
        return _of_month(wrong)
    if wrong.change is not None:
        message = T("«{value}» is a change, not the number to be reached", value=shown)
        return message, T(
            "Write «endring: {change}» instead of «verdi», or the number itself under «verdi».", change=wrong.change
        )
    kinds = schema.get("type", ())
    both = two_ways(shown)
    if both is not None:
        return two_ways_message(shown, *both), _which(wrong, *both)
    if wrong.number is not None:
        message = T("«{value}» is read as text, not as a number", value=shown)
        if wrong.written.startswith(("'", '"')):
            return message, T("Write {value}, without quotes.", value=wrong.number)
        return message, T("Write {value}.", value=wrong.number)
    if "string" in kinds and isinstance(kinds, list):
        if wrong.guesses.nearest(shown, [NOT_MEASURED]):
            return T("«{value}» is not a number", value=shown), T("Did you mean «{guess}»?", guess=NOT_MEASURED)
        hint = T("Write a number with a point as decimal sign, as 4.5, or «ikke målt».")
        return T("«{value}» is not a number", value=shown), hint
    if kinds == "integer":
        return T("«{value}» is not a whole number", value=shown), _whole_number(wrong)
    own = digits_in(shown)
    if own is not None:
        return T("«{value}» is not a number", value=shown), T("Write only the number: {number}.", number=own)
    hint = T("Write only digits, without quotes, spaces or a unit, and a point as decimal sign: 4.5.")
    return T("«{value}» is not a number", value=shown), hint


def _which(wrong: Wrong, whole: str, decimal: str) -> Text:
    """Ask which of two numbers was meant, and tell how each is written so that it has one meaning."""
    if wrong.schema.get("type") == "integer":
        return _whole_number(wrong)
    written = wrong.shown.rstrip("0").rstrip(".")
    if two_ways(written):
        written += "0"
    return T("Is it {whole} or {decimal}? Write {whole} for the one, {written} for the other.",
             whole=whole, decimal=decimal, written=written)  # fmt: skip


def _of_month(wrong: Wrong) -> tuple[Text, Text]:
    message = T("«{value}» is not a month", value=wrong.shown)
    if wrong.month is not None:
        return message, T("Write {value}.", value=wrong.month)
    return message, T(
        "Write a number from 1 to 12, or the year and the month: {year}-03.", year=str(wrong.example_year)
    )


def _whole_number(wrong: Wrong) -> Text:
    """Ask which of two whole numbers was meant, or take the digits out of the user's own text."""
    if "maximum" in wrong.schema:
        least, most = wrong.schema["minimum"], wrong.schema["maximum"]
        return T("Write a whole number from {least} to {most}.", least=least, most=most)
    grouped = _GROUPED.fullmatch(wrong.shown)
    if grouped:
        whole, decimal = int(re.sub(r"\D", "", wrong.shown)), float(wrong.shown.replace(",", ".").replace("−", "-"))
        sign = -1 if decimal < 0 else 1
        return T(
            "Did you mean {whole} or {decimal}? Whole numbers stand here, without a point: {whole} or {rounded}.",
            whole=str(sign * whole), decimal=decimal, rounded=str(round(decimal)),
        )  # fmt: skip
    if isinstance(wrong.value, float):
        low = math.floor(wrong.value)
        return T("Write a whole number: {low} or {high}.", low=str(low), high=str(low + 1))
    own = digits_in(wrong.shown)
    if own is not None and "." not in own:
        return T("Write only the number: {number}.", number=own)
    return T("Write only digits, without quotes, spaces or a unit. {explanation}", explanation=_description(wrong))


def digits_in(text: str) -> str | None:
    """Take the one number out of a text such as «ca. 42 000 kr»; None where there are more, or it is in millions."""
    if _SCALE.search(text):
        return None
    found = _WRITTEN.findall(text)
    number = re.sub(r"\s", "", found[0]).replace(",", ".").replace("−", "-") if len(found) == 1 else ""
    return number if re.fullmatch(r"-?\d{1,15}(?:\.\d{1,2})?", number) else None


def _description(wrong: Wrong) -> str:
    return str(wrong.schema.get("description", ""))
