"""The survey of samskaping: how much of each form, who leads each step, and each with what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planctl.disciplines.cards import card, registers
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.records import records_for, text
from planctl.disciplines.register import Field, field_table, value_text
from planctl.disciplines.samskaping.forms import FORMS, STEPS
from planctl.disciplines.samskaping.told import BEFORE, KIND, counts, going_on, in_order
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.world import World

ACTORS = "aktører"
_LEADS = ("tittel", "form", *STEPS)
_REGISTER = (
    "tittel", "form", *STEPS, Field(ACTORS, 40), Field("parter", 50), Field("ansvarlig", 28), Field("tjener", 60),
    "fra", "til", "status", Field("resultat", 60), Field("erfaring", 60), Field("omtale", 60),
)  # fmt: skip


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    records = in_order(records_for(world, occasion, KIND))
    return tuple(_made(world, records, occasion)) if records else ()


def _made(world: World, records: Sequence[Record], occasion: Occasion) -> Iterator[Chapter]:
    register = field_table(world, records, _REGISTER, T("All {samskaping_pl}"))
    yield Chapter(
        T("Overview"),
        (*registers(world, records), _counted(records, occasion.day)),
        (
            *counts(world, records, occasion.day, T("By form")),
            *_by_actor(world, records, occasion.day),
            *(table.in_workbook for table in register),
        ),
        shares(records),
    )
    if any(record.get(step) for record in records for step in STEPS):
        told = T("Who leads each step: the municipality, others, or all of them together.")
        table = field_table(world, records, _LEADS)
        yield Chapter(T("Who does what"), (told,), tuple(one.on_page for one in table))
    for form, mine in _by_form(records):
        parts = tuple(_one(world, record) for record in mine)
        yield Chapter(T("{Samskaping_pl}: {form}", form=value_text(world, form)), parts=parts)


def _counted(records: Sequence[Record], day: date) -> Text:
    going, planned = [going_on(one, day) for one in records], [one.get("status") in BEFORE for one in records]
    over = [one for one, still, to_come in zip(records, going, planned, strict=True) if not still and not to_come]
    return T(
        "{Samskaping_pl}: {count}. Going on: {going}. Planned: {planned}. "
        "Ended: {ended}, of them with an outcome: {told}.",
        count=len(records), going=sum(going), planned=sum(planned), ended=len(over),
        told=sum(text(one, "resultat") is not None for one in over),
    )  # fmt: skip


def _by_actor(world: World, records: Sequence[Record], day: date) -> tuple[Table, ...]:
    """Count by the sorts of actors that take part, those that take part in most first; one may have several."""
    found: dict[str, list[Record]] = {}
    for record in records:
        for actor in record.texts(ACTORS):
            found.setdefault(actor, []).append(record)
    rows = [
        (value_text(world, name), len(mine), sum(going_on(one, day) for one in mine)) for name, mine in found.items()
    ]
    rows.sort(key=lambda row: -row[1])
    columns = (
        Column(T("Actors"), width=30), Column(T("{Samskaping_pl}"), "number", 14), Column(T("Going on"), "number", 12),
    )  # fmt: skip
    return (Table(columns, tuple(rows), T("By actor")),) if rows else ()


def _by_form(records: Sequence[Record]) -> Iterator[tuple[str, list[Record]]]:
    for form in dict.fromkeys((*FORMS, *(str(record.get("form")) for record in records))):
        mine = [record for record in records if record.get("form") == form]
        if mine:
            yield form, mine


def _one(world: World, record: Record) -> Chapter:
    head = ("status", "fra", "til", "ansvarlig")
    return card(world, record, (head, (ACTORS, "parter"), ("tjener",), ("resultat",), ("erfaring",)))


DOCUMENT = ChapterDocument("samskapingsoversikt", T("Survey of {samskaping}"), _chapters)
