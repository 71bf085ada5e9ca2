"""Tables of records whose columns are fields: headings, kinds of column and words are those of the schema."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from planctl.disciplines.records import marked, titled
from planctl.i18n import Language, Spoken, T, Term, Text
from planctl.load.schema.field_titles import field_schema, own_word, schema_of, titles_of
from planctl.load.schema.json_schema import Schema
from planctl.load.schema.schema_book import SchemaBook
from planctl.model.chapter import Cell, Column, ColumnKind, Table, Where
from planctl.model.period import deadline, known_day, parse_date
from planctl.model.record import Record
from planctl.model.time_words import time_words
from planctl.status_labels import record_status_text
from planctl.values import dataclass
from planctl.world import World

TITLE, STATUS = "tittel", "status"
_WIDTHS: dict[ColumnKind, int] = {"number": 12, "amount": 14, "percent": 10, "date": 14, "status": 20}
_DAYS = ("planctl-dato", "planctl-frist")


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a field; `name` may lead into a group, as `evaluering.resultat`.

    What is not given here, the schema says: heading, what the cells hold, and how wide it is.
    """

    name: str
    width: int = 0
    where: Where = "both"
    kind: ColumnKind | None = None
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Word(Spoken):
    """The title of a field, or one of the values it can have, in bokmål and in nynorsk."""

    bokmål: str
    nynorsk: str
    is_title: bool = False

    def said(self, lang: Language) -> str:
        """Say it; a title that is the word for a kind by the municipality's own word."""
        word = self.nynorsk if lang.code == "nn" else self.bokmål
        return own_word(word, lang) if self.is_title else word


def field_table(
    world: World, records: Sequence[Record], fields: Sequence[str | Field], title: Text | None = None
) -> tuple[Table, ...]:
    """Make a table of records of one kind, one row each; none without records.

    A column in which none has anything is in a workbook alone.
    """
    if not records:
        return ()
    whole = schema_of(world.book, records[0])
    asked = [_asked(world.book, whole, field, records[0].kind) for field in fields]
    columns = tuple(_column(world.book, whole, field) for field in asked)
    rows = tuple(tuple(cell(world, record, field.name) for field in asked) for record in records)
    return (Table(columns, rows, title).without_empty,)


def _asked(book: SchemaBook, whole: Schema, field: str | Field, kind: str) -> Field:
    """Give what is asked of a column; titles stand under the word for the kind, if the schema has no other."""
    asked = Field(field) if isinstance(field, str) else field
    if asked.name != TITLE or asked.title is not None or titles_of(book, whole, TITLE)[0].lower() != TITLE:
        return asked
    return Field(TITLE, asked.width, asked.where, asked.kind, T("{kind}", kind=Term(kind)))


def widened(tables: Iterable[Table], columns: Sequence[Column], rows: Iterable[tuple[Cell, ...]]) -> tuple[Table, ...]:
    """Add columns that are counted, not written, to a table of records."""
    return tuple(
        Table(
            (*table.columns, *columns),
            tuple((*row, *more) for row, more in zip(table.rows, rows, strict=True)),
            table.title,
        )
        for table in tables
    )


def field_title(world: World, record: Record, field: str) -> Text:
    """Give the title of a field of a record, as a heading."""
    return heading(world.book, schema_of(world.book, record), field)


def value_word(book: SchemaBook, value: str) -> Word:
    """Give one of the values that a field can have: in nynorsk by `x-nynorsk-verdier`, else as files write it."""
    return Word(value, book.nynorsk_values.get(value, value))


def value_text(world: World, value: str) -> Text:
    """Say one of the values that a field can have."""
    return T("{word}", word=value_word(world.book, value))


def cell(world: World, record: Record, field: str, between: str = ", ") -> Cell:
    """Say what a field holds, as a cell: references by their titles, days as dates, and lists with commas between."""
    if field == TITLE:
        return marked(record)
    value, schema = _reach(world.book, record, field)
    if field == STATUS and isinstance(value, str):
        return record_status_text(value)
    return value_cell(world, value, schema, between)


def value_cell(world: World, value: Any, schema: Schema, between: str = ", ") -> Cell:
    """Say a value by its schema; a list with commas between, None for a group."""
    if isinstance(value, list):
        inner = world.book.resolve(field_schema(world.book, schema, 0))
        said = [one for item in value if (one := _said(world, item, inner)) is not None]
        return T("{items}", items=Several(tuple(said), between)) if said else None
    return _said(world, value, schema)


@dataclass(frozen=True, slots=True)
class Linked(Spoken):
    """Words that lead to an address, where what is written can hold a link."""

    words: str
    address: str

    def said(self, lang: Language) -> str:
        """Write them as the language writes a link."""
        return lang.linked(lang.show(self.words), self.address)


@dataclass(frozen=True, slots=True)
class Several(Spoken):
    """Several cells in one, with commas between, or something else."""

    items: tuple[Any, ...]
    between: str = ", "

    def said(self, lang: Language) -> str:
        """Say them one after the other."""
        return self.between.join(lang.show(item) for item in self.items)


def _column(book: SchemaBook, whole: Schema, field: Field) -> Column:
    schema = whole
    *above, last = field.name.split(".")
    for part in above:
        schema = book.resolve(field_schema(book, schema, part))
    inner = book.resolve(field_schema(book, schema, last))
    kind = field.kind or _kind(inner)
    width = field.width or (46 if last == TITLE else _WIDTHS.get(kind, 24))
    title = field.title or heading(book, whole, field.name)
    return Column(thousands(title) if kind == "amount" else title, kind, width, field.where)


def thousands(title: Text) -> Text:
    """Say in a heading that the amounts below it are in 1000 kr."""
    return T("{title} (1000 kr)", title=title)


def heading(book: SchemaBook, whole: Schema, field: str) -> Text:
    """Give the title of a field, or of one in a group, as a heading."""
    schema = whole
    *above, last = field.split(".")
    for part in above:
        schema = book.resolve(field_schema(book, schema, part))
    return T("{title}", title=Word(*titles_of(book, schema, last), is_title=True))


def _kind(schema: Schema) -> ColumnKind:
    if schema.get("format") in _DAYS:
        return "date"
    return "number" if schema.get("type") in ("integer", "number") else "text"


def _reach(book: SchemaBook, record: Record, field: str) -> tuple[Any, Schema]:
    value: Any = record.fields
    schema = schema_of(book, record)
    for part in field.split("."):
        value = value.get(part) if isinstance(value, dict) else None
        schema = book.resolve(field_schema(book, schema, part))
    return value, schema


def _said(world: World, value: Any, schema: Schema) -> Cell:
    if schema.get("format") in _DAYS and isinstance(value, (str, int)):
        return parse_date(value) or deadline(value) or str(value)
    match value:
        case None | dict() | list():
            return None
        case bool():
            return T("yes") if value else T("no")
        case int():
            return value
        case float():
            return Decimal(str(value))
    if schema.get("format") == "planctl-tidspunkt":
        return time_words(known_day(value)) or str(value)
    if "x-viser-til" in schema:
        return titled(world, value)
    return value_text(world, str(value)) if "enum" in schema else str(value)
