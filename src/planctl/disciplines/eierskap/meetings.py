"""The meetings of owners: those of each company, and of all of them together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from planctl.disciplines.eierskap.companies import KIND, REGISTER, titled_with
from planctl.disciplines.register import value_text
from planctl.i18n import T, Text
from planctl.model.chapter import Column, Occasion, Table
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.world import World


def meetings(
    world: World, records: Sequence[Record], occasion: Occasion, title: Text | None = None
) -> tuple[Table, ...]:
    """Tell the meetings of owners in the year of a report, those of all companies among them."""
    columns = (
        Column(T("Date"), "date"),
        Column(T("Meeting"), width=24),
        Column(T("{Selskap}"), width=44),
        Column(T("Case"), width=50),
    )
    found = sorted(dated_meetings(world, records, whole=not occasion.of_unit), key=lambda item: item[0])
    rows = tuple(
        (
            day,
            value_text(world, str(row["slag"])) if row.get("slag") else None,
            titled_with(record, row) if record.kind == KIND else T("All"),
            row.get("sak") if isinstance(row.get("sak"), str) else None,
        )
        for day, record, row in found
        if day.year == occasion.day.year
    )
    return (Table(columns, rows, title),) if rows else ()


def dated_meetings(
    world: World, records: Sequence[Record], *, whole: bool
) -> Iterator[tuple[date, Record, dict[str, Any]]]:
    """Yield the meetings with a day: those of companies, and of all of them together (`whole`)."""
    registers = world.plans.of_kind(REGISTER) if whole else ()
    for record in (*registers, *records):
        rows = record.get("møter")
        for row in rows if isinstance(rows, list) else ():
            day = parse_date(row.get("dato")) if isinstance(row, dict) else None
            if day is not None:
                yield day, record, row
