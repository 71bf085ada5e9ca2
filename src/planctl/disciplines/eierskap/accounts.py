"""How companies did: results, dividends and equity, year by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from planctl.disciplines.eierskap.companies import number, titled_with
from planctl.disciplines.register import thousands
from planctl.i18n import T, Text
from planctl.model.chapter import Column, Table
from planctl.model.record import Record

_AMOUNTS = ("resultat", "utbytte", "egenkapital")


def accounts(records: Sequence[Record], until: int, years: int = 3, title: Text | None = None) -> tuple[Table, ...]:
    """Tell results and dividends of the last years that are known, with the sum of the dividends."""
    rows = [
        (record, year, row) for record in records for year, row in _accounts(record) if until - years < year <= until
    ]
    rows.sort(key=lambda item: -item[1])
    if not rows:
        return ()
    columns = (
        Column(T("{Selskap}"), width=44),
        Column(T("Year"), width=8, where="both" if years > 1 else "workbook"),
        Column(thousands(T("Result")), "amount", 14),
        Column(thousands(T("Dividend")), "amount", 14),
        Column(thousands(T("Equity")), "amount", 16),
    )
    made = tuple(
        (
            titled_with(record, row),
            str(year),
            *(_amount(row.get(name)) for name in ("resultat", "utbytte", "egenkapital")),
        )
        for record, year, row in rows
    )
    total = (T("Sum of dividends"), None, None, sum(_amount(row.get("utbytte")) or 0 for _, _, row in rows), None)
    return (Table(columns, made, title, total),)


def newest_year(records: Sequence[Record], until: int) -> int | None:
    """Give the newest year, not after another, that accounts are known of."""
    return max((year for record in records for year, _ in _accounts(record) if year <= until), default=None)


def _accounts(record: Record) -> Iterator[tuple[int, dict[str, Any]]]:
    rows = record.get("regnskap")
    for row in rows if isinstance(rows, list) else ():
        year = str(row.get("år")) if isinstance(row, dict) else ""
        if year.isdecimal():
            yield int(year), row


def _amount(value: Any) -> int | None:
    found = number(value)
    return round(found) if found is not None else None
