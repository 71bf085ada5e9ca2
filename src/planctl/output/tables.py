"""Lists of records as a table for the terminal or for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from planctl.domain.status_reports import CurrentState
from planctl.i18n import Language, T, Tn
from planctl.i18n import Text as Message
from planctl.model.record import Record
from planctl.output.clean import clean
from planctl.output.console import draw, join, table, words
from planctl.output.records import RecordView
from planctl.output.style import Style

if TYPE_CHECKING:
    from rich.text import Text

_COLUMNS: tuple[tuple[str, Message], ...] = (
    ("name", T("Id")),
    ("kind", T("Kind")),
    ("title", T("Title")),
    ("status", T("Status")),
    ("deadline", T("Deadline")),
    ("late", T("Overdue")),
    ("owner", T("Responsible")),
    ("shared", T("Shared with")),
    ("plan", T("Plan")),
    ("illustrative", T("Illustrative")),
    ("path", T("File")),
    ("line", T("Line")),
    ("start", T("Start")),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ID_SHARE = 0.32


def as_text(view: RecordView, records: Sequence[Record], style: Style, *, owners: bool = False) -> str:
    """Draw a table; ids that would take too much of the width stand below the titles.

    Columns that would be empty are left out, and `owners` adds who answers for each record.
    """
    lang = view.lang
    if not records:
        return f"{lang('Nothing fits.')}\n"
    beside = max(len(view.name(record)) for record in records) <= style.width * _ID_SHARE
    mixed = len({record.kind for record in records}) > 1
    states = [view.state(record) for record in records]
    statuses = [view.status(state) for state in states]
    deadlines = [view.deadline(record, state, "short", "\n") for record, state in zip(records, states, strict=True)]
    starts = [_start(view, record, state) for record, state in zip(records, states, strict=True)]
    titles = [
        join(
            words(f"{view.kind(record)}: {view.title(record)}" if mixed else view.title(record)),
            words("" if beside or view.title(record) == view.name(record) else view.name(record), "dim"),
            words(_owner(view, record) if owners else "", "dim"),
            by="\n",
        )
        for record in records
    ]
    columns = [(lang("Id"), [words(view.name(record), "bold") for record in records])] if beside else []
    columns.append((lang("Title"), titles))
    columns += [(lang("Status"), [words(status) for status in statuses])] if any(statuses) else []
    columns += [(lang("Start"), [_stacked(text) for text in starts])] if any(starts) else []
    columns += [(lang("Deadline"), [_stacked(text) for text in deadlines])] if any(deadlines) else []
    whole = tuple(index for index, column in enumerate(columns) if column[1] is not titles)
    made = table(*(header for header, _ in columns), whole=whole)
    for row in zip(*(cells for _, cells in columns), strict=True):
        made.add_row(*row)
    return draw(style, made) + f"\n{lang(Tn('{n} record', '{n} records', len(records)))}\n"


def _start(view: RecordView, record: Record, state: CurrentState) -> str:
    start = view.start(record)
    if start is None:
        return ""
    said = view.lang.date(start, "short") if isinstance(start, date) else view.lang(start)
    return f"{said}\n{view.lang('not begun')}" if view.is_behind(record, state) else said


def _stacked(text: str) -> Text:
    return join(*(words(line) for line in text.split("\n")), by="\n")


def _owner(view: RecordView, record: Record) -> str:
    owner = view.owner(record)
    shared = [clean(name) for name in view.shared(record)]
    parts = [view.lang("responsible: {name}", name=clean(owner)) if owner else ""]
    parts.append(view.lang("shared with: {names}", names=", ".join(shared)) if shared else "")
    return "; ".join(part for part in parts if part)


def as_csv(view: RecordView, records: Sequence[Record]) -> str:
    """Write a table that a Norwegian spreadsheet opens by itself: semicolons, and a byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(view.lang(header) for _, header in _COLUMNS)
    for record in records:
        row = {**view.row(record), "kind": view.lang.term(record.kind), "status": view.status(view.state(record))}
        row["start"] = record.get("start") if view.is_work(record) else None
        writer.writerow(cell(row[name], view.lang) for name, _ in _COLUMNS)
    return "\ufeff" + out.getvalue()


def cell(value: object, lang: Language) -> str:
    """Write a cell that no spreadsheet takes for a formula."""
    match value:
        case None:
            return ""
        case bool():
            return lang("yes") if value else ""
        case list():
            text = ", ".join(str(item) for item in value)
        case _:
            text = str(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
