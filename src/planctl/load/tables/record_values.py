"""A cell of a table of records, read as its field is written in YAML; what cannot be read stays a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any

from planctl.load.schema.json_schema import Schema
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.tables.csv_values import number_of, number_problem, period_of
from planctl.model.formats import DEADLINE, KNOWN_TIME

_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\Z")
_WORDS = {"ja": True, "true": True, "sann": True, "x": True, "nei": False, "false": False, "usann": False}
_NAME = re.compile(r"[^\s,]+")
_PART = re.compile(r"[^\s,](?:[^,]*[^\s,])?")
_DATE = "planctl-dato"
_PERIODS = (DEADLINE, KNOWN_TIME, "planctl-periode", "planctl-tertial")
_BOUND = ("x-viser-til", "pattern", "format")

Read = Callable[[str], Any]


def is_number(wants: Collection[str]) -> bool:
    """Tell whether a field can hold nothing but a number."""
    return not {"string", "boolean"} & {*wants} and bool({"number", "integer"} & {*wants})


def parts_of(text: str, *, names: bool) -> list[tuple[int, str]]:
    """Split the text of a cell of several, with where each begins: ids (`names`) also by spaces, texts by commas."""
    return [(found.start(), found[0]) for found in (_NAME if names else _PART).finditer(text)]


def key_of(text: str) -> str:
    """Give a word as it is compared: in small letters, and on one line."""
    return " ".join(text.split()).casefold()


def words_of(book: SchemaBook, schema: Schema) -> tuple[str, ...]:
    """Give the words that a field takes, where it takes no others."""
    return tuple(str(word) for word in book.resolve(schema).get("enum", ()) if isinstance(word, str))


def list_reader(book: SchemaBook, name: str, item: Schema) -> Read:
    """Choose how the cells of a list are read, by the schema of an item of it."""
    one, names = reader_of(book, name, item), is_name(book, item)
    return lambda text: [one(part) for _, part in parts_of(text, names=names)]


def is_name(book: SchemaBook, schema: Schema) -> bool:
    """Tell whether a text is an id, that has no space in it."""
    whole = book.resolve(schema)
    return "x-viser-til" in whole or whole.get("x-feil") == "ugyldig-id"


def reader_of(book: SchemaBook, name: str, schema: Schema) -> Read:
    """Choose how the cells of a field of one value are read, by its schema."""
    wants = {*book.wanted(schema)}
    parts = [book.resolve(part) for part in (schema, *book.resolve(schema).get("anyOf", ()))]
    words = {str(word).casefold(): word for part in parts for word in part.get("enum", ()) if isinstance(word, str)}
    forms = {part.get("format") for part in parts}
    if _DATE in forms:
        return _date
    if forms & {*_PERIODS}:
        return _time
    if wants & {"number", "integer"} and not any(key in part for part in parts for key in _BOUND):
        return lambda text: _number(text, words)
    if "boolean" in wants:
        return lambda text: _WORDS.get(_line(text).casefold(), _line(text))
    if words:
        return lambda text: _word(text, words)
    one_line = name in book.one_line or any(key in part for part in parts for key in _BOUND)
    return _line if one_line else str


def _line(text: str) -> str:
    """Put a text that stands over several lines on one."""
    return " ".join(text.split())


def _word(text: str, words: dict[str, str]) -> str:
    low = _line(text).casefold()
    return words.get(low, low)


def _date(text: str) -> str:
    text = _line(text)
    day = _DAY.match(text)
    return text if day is None else f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"


def _time(text: str) -> str:
    return period_of(_date(text))


def _number(text: str, words: dict[str, str]) -> Any:
    text = _line(text)
    if number_problem(text) is not None:
        return words.get(text.casefold(), text)
    value = number_of(text)
    return int(value) if value == value.to_integral_value() else float(value)
