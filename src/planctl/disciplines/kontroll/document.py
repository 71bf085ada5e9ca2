"""The report on internal control and state inspections, for the council (kommuneloven § 25-2).

Systems and routines, the work in the year, the controls that were done, what is followed up of deviations and breaches
of law, the state inspections, the audits for the council, and the same counted by tjenesteområde. What other registers
hold is told by kind alone: how much there is of it, and how much is out of date.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.details import about, part_table
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.kontroll import follow_up, maturity, tables
from planctl.disciplines.kontroll.chapter import paragraphs
from planctl.disciplines.kontroll.told import (
    AUDIT,
    CONTROL,
    INSPECTION,
    MATURITY,
    REVIEW,
    covered,
    found,
    made_by,
    of_period,
)
from planctl.disciplines.matters import Matters
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.world import World


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    matters, controls = found(world, occasion), covered(world, occasion, CONTROL)
    kinds = (INSPECTION, AUDIT, REVIEW)
    if not (controls or matters.known or any(covered(world, occasion, kind) for kind in kinds)):
        return ()
    made = (
        _systems(world, occasion),
        _work(world, occasion),
        _controls(world, occasion, matters, controls),
        *follow_up.chapters(world, occasion),
        _found_by(world, occasion, matters, INSPECTION),
        _found_by(world, occasion, matters, AUDIT),
        follow_up.by_place(world, occasion, matters, controls),
    )
    return tuple(chapter for chapter in made if chapter is not None)


def _systems(world: World, occasion: Occasion) -> Chapter:
    mature = covered(world, occasion, MATURITY)
    told = [*about(world, occasion, "kontrollregister")]
    told += [T("What the internal control is made of, and how much of it was to be renewed by now.")]
    if mature:
        told += [
            T("Maturity goes from 1 to 5: unreliable, informal, standardised, monitored and optimised."),
            maturity.reached(occasion, mature),
        ]
    return Chapter(
        T("Systems and routines"),
        tuple(told),
        (
            *follow_up.registers(world, occasion),
            *tables.maturity(world, occasion, mature, T("Maturity by area")),
            *part_table(world, mature, "vurderinger", T("Each assessment")),
        ),
        shares(mature),
        pictures=maturity.picture(occasion, mature),
    )


def _work(world: World, occasion: Occasion) -> Chapter | None:
    reviews = made_by(covered(world, occasion, REVIEW), occasion)
    if not reviews:
        return None
    told = T("Each unit goes through the laws and regulations of its work once a year.")
    made = (*tables.reviews(world, reviews), *part_table(world, reviews, "lover", T("Each law")))
    return Chapter(T("The work with laws and regulations"), (told,), made, shares(reviews))


def _controls(world: World, occasion: Occasion, matters: Matters, controls: list[Record]) -> Chapter | None:
    if not controls:
        return None
    return Chapter(
        T("Controls done"),
        tuple(paragraphs(occasion, matters, controls)),
        (
            *tables.by_area(world, occasion, controls, T("By area")),
            *tables.controls(world, occasion, controls),
            *part_table(world, controls, "gjennomført", T("Each time it was done")),
        ),
        shares(controls),
    )


def _found_by(world: World, occasion: Occasion, matters: Matters, kind: str) -> Chapter | None:
    records = of_period(covered(world, occasion, kind), occasion, matters)
    if not records:
        return None
    table, title = (
        (tables.inspections, T("{Tilsyn_pl}")) if kind == INSPECTION else (tables.audits, T("{Egenkontroll_pl}"))
    )
    mine = matters.under(*records)
    return Chapter(
        title,
        (mine.told_of_funn, *_answers(records, kind)),
        (*table(world, records, matters), *mine.table(mine.open, T("To be followed up"), ("slag",))),
        shares(records),
    )


def _answers(records: list[Record], kind: str) -> Iterator[Text]:
    if kind == INSPECTION:
        ended = sum(bool(record.get("avsluttet")) for record in records)
        yield T("{Tilsyn_pl}: {count}. Ended by the authority: {ended}.", count=len(records), ended=ended)


DOCUMENT = ChapterDocument("internkontrollrapport", T("Report on internal control and {tilsyn_pl}"), _chapters)
