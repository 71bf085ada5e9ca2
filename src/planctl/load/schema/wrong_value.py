"""A value that its schema refuses, and what it must have meant where that can be told."""

from __future__ import annotations

import re
from dataclasses import field, replace
from functools import cached_property
from typing import Any

from planctl.load.schema.change_guess import guess_change
from planctl.load.schema.clock_guess import guess_clock
from planctl.load.schema.date_guess import CURLY, DateGuess, Why, guess_date, in_year, span_of
from planctl.load.schema.json_schema import Schema
from planctl.load.schema.limit_guess import guess_limit
from planctl.load.schema.nearest import Guesses
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.tables.csv_values import two_ways
from planctl.load.yaml.block import scalar
from planctl.load.yaml.hidden_signs import tidied
from planctl.load.yaml.scalars import plain
from planctl.model.formats import DEADLINE, VALUE_FORMATS
from planctl.values import dataclass

_ITEM = re.compile(r"[\w.-]+")
_LIKE_AN_ID = re.compile(r"[\d._-]")
_SIGN_BETWEEN = re.compile(r"[,;]|\sog\s")
_BETWEEN = re.compile(r"\s*[,;]\s*(?:og\s)?|\s+og\s+|\s+")


@dataclass(frozen=True)
class Wrong:
    """A schema error of one value: the field's name, how the value is written, the year of its plan if known."""

    book: SchemaBook
    error: Any
    name: str
    written: str
    year: int | None
    guesses: Guesses = field(default_factory=Guesses)

    @property
    def schema(self) -> Schema:
        """What the schema says of the value."""
        schema: Schema = self.error.schema
        return schema

    @property
    def value(self) -> Any:
        """The value as read."""
        return self.error.instance

    @property
    def shown(self) -> str:
        """The value on one line, shortened."""
        return show(self.value if isinstance(self.value, str) or not self.written else self.written)

    @cached_property
    def wants(self) -> list[str]:
        """The JSON types that may stand here; a text that is no id of what it could name is told of the others."""
        kinds = self.book.wanted(self.schema)
        no_id = isinstance(self.value, str) and "object" in kinds
        return [kind for kind in kinds if kind != "string"] if no_id else kinds

    @cached_property
    def items(self) -> list[str]:
        """The items of a list written as one text, «a, b» or «a og b»; empty when the text is no such thing."""
        inner = self.schema.get("items")
        if not isinstance(self.value, str) or inner is None or "string" not in self.book.wanted(inner):
            return []
        found = [item for item in _BETWEEN.split(self.value.strip().strip("()")) if item]
        if len(found) > 1 and not _SIGN_BETWEEN.search(self.value) and not all(map(_LIKE_AN_ID.search, found)):
            return []
        return found if all(_ITEM.fullmatch(item) for item in found) else []

    @cached_property
    def intended(self) -> DateGuess | None:
        """The date or period that was meant, if it fits here; only a deadline is read as the last day it can be.

        When something was, or is held, is not its last day; and what has no end has a `frist`.
        """
        found = guess_date(self.written or str(self.value), self.year)
        deadline = self.schema.get("format") == DEADLINE
        if found is None or (found.why is Why.LAST_DAY and not deadline):
            return None
        if found.why is Why.ENDLESS and self.name != "frist":
            return None
        if self._fits(found.text):
            return found
        period = span_of(found.text) if deadline else None
        return replace(found, text=period.end.isoformat(), why=Why.LAST_DAY, sure=False) if period else None

    @cached_property
    def without_hidden_signs(self) -> str | None:
        """The value as it must have been meant, in YAML, when signs that cannot be seen are all that is wrong."""
        for text in tidied(self.value) if isinstance(self.value, str) else ():
            for value in (plain(text), text):
                if value is not None and self.book.validators.accepts(self.schema, value):
                    return scalar(text) if value == text else text
        return None

    @cached_property
    def rewritten(self) -> str | None:
        """A time of day, a limit or a change in other words, as it is written here; None where it cannot be told."""
        match self.schema.get("x-form"):
            case "klokkeslett":
                right = guess_clock(self.shown)
            case "grense":
                right = guess_limit(self.shown)
            case "endring":
                right = guess_change(self.shown)
            case _:
                return None
        return right if right is not None and self.book.validators.accepts(self.schema, right) else None

    @property
    def change(self) -> str | None:
        """The change that stands where a måltall is written as a number; None where it is none."""
        found = guess_change(self.shown) if self.schema.get("x-form") == "måltall" else None
        return found if found is not None and not re.fullmatch(r"[-+][\d.,]+", found) else None

    @property
    def month(self) -> str | None:
        """The month that a text in other words must have meant, as `2022-03`; None where it cannot be told."""
        found = guess_date(self.written or str(self.value), self.year) if self.schema.get("x-form") == "måned" else None
        return found.text if found is not None and re.search(self.schema["pattern"], found.text) else None

    @property
    def needs_quotes(self) -> bool:
        """Whether a number or a yes/no would be right if it stood in quotes."""
        value = self.value
        if isinstance(value, str) or not isinstance(value, (int, float)) or {"number", "integer"} & {*self.wants}:
            return False
        return self.book.validators.accepts(self.schema, self.shown)

    @property
    def number(self) -> str | None:
        """The number that a text or a number with a unit must have meant; None where it is none that fits."""
        if self.change is not None:
            return None
        tidy = re.sub(r"\s|%|prosent", "", self.shown).replace(",", ".").replace("−", "-")
        whole = "integer" in self.wants and "number" not in self.wants
        if two_ways(self.shown) or not re.fullmatch(r"-?\d{1,15}" if whole else r"-?\d{1,15}(\.\d{1,6})?", tidy):
            return None
        low, high = self.schema.get("minimum", float(tidy)), self.schema.get("maximum", float(tidy))
        return tidy if low <= float(tidy) <= high else None

    @property
    def unquoted(self) -> str:
        """The value without the curly quotes that someone put around it."""
        return self.shown.strip(CURLY)

    @property
    def example_year(self) -> int:
        """The year for an example: the one written, else the plan's, else the schema's own."""
        examples = (in_year(str(item)) for item in self.schema.get("examples", ()))
        return in_year(self.written, self.year) or next(filter(None, examples), 2021)

    def _fits(self, text: str) -> bool:
        return bool(re.search(self.schema.get("pattern", ""), text)) and VALUE_FORMATS[self.schema["format"]](text)


def show(value: Any) -> str:
    """Show a value on one line, shortened."""
    text = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"
