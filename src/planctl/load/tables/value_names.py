"""Which value each word of a table of records is: its own, or as the plan file says in `verdier`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.schema.nearest import Guesses
from planctl.load.tables.column_names import ColumnNames
from planctl.load.tables.record_columns import VALUES, Column
from planctl.load.tables.record_values import key_of, parts_of
from planctl.model.record import Record

EMPTY = ""
"""A word that means this is read as an empty cell; so is one whose value is told to be wrong."""
_NOTHING: Mapping[str, Any] = {}


class ValueNames:
    """The words of one file's table that another system has, and the values they are.

    `findings` tell what is wrong with what the plan file says of them.
    """

    def __init__(self, names: ColumnNames, root: Record) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self._guesses = Guesses()
        self._by_field: dict[str, dict[str, Any]] = {}
        self._gather(names)

    def _gather(self, names: ColumnNames) -> None:
        said = self.root.get(VALUES) if names.columns.valued else None
        for field, words in said.items() if isinstance(said, dict) else ():
            if not isinstance(words, dict):
                continue
            right = names.right(field, VALUES, self.findings)
            column = names.columns.column(right)
            if column is not None:
                mine = self._by_field.setdefault(right, {})
                plain = ((word, value) for word, value in words.items() if isinstance(value, (str, int, float)))
                mine |= {key_of(word): self._value(field, word, value, column) for word, value in plain}

    def _value(self, field: str, word: str, value: Any, column: Column) -> Any:
        """Give a value; one of a field that takes certain words is the one that was meant, or none."""
        if not column.words or value == EMPTY:
            return value
        known = {key_of(one): one for one in column.words}
        low = key_of(str(value))
        if low in known:
            return known[low]
        message = T("«{value}» cannot stand in «{field}»", value=str(value), field=field)
        hint = T("Choose one of: {values}.", values=", ".join(self._guesses.first(low, column.words)))
        self.findings.append(Finding("104", self.root.place(VALUES, field, word), message, hint, self.root.id, VALUES))
        guess = self._guesses.nearest(low, list(known))
        return EMPTY if guess is None else known[guess]

    def read(self, name: str, column: Column, text: str) -> Any:
        """Read a cell by what the plan file says of its words; None where it says nothing of any of them."""
        said = self._by_field.get(name, _NOTHING)
        if not said:
            return None
        whole = said.get(key_of(text))
        if not column.items or whole is not None:
            return [whole] if column.items and whole != EMPTY else whole
        return list(self._parts(said, column, text))

    def _parts(self, said: Mapping[str, Any], column: Column, text: str) -> Iterator[Any]:
        for _, part in parts_of(text, names=False):
            found = said.get(key_of(part))
            if found is None:
                yield from column.read(part)
            elif found != EMPTY:
                yield found
