"""The meetings and the leaders' dialogues that a report is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planctl.disciplines.matters import Matters
from planctl.disciplines.medvirkning.dialogues import AGREED, KIND
from planctl.disciplines.records import records_for
from planctl.disciplines.register import Field, field_table
from planctl.domain.matters import matters_of
from planctl.i18n import T, Text
from planctl.model.chapter import Occasion, Table
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.world import World

MEETING = "medvirkningsmøte"
_RESULTS = ("enig", "uenig", "orientert")


def held(world: World, occasion: Occasion, kind: str) -> list[Record]:
    """Give what was held in the period, meetings or dialogues, in order of their days."""
    return [record for day, record in _by_day(world, occasion, kind) if day in occasion.period]


def until(world: World, occasion: Occasion, kind: str) -> list[Record]:
    """Give what was held by the last day of the period, also before it, in order of the days."""
    return [record for day, record in _by_day(world, occasion, kind) if day <= occasion.day]


def _by_day(world: World, occasion: Occasion, kind: str) -> list[tuple[date, Record]]:
    found = [(parse_date(record.get("dato")), record) for record in records_for(world, occasion, kind)]
    known = [(day, record) for day, record in found if day is not None]
    return sorted(known, key=lambda row: (row[0], row[1].name))


def told(meetings: Sequence[Record]) -> Text:
    """Say how many meetings there were, and what they ended with."""
    agreed, not_agreed, informed = ([record.get("resultat") for record in meetings].count(word) for word in _RESULTS)
    return T(
        "Held: {count}. Agreed: {agreed}. Not agreed: {not_agreed}. Informed: {informed}.",
        count=len(meetings), agreed=agreed, not_agreed=not_agreed, informed=informed,
    )  # fmt: skip


def table(world: World, meetings: Sequence[Record], title: Text | None = None) -> tuple[Table, ...]:
    """Tell meetings, one a row."""
    fields = (
        "dato", "tittel", "slag", Field("forum", 30), Field("parter", 40), "resultat", Field("kom_fram", 50),
    )  # fmt: skip
    return field_table(world, meetings, fields, title)


def agreed(world: World, occasion: Occasion) -> Matters:
    """Give what was agreed in the dialogues about what a report is of, whoever of the two is to do it."""
    mine = {record for record in records_for(world, occasion, KIND) if occasion.covers(record.get("enhet"))}
    found = (item for item in matters_of(world.plans, AGREED) if item.record.parent in mine)
    return Matters(world, occasion, tuple(item for item in found if item.known_at(occasion.day)))
