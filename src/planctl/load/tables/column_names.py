"""Which field each column of a table of records is: by its own name, or as the plan file says in `kolonner`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.schema.nearest import Guesses
from planctl.load.tables.csv_cells import Cell
from planctl.load.tables.record_columns import MAPPING, Columns
from planctl.load.tables.record_values import key_of
from planctl.model.record import Record

IGNORED = ""
"""Stands for a column that is not read: what its field is called is told to be wrong."""


class ColumnNames:
    """The names of the columns of one file's table, and the fields they are.

    `findings` tell what is wrong with what the plan file says of them.
    """

    def __init__(self, columns: Columns, root: Record) -> None:
        self.columns = columns
        self.root = root
        self.findings: list[Finding] = []
        self.written: dict[str, str] = {}
        self._guesses = Guesses()
        self._taken: set[str] = set()
        self._fields = dict(self._mapped())

    def _mapped(self) -> Iterator[tuple[str, str]]:
        """Yield each column that the file names, with its field; a field that is misspelled is read as it was meant."""
        said = self.root.get(MAPPING) if self.columns.mapped else None
        for name, field in said.items() if isinstance(said, dict) else ():
            if not isinstance(field, str):
                continue
            yield key_of(name), self.right(field, MAPPING, self.findings, name)

    def right(self, field: str, said_in: str, findings: list[Finding], key: str | None = None) -> str:
        """Give a field that a column can hold, or the one that was meant; what is wrong with its name is told.

        It stands in a group of the file, at a key or as one.
        """
        if self.columns.column(field) is not None:
            return field
        guess = self._guess(field)
        message = T("«{field}» is no field that a column can hold", field=field)
        hint = T("The fields here are: {fields}.", fields=", ".join(self.columns.names))
        if guess is not None:
            hint = T("Did you mean «{guess}»?", guess=guess)
        place = self.root.place(said_in, field if key is None else key)
        findings.append(Finding("104", place, message, hint, self.root.id, said_in))
        return guess or IGNORED

    def _guess(self, word: str) -> str | None:
        low = key_of(word)
        usual = self.columns.usual(low.replace(" ", "_"))
        return usual or self._guesses.nearest(low, list(self.columns.by_name))

    @property
    def are_told(self) -> bool:
        """Whether it is told of each column by itself what is wrong with it."""
        return self.columns.mapped or bool(self.columns.free)

    def fields(self, header: Sequence[Cell]) -> list[str]:
        """Give the field of each column of a header; of one that is none, its own name in small letters.

        What is written of a column in a row that is wrong, is the name that it has there (`written`).
        """
        found = [IGNORED if self._refused(cell) else self._field(cell) for cell in header]
        self._taken = set(found)
        self.written = {
            name: cell.text if key_of(cell.text) in self._fields else name
            for name, cell in zip(found, header, strict=True)
        }
        return found

    def _field(self, cell: Cell) -> str:
        low = cell.text.casefold()
        group = low.partition("_")[0]
        if group in self.columns.open and low != group:
            low = group + cell.text[len(group) :]
        return self._fields.get(key_of(cell.text), low)

    def _refused(self, cell: Cell) -> bool:
        """Tell whether a column of free text is not named by the plan file."""
        return cell.text.casefold() in self.columns.free and key_of(cell.text) not in self._fields

    def problems(self, header: Sequence[Cell]) -> list[Finding]:
        """Tell of the columns that are no field, hold free text, or are the same field as another (111)."""
        return list(self._problems(header))

    def _problems(self, header: Sequence[Cell]) -> Iterator[Finding]:
        first: dict[str, Cell] = {}
        for cell in header:
            found, name = None, self._field(cell)
            if name == IGNORED and cell.text:
                continue
            if self.columns.column(name) is None:
                found = T("No column is called «{name}»", name=cell.text), self._help(cell.text)
            elif self._refused(cell):
                found = T("The column «{name}» holds free text, and is not read by its name alone", name=cell.text), T(
                    "Free text out of another system may tell of persons. Take the column out of the table; or see that"
                    " the texts are fit to be read by all, and write in {path}: {example}.",
                    path=self.root.path, example=_line(cell.text, name),
                )  # fmt: skip
            elif name in first:
                found = T(
                    "The columns «{one}» and «{other}» are both the field «{field}»",
                    one=first[name].text, other=cell.text, field=name,
                ), T("Keep one of the columns.")  # fmt: skip
            else:
                first[name] = cell
            if found is not None:
                yield Finding("111", cell.place, *found, self.root.id, MAPPING)

    def _help(self, name: str) -> Text:
        """Say how to tell which field a column is, with the one it is most like, or else one that no column is yet."""
        guess = self._guess(name)
        free = (field for field in (*reversed(self.columns.needed), *self.columns.by_name) if field not in self._taken)
        example = _line(name, guess or next(free, self.columns.needed[-1]))
        if guess is not None:
            hint = T("If it is «{guess}», write in {path}: {example}.",
                     guess=guess, path=self.root.path, example=example)  # fmt: skip
        else:
            hint = T("Write in {path} which field it is, for example: {example}. The fields here are: {fields}.",
                     path=self.root.path, example=example, fields=", ".join(self.columns.names))  # fmt: skip
        return T("{hint} Else take the column out of the table.", hint=hint)


def _line(name: str, field: str) -> str:
    """Write what says that a column is a field."""
    from planctl.load.yaml.block import scalar

    return f"{MAPPING}: {{{scalar(name)}: {field}}}"
