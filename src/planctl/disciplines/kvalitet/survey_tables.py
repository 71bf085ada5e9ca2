"""Tables of surveys: how many answered, and the values they gave, with the band each falls in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from planctl.disciplines.details import whole_table
from planctl.disciplines.kvalitet.surveys import share, values
from planctl.disciplines.records import marked
from planctl.disciplines.register import Field
from planctl.domain.decimals import decimals_of
from planctl.i18n import T
from planctl.model.bands import Bands
from planctl.model.chapter import Cell, Column, Table, Value
from planctl.model.limits import is_percent, limits_of
from planctl.model.planset import Measurement
from planctl.model.record import Record
from planctl.world import World

_FIELDS = (
    "tittel",
    Field("slag", 14),
    Field("enhet", 26, "workbook"),
    "dato",
    Field("inviterte", where="workbook"),
    Field("svar", where="workbook"),
    "neste",
    Field("konklusjon", 60),
)
_AT = 6
"""Where the share that answered stands, after how many did."""


def survey_tables(world: World, records: Sequence[Record]) -> Iterator[Table]:
    """Tell the surveys, and what they measured."""
    for table in whole_table(world, records, _FIELDS, T("{Undersøkelse_pl}"), ("svarprosent",)):
        columns = (*table.columns[:_AT], Column(T("Answered"), "percent", 12), *table.columns[_AT:])
        shares = [share(record) for record in records]
        rows = tuple((*row[:_AT], one, *row[_AT:]) for row, one in zip(table.rows, shares, strict=True))
        yield Table(columns, rows, table.title)
    found = [_row(record, *pair) for record in records for pair in values(world, record) if pair[1] is not None]
    if found:
        columns = (
            Column(T("{Undersøkelse}"), width=40),
            Column(T("{Indikator}"), width=50),
            Column(T("Value"), "value"),
            Column(T("Band"), "status", 18),
        )
        yield Table(columns, tuple(found), T("What the {undersøkelse_pl} measured"))


def _row(survey: Record, indicator: Record, row: Measurement | None) -> tuple[Cell, ...]:
    limits = limits_of(indicator.fields)
    value = row.value if row is not None else None
    if row is None or value is None:
        return marked(survey), marked(indicator), None, T("not measured")
    decimals = decimals_of(limits, [row])
    shown = Value(Decimal(str(value)), decimals, is_percent(indicator.get("enhet")))
    band = limits.bands.judge(value, decimals) if isinstance(limits.bands, Bands) else None
    return marked(survey), marked(indicator), shown, band
