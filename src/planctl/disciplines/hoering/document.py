"""The summary of medvirkning for a case: the hearings with their answers, the meetings, and the interessenter."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.details import facts
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.hoering.comments import (
    Heard,
    answers,
    by_hearing,
    by_sender,
    by_theme,
    counted,
    every,
    heard,
)
from planctl.disciplines.hoering.hearings import subjects, time_of
from planctl.disciplines.records import marked, records_for
from planctl.disciplines.register import Field, field_table
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.period import parse_date
from planctl.model.time_words import time_words
from planctl.world import World


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    found = heard(world, occasion)
    if not found:
        return ()
    whole = (_whole(world, found),) if len(found) > 1 else ()
    each = (_one(world, item, several=bool(whole)) for item in found)
    return (*whole, *each, *_meetings(world, occasion), *_needs(world))


def _whole(world: World, found: list[Heard]) -> Chapter:
    comments = every(found)
    tables = (by_hearing(world, found), *((by_theme(comments), by_sender(world, comments)) if comments else ()))
    return Chapter(
        T("All {høring_pl}"),
        (counted(comments),),
        tables,
        shares([*(item.record for item in found), *comments]),
    )


def _one(world: World, item: Heard, *, several: bool) -> Chapter:
    tables: tuple[Table, ...] = ()
    if item.comments:
        tables = (by_theme(item.comments), by_sender(world, item.comments),
                  *answers(world, item.comments, T("Answers and changes")))  # fmt: skip
    return Chapter(
        T("{title}", title=marked(item.record)),
        tuple(_facts(world, item)),
        tables,
        () if several else shares([item.record, *item.comments]),
    )


def _facts(world: World, item: Heard) -> Iterator[Text]:
    time, of = time_of(world, item.record), [marked(subject) for subject in subjects(world, item.record)]
    if of:
        yield T("Of: {place}.", place=", ".join(of))
    if time.first is not None and time.last is not None:
        yield T("Heard from {first} until {last}.", first=time_words(time.first), last=time_words(time.last))
    yield from facts(world, item.record, "offentliggjort")
    yield counted(item.comments)


def _meetings(world: World, occasion: Occasion) -> Iterator[Chapter]:
    days = {record: parse_date(record.get("dato")) for record in records_for(world, occasion, "medvirkningsmøte")}
    known = [(day, record.name, record) for record, day in days.items() if day is not None and day <= occasion.day]
    held = [record for _, _, record in sorted(known, key=lambda row: row[:2])]
    if held:
        fields = ("dato", "tittel", "slag", Field("gjelder", 40), "parter", "resultat", Field("kom_fram", 50))
        yield Chapter(T("{Medvirkningsmøte_pl}"), (), field_table(world, held, fields), shares(held))


def _needs(world: World) -> Iterator[Chapter]:
    """Tell those who have an interest in the municipality, and what they need."""
    known = list(world.plans.of_kind("interessent"))
    if known:
        fields = ("tittel", Field("behov", 60), Field("rettigheter", 40), Field("gjelder", 30))
        yield Chapter(T("{Interessent_pl} and what they need"), (), field_table(world, known, fields), shares(known))


DOCUMENT = ChapterDocument("medvirkningsoppsummering", T("Summary of participation"), _chapters)
