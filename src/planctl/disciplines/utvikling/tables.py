"""Tables of innovations, by the step each has reached, and of simplifications, with the five checks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planctl.disciplines.records import marked, text, titled
from planctl.disciplines.register import Field, cell, field_table
from planctl.disciplines.utvikling.steps import CHECKS, STEPS, STOPPED, answers, reached, step_at, stopped
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Table
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.world import World

_STOPPED = T("Stopped")
_WITHOUT = T("Not begun")
_AT = 3
"""Where the number of answers stands in a table of simplifications."""


def known_at(record: Record, day: date) -> bool:
    """Tell whether something was there by a day: by the first of its days, where it has any."""
    steps = reached(record)
    first = steps[0][1] if steps else parse_date(record.get("dato"))
    return first is None or first <= day


def step_text(record: Record, day: date) -> Text:
    """Name the step an innovation had reached by a day."""
    if stopped(record, day):
        return _STOPPED
    step = step_at(record, day)
    return STEPS[step] if step is not None else _WITHOUT


def by_step(innovations: Sequence[Record], day: date) -> Table:
    """Count innovations by the step each has reached."""
    words = [step_text(record, day) for record in innovations]
    rows = [(name, words.count(name)) for name in (_WITHOUT, *STEPS.values(), _STOPPED) if name in words]
    columns = (Column(T("Step"), width=24), Column(T("{Innovasjon_pl}"), "number"))
    return Table(columns, tuple(rows), T("{Innovasjon_pl} by step"), (T("Sum"), len(words)))


def innovations_table(world: World, records: Sequence[Record], day: date) -> tuple[Table, ...]:
    """Tell innovations, those that have come furthest first."""
    if not records:
        return ()
    columns = (
        Column(T("{Innovasjon}"), width=46),
        Column(T("Step"), width=18),
        Column(T("Since"), "date"),
        *(Column(name, "date", where="workbook") for name in STEPS.values()),
        Column(T("Serves"), width=40, where="workbook"),
        Column(T("Responsible"), width=28),
        Column(T("What was learned"), width=50),
    )
    rows = tuple(_row(world, record, day) for record in in_order(records, day))
    return (Table(columns, rows, T("{Innovasjon_pl}")).without_empty,)


def in_order(innovations: Sequence[Record], day: date) -> list[Record]:
    """Sort innovations: those that had come furthest by a day first, those that were stopped last."""
    order = [None, *STEPS]
    return sorted(innovations, key=lambda one: (stopped(one, day), -order.index(step_at(one, day)), one.name))


def _row(world: World, record: Record, day: date) -> tuple[Cell, ...]:
    step = STOPPED if stopped(record, day) else step_at(record, day)
    return (
        marked(record),
        step_text(record, day),
        parse_date(record.get(step)) if step is not None else None,
        *(parse_date(record.get(name)) for name in STEPS),
        cell(world, record, "gjelder"),
        titled(world, record.get("ansvarlig")),
        text(record, "lært"),
    )


def simplifications_table(world: World, records: Sequence[Record]) -> tuple[Table, ...]:
    """Tell simplifications, with the five checks (S2 1.3) and what changed."""
    checks = (Field(f"sjekk.{check}", 14, "workbook") for check in CHECKS)
    after = (Field("beslutning", 14), Field("endring", 50), Field("ansvarlig", 28))
    fields = (Field("tittel"), Field("slag", 12), Field("dato"), *checks, *after)
    tables = field_table(world, records, fields, T("{Forenkling_pl}"))
    return tuple(_with_answers(table, records) for table in tables)


def _with_answers(table: Table, records: Sequence[Record]) -> Table:
    """Say on a page in one column how many checks are answered with yes; a workbook has a column for each."""
    yes = Column(T("Checks answered with yes"), width=20, where="page")
    counts = [T("{done} of {all}", done=_yes(record), all=len(CHECKS)) for record in records]
    columns = (*table.columns[:_AT], yes, *table.columns[_AT:])
    rows = tuple((*row[:_AT], count, *row[_AT:]) for row, count in zip(table.rows, counts, strict=True))
    return Table(columns, rows, table.title)


def _yes(record: Record) -> int:
    return list(answers(record).values()).count("ja")
