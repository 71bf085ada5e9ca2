"""What reports tell of samskaping: how much there is of each form, who takes part, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from planctl.disciplines.records import records_for
from planctl.disciplines.register import Field, field_table, value_text
from planctl.disciplines.samskaping.forms import FORMS
from planctl.i18n import T, Text
from planctl.model.chapter import Column, Occasion, Table
from planctl.model.period import Period, deadline, known_time
from planctl.model.record import Record
from planctl.world import World

KIND = "samskaping"
GOING, OVER, BEFORE = "pågår", frozenset({"avsluttet", "stanset"}), frozenset({"idé", "planlagt"})
_COLUMNS = (
    Column(T("Form"), width=24),
    Column(T("Going on"), "number", 12),
    Column(T("Planned"), "number", 12),
    Column(T("Ended"), "number", 12),
)


def held(world: World, occasion: Occasion) -> list[Record]:
    """Give those that a report is about: that go on or are planned, or ended in its period; by form."""
    return in_order(record for record in records_for(world, occasion, KIND) if _is_told(record, occasion.period))


def in_order(records: Iterable[Record]) -> list[Record]:
    """Sort them by form, and then by title."""
    return sorted(records, key=lambda record: (_place(record), record.title))


def going_on(record: Record, day: date) -> bool:
    """Tell whether one goes on, by its status, else by its days."""
    status, first, last = record.get("status"), known_time(record.get("fra")), deadline(record.get("til"))
    if status:
        return bool(status == GOING)
    return (first is None or first.first <= day) and (last is None or last >= day)


def counts(world: World, records: Sequence[Record], day: date, title: Text | None = None) -> tuple[Table, ...]:
    """Count those of each form by how far they have come."""
    rows = []
    for form in FORMS:
        mine = [record for record in records if record.get("form") == form]
        going = sum(going_on(record, day) for record in mine)
        planned = sum(record.get("status") in BEFORE for record in mine)
        if mine:
            rows.append((value_text(world, form), going, planned, len(mine) - going - planned))
    return (Table(_COLUMNS, tuple(rows), title),) if rows else ()


def table(world: World, records: Sequence[Record], title: Text | None = None) -> tuple[Table, ...]:
    """Tell each with its form, who takes part, how far it has come, and what came of it."""
    fields = (
        Field("tittel", 44, title=T("{Samskaping}")), Field("form", 20), Field("aktører", 36), Field("status", 14),
        Field("ansvarlig", 28, "workbook"), Field("parter", 40, "workbook"), Field("tjener", 50, "workbook"),
        Field("fra", where="workbook"), Field("til", where="workbook"), Field("resultat", 60), Field("erfaring", 60),
    )  # fmt: skip
    return field_table(world, records, fields, title)


def _is_told(record: Record, period: Period) -> bool:
    first, last = known_time(record.get("fra")), deadline(record.get("til"))
    if record.get("status") in BEFORE:
        return True
    begun = first is None or first.first <= period.end
    return begun and (going_on(record, period.end) or last is None or last >= period.start)


def _place(record: Record) -> int:
    form = record.get("form")
    return FORMS.index(form) if form in FORMS else len(FORMS)
