"""Words in a table of records that are no value of their field: each told once, with what to write of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.schema.nearest import Guesses
from planctl.load.tables.csv_cells import Cell
from planctl.load.tables.record_columns import VALUES, Column
from planctl.load.tables.record_table import RecordTable
from planctl.load.tables.record_values import key_of
from planctl.load.yaml.block import scalar

_WRONG_VALUE = "104"


def words_told_once(items: Iterable[Finding], table: RecordTable) -> Iterator[Finding]:
    """Give the findings; of those of the same word in a column the first, with the number of lines."""
    if not table.names.columns.valued:
        yield from items
        return
    same: dict[tuple[str, str], list[tuple[Finding, Cell, Column]]] = {}
    for item in items:
        found = _cell(item, table)
        if found is None:
            yield item
            continue
        name, cell, column = found
        same.setdefault((name, key_of(cell.text)), []).append((item, cell, column))
    guesses = Guesses()
    for (name, word), alike in same.items():
        item, cell, column = min(alike, key=lambda one: one[1].line)
        values = guesses.first(word, column.words)
        yield _told(table, item, name, cell.text, values, len(alike))


def _cell(item: Finding, table: RecordTable) -> tuple[str, Cell, Column] | None:
    """Give the cell in which a finding says that a word is none of those its field can have."""
    at = item.place.at
    if item.code != _WRONG_VALUE or not isinstance(at, tuple) or len(at) < 3 or not isinstance(at[1], int):
        return None
    for name, cell in table.cells_of(at[1]).items():
        column = table.known.get(name)
        if column is not None and column.words and at[2 : 2 + len(column.way)] == column.way:
            return name, cell, column
    return None


def _told(table: RecordTable, item: Finding, name: str, word: str, values: Sequence[str], count: int) -> Finding:
    field = table.known[name].way[-1]
    example = f"{VALUES}: {{{name}: {{{scalar(word)}: {scalar(values[0])}}}}}"
    message = T("«{value}» cannot stand in «{field}»", value=word, field=field)
    if count > 1:
        message = T("«{value}» cannot stand in «{field}», and stands in {count} lines",
                    value=word, field=field, count=count)  # fmt: skip
    hint = T(
        "Choose one of: {values}. If «{word}» is the other system's word for «{value}», write in {path}: {example}.",
        values=", ".join(values), word=word, value=values[0], path=table.root.path, example=example,
    )  # fmt: skip
    return replace(item, message=message, help=hint)
