"""What a register says of its records beyond what a page has room for: the columns and tables of a workbook alone.

So a field that somebody has filled in is never read by nobody: it is found where the register is sorted and counted.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from planctl.disciplines.records import marked, records_for, text
from planctl.disciplines.register import Field, cell, field_table, field_title, heading, value_cell, widened
from planctl.i18n import T, Term, Text
from planctl.load.schema.field_titles import branches, schema_at, schema_of
from planctl.model.chapter import Column, Occasion, Table
from planctl.model.record import Record
from planctl.world import World

_OURS = frozenset(
    {"id", "type", "tittel", "merknad", "illustrativ", "tidligere_id", "unntatt", "fil", "kolonner", "verdier"}
)
"""What is no reader's matter, or is told in another way: a title leads its row, an asterisk marks what is made up."""


def details(world: World, records: Iterable[Record], told: Container[str]) -> list[Field]:
    """Give the fields that some records have and that no other column tells, in the order of the schema."""
    found: dict[str, Record] = {}
    for record in records:
        for way in _ways(world, record, told):
            found.setdefault(way, record)
    return [Field(way, 24, "workbook", title=_heading(world, record, way)) for way, record in found.items()]


def _heading(world: World, record: Record, way: str) -> Text:
    """Give the title of a field; of one in a group, with that of the group before it."""
    group = way.rpartition(".")[0]
    title = field_title(world, record, way)
    return T("{group}: {field}", group=field_title(world, record, group), field=title) if group else title


def _ways(world: World, record: Record, told: Container[str]) -> Iterator[str]:
    schema = schema_of(world.book, record)
    for name in schema.get("properties", {}):
        value = record.get(name)
        if value is None or name in _OURS or name in told:
            continue
        yield from (way for way in _inside(name, value) if way not in told and cell(world, record, way) is not None)


def _inside(way: str, value: Any) -> Iterator[str]:
    """Yield the way to a field, of a group the ways to each field in it."""
    if not isinstance(value, dict):
        yield way
        return
    for name, inner in value.items():
        if name not in _OURS - {"tittel"}:
            yield from _inside(f"{way}.{name}", inner)


def whole_table(
    world: World,
    records: Sequence[Record],
    fields: Sequence[str | Field],
    title: Text | None = None,
    told: Iterable[str] = (),
) -> tuple[Table, ...]:
    """Make a table of records by some fields, with the others in a workbook alone; `told` are told elsewhere."""
    names = {field if isinstance(field, str) else field.name for field in fields}
    return field_table(world, records, (*fields, *details(world, records, names.union(told))), title)


def with_details(world: World, table: Table, records: Sequence[Record], told: Container[str]) -> Table:
    """Add to a table of records, one row each, the fields that it does not tell, in a workbook alone."""
    rest = details(world, records, told)
    columns = [Column(one.title, width=one.width, where=one.where) for one in rest if one.title is not None]
    rows = (tuple(cell(world, record, one.name) for one in rest) for record in records)
    total = None if table.total is None else (*table.total, *[None] * len(rest))
    (made,) = widened([table], columns, rows)
    return replace(made, total=total)


def part_table(world: World, records: Sequence[Record], field: str, title: Text) -> Iterator[Table]:
    """Tell in a workbook what stands in a list of several records, one row each; nothing where there is nothing."""
    found = [(record, row) for record in records for row in rows_of(record, field)]
    if not found:
        return
    first = found[0][0]
    schema = schema_at(world.book, first, (field, 0))
    names = dict.fromkeys(name for branch in branches(world.book, schema) for name in branch.get("properties", {}))
    every = {name: schema_at(world.book, first, (field, 0, name)) for name in names}
    cells = {name: [value_cell(world, row.get(name), inner) for _, row in found] for name, inner in every.items()}
    told = {name: column for name, column in cells.items() if any(one is not None for one in column)}
    columns = (
        Column(T("{kind}", kind=Term(first.kind)), width=40),
        *(Column(heading(world.book, schema, name), width=24) for name in told),
    )
    rows = tuple((marked(record), *(column[n] for column in told.values())) for n, (record, _) in enumerate(found))
    yield Table(columns, rows, title).in_workbook


def rows_of(record: Record, field: str) -> list[dict[str, Any]]:
    """Give the groups of a list."""
    rows = record.get(field)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def about(world: World, occasion: Occasion, kind: str, *fields: str) -> Iterator[Text]:
    """Say what registers of a kind tell of themselves: some fields, and their `omtale`; not in a report of a unit."""
    if occasion.of_unit:
        return
    for register in records_for(world, occasion, kind):
        for fact in _facts(world, register, *fields):
            yield T("{title} – {fact}.", title=marked(register), fact=fact)
        yield from facts(world, register)


def facts(world: World, record: Record, *fields: str) -> Iterator[Text]:
    """Say some fields of a record, each in a sentence, and its `omtale`."""
    for fact in _facts(world, record, *fields):
        yield T("{fact}.", fact=fact)
    words = text(record, "omtale")
    if words is not None:
        yield T("{text}", text=words)


def _facts(world: World, record: Record, *fields: str) -> Iterator[Text]:
    for field in fields:
        value = cell(world, record, field)
        if value is not None:
            yield T("{field}: {value}", field=field_title(world, record, field), value=value)
