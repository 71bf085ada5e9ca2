"""The survey of innovation and simplification: the loop, each idea with what was learned, and the five checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planctl.disciplines.cards import EVALUATION, Told, card, evaluation, registers
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.records import marked, records_for, text
from planctl.disciplines.register import Field, field_table, field_title, value_text
from planctl.disciplines.utvikling.loop import loop_pictures
from planctl.disciplines.utvikling.steps import CHECKS, STEPS, answers, reached, step_at, stopped
from planctl.disciplines.utvikling.tables import by_step, in_order, innovations_table, known_at, step_text
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.world import World

NEW, SIMPLER, CARRIED_ON = "innovasjon", "forenkling", "videreført_i"
_IN_USE = ("nyttiggjort", "erfaringslæring")
_NEW_REGISTER: tuple[str | Field, ...] = (
    "tittel", Field("behov", 60), "kilde", Field("gjelder", 50), Field("ansvarlig", 28), Field("medansvarlige", 40),
    *STEPS, "avsluttet", Field("begrunnelse", 50), Field("lært", 60), Field(CARRIED_ON, 40), Field("omtale", 60),
)  # fmt: skip
_SIMPLER_REGISTER: tuple[str | Field, ...] = (
    "tittel", "slag", "dato", *(Field(f"sjekk.{check}", 14) for check in CHECKS), "beslutning", Field("endring", 60),
    Field("innovasjoner", 40), Field("rutiner", 40), Field("gjelder", 50), Field("ansvarlig", 28),
    *EVALUATION, Field("omtale", 60),
)  # fmt: skip


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    mine = [one for one in records_for(world, occasion, NEW, SIMPLER) if known_at(one, occasion.day)]
    new = in_order([one for one in mine if one.kind == NEW], occasion.day)
    simpler = [one for one in mine if one.kind == SIMPLER]
    about = tuple(registers(world, mine))
    made = [*(_new(world, new, occasion, about) if new else ())]
    made += _simpler(world, simpler, () if new else about) if simpler else ()
    return tuple(made)


def _new(world: World, new: Sequence[Record], occasion: Occasion, about: tuple[Text, ...]) -> Iterator[Chapter]:
    day = occasion.day
    yield Chapter(
        T("{Innovasjon_pl}"),
        (*about, *_counted(world, new, day)),
        (
            by_step(new, day),
            *(table.on_page for table in innovations_table(world, new, day)),
            *(table.in_workbook for table in field_table(world, new, _NEW_REGISTER, T("All {innovasjon_pl}"))),
        ),
        shares(new),
        pictures=loop_pictures(new, day),
    )
    yield Chapter(T("{Innovasjon_pl}, one by one"), parts=tuple(_one_new(world, record, day) for record in new))


def _counted(world: World, new: Sequence[Record], day: date) -> Iterator[Text]:
    used = [record for record in new if step_at(record, day) in _IN_USE and not stopped(record, day)]
    yield T(
        "{Innovasjon_pl}: {count}. In use: {used}. Stopped: {stopped}. With what was learned: {learned}.",
        count=len(new), used=len(used), stopped=sum(stopped(record, day) for record in new),
        learned=sum(text(record, "lært") is not None for record in new),
    )  # fmt: skip
    if used and any(True for _ in world.plans.of_kind("rutine")):
        carried = sum(bool(record.texts(CARRIED_ON)) for record in used)
        yield T("In use and carried on in {rutine_pl}: {carried} of {used}.", carried=carried, used=len(used))


def _one_new(world: World, record: Record, day: date) -> Chapter:
    steps: list[Told] = [(STEPS[step], when) for step, when in reached(record) if when <= day]
    ended = ("avsluttet",) if stopped(record, day) else ()
    way = (*(steps or [(T("Step"), step_text(record, day))]), *ended)
    owners = ("kilde", "ansvarlig", "medansvarlige")
    return card(world, record, (owners, way, ("behov",), ("gjelder",), ("begrunnelse",), ("lært",), (CARRIED_ON,)))


def _simpler(world: World, simpler: Sequence[Record], about: tuple[Text, ...]) -> Iterator[Chapter]:
    decided = [record.get("beslutning") for record in simpler]
    yield Chapter(
        T("{Forenkling_pl}"),
        (
            *about,
            T(
                "{Forenkling_pl}: {count}. To be introduced: {yes}. To be changed first: {change}. Left: {no}.",
                count=len(simpler), yes=decided.count("innføre"), change=decided.count("endre"),
                no=decided.count("la være"),
            ),
        ),
        (
            _checks(world, simpler),
            *(table.in_workbook for table in field_table(world, simpler, _SIMPLER_REGISTER, T("All {forenkling_pl}"))),
        ),
        shares(simpler),
    )  # fmt: skip
    yield Chapter(T("{Forenkling_pl}, one by one"), parts=tuple(_one_simpler(world, record) for record in simpler))


def _checks(world: World, simpler: Sequence[Record]) -> Table:
    """Tell the answer of each to the five checks, and what was decided."""
    columns = (
        Column(T("{Forenkling}"), width=46),
        *(Column(title, width=14) for title in CHECKS.values()),
        Column(field_title(world, simpler[0], "beslutning"), width=14),
    )
    return Table(
        columns, tuple(_answered(world, record) for record in simpler), T("The five checks")
    ).without_empty.on_page


def _answered(world: World, record: Record) -> tuple[Cell, ...]:
    given = answers(record)
    said = [value_text(world, given[check]) if check in given else None for check in CHECKS]
    decided = text(record, "beslutning")
    return (marked(record), *said, value_text(world, decided) if decided else None)


def _one_simpler(world: World, record: Record) -> Chapter:
    judged = (field_title(world, record, "evaluering"), evaluation(world, record))
    head = ("slag", "dato", "beslutning", "ansvarlig")
    lines = (head, ("endring",), ("innovasjoner",), ("rutiner",), ("gjelder",), (judged, "evaluering.kommentar"))
    return card(world, record, lines)


DOCUMENT = ChapterDocument("utviklingsoversikt", T("Survey of development"), _chapters)
