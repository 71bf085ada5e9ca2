"""The survey of preparedness: the plans, the exercises of them, what each showed, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.beredskap.exercises import KIND
from planctl.disciplines.beredskap.plans import plans, plans_table
from planctl.disciplines.cards import EVALUATION, card, points, registers
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.matters import Matters
from planctl.disciplines.records import records_for
from planctl.disciplines.register import Field, field_table, widened
from planctl.disciplines.remedies import remedies_table
from planctl.i18n import T, Text
from planctl.law.versions import PREPAREDNESS, PREPAREDNESS_EXERCISE, version_at
from planctl.model.chapter import Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.world import World

_FIELDS = (
    "dato", "tittel", Field("form", 20), Field("plan", 40, "workbook"), Field("enhet", 28, "workbook"),
    Field("scenario", 60, "workbook"), Field("deltakere", 50, "workbook"), Field("ansvarlig", 28),
    Field("læring", 60, "workbook"), "neste", Field("omtale", 60, "workbook"),
)  # fmt: skip
_FOUND = (Field("nummer", 10), Field("tittel", 46), Field("slag", 14), Field("grunnlag", 24))
_WORDS = ("årsak", "rotårsak", "gjelder", "begrunnelse")
_MORE = (
    *(Field(name, 40, "workbook") for name in _WORDS),
    *EVALUATION, Field("omtale", 40, "workbook"),
)  # fmt: skip


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    matters = Matters.of(world, occasion, "funn").under(*world.plans.of_kind(KIND))
    exercises = _told(world, occasion, matters)
    mine = plans(world, occasion, exercises)
    found = (*_plans(world, occasion, mine), *(_made(world, occasion, exercises, matters) if exercises else ()))
    return tuple(found)


def _told(world: World, occasion: Occasion, matters: Matters) -> list[Record]:
    """Give the exercises that a report covers, or that found what it covers: those planned too, the newest first."""
    own = [*records_for(world, occasion, KIND), *(one.record.parent for one in matters.known if one.record.parent)]
    days = {record: day for record in own if (day := parse_date(record.get("dato"))) is not None}
    return sorted(days, key=lambda record: days[record], reverse=True)


def _plans(world: World, occasion: Occasion, mine: Sequence[Record]) -> Iterator[Chapter]:
    yearly, second = version_at(PREPAREDNESS, occasion.day), version_at(PREPAREDNESS_EXERCISE, occasion.day)
    if not mine:
        return
    told: tuple[Text, ...] = ()
    if yearly is not None and second is not None:
        law = yearly.cited
        told = (
            T("The plan for emergencies must be revised every year ({law}), and exercised every second year.", law=law),
        )
    yield Chapter(T("The plans"), told, plans_table(world, mine, occasion.day), shares(mine))


def _made(world: World, occasion: Occasion, exercises: Sequence[Record], matters: Matters) -> Iterator[Chapter]:
    yield Chapter(
        T("{Øvelse_pl}"),
        (*registers(world, exercises), _counted(exercises, occasion)),
        _overview(world, exercises, matters),
        shares(exercises),
    )
    if matters.known:
        yield Chapter(
            T("What is followed up"),
            (matters.told_of_funn,),
            (
                *matters.table(matters.open, T("To be followed up"), ("slag",)),
                *(table.in_workbook for table in _found(matters, [*exercises], title=T("All {funn_pl}"))),
            ),
            shares(item.record for item in matters.known),
        )
    yield Chapter(T("{Øvelse_pl}, one by one"), parts=tuple(_one(world, record, matters) for record in exercises))


def _counted(exercises: Sequence[Record], occasion: Occasion) -> Text:
    days = [parse_date(record.get("dato")) for record in exercises]
    return T(
        "Held by {day}: {held}, of them in the year: {new}. Planned: {planned}.",
        day=occasion.day,
        held=sum(day is not None and day <= occasion.day for day in days),
        new=sum(day is not None and day in occasion.period for day in days),
        planned=sum(day is not None and day > occasion.day for day in days),
    )


def _overview(world: World, exercises: Sequence[Record], matters: Matters) -> tuple[Table, ...]:
    """Tell the exercises, each with how much it found, and how much of that is open."""
    table = field_table(world, exercises, _FIELDS)
    if not matters.known:
        return table
    more = (Column(T("{Funn_pl}"), "number", 10), Column(T("Open"), "number", 10))
    inside = [matters.under(record) for record in exercises]
    rows = ((len(one.known), len(one.open)) if one.known else (None, None) for one in inside)
    return widened(table, more, rows)


def _one(world: World, record: Record, matters: Matters) -> Chapter:
    known = [item.record for item in matters.under(record).known]
    return card(
        world,
        record,
        (("dato", "form", "plan", "enhet", "ansvarlig", "neste"), ("scenario",), ("deltakere",), ("læring",)),
        _found(matters, [record]),
        points(world, known, _WORDS),
    )


def _found(matters: Matters, exercises: Sequence[Record], title: Text | None = None) -> tuple[Table, ...]:
    mine = matters.under(*exercises)
    return remedies_table(matters, mine.known, (*_FOUND, *_MORE), title)


DOCUMENT = ChapterDocument("beredskapsoversikt", T("Survey of preparedness"), _chapters)
