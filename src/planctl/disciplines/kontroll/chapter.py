"""The chapter on controls: in a tertial report the state inspections; in the annual report also the rest of § 25-2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.kontroll import maturity, tables
from planctl.disciplines.kontroll.controls import done, is_late
from planctl.disciplines.kontroll.told import (
    AUDIT,
    CONTROL,
    INSPECTION,
    MATURITY,
    REVIEW,
    breaks_law,
    covered,
    found,
    of_period,
)
from planctl.disciplines.matters import Matters
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where there is nothing of it."""
    matters = found(world, occasion)
    inspected = of_period(covered(world, occasion, INSPECTION), occasion, matters)
    audited = of_period(covered(world, occasion, AUDIT), occasion, matters)
    controls = covered(world, occasion, CONTROL)
    if not (inspected or audited or controls or matters.known):
        return None
    made = [
        *tables.inspections(world, inspected, matters, T("{Tilsyn_pl}")),
        *tables.audits(world, audited, matters, T("{Egenkontroll_pl}")),
        *matters.table(matters.late, T("Overdue"), ("slag",)),
    ]
    mature: list[Record] = []
    if occasion.is_annual:
        mature = covered(world, occasion, MATURITY)
        made += [
            *tables.by_area(world, occasion, controls, T("{Internkontroll_pl} by area")),
            *tables.maturity(world, occasion, mature, T("How mature internal control is")),
        ]
    return Chapter(
        T("Controls and {tilsyn_pl}"),
        (*paragraphs(occasion, matters, controls), *_reviewed(world, occasion)),
        tuple(made),
        shares([*inspected, *audited, *controls, *mature, *(item.record for item in matters.known)]),
        pictures=maturity.picture(occasion, mature),
    )


def paragraphs(occasion: Occasion, matters: Matters, controls: Sequence[Record]) -> Iterator[Text]:
    """Tell how many things were found and are open, and how the internal controls were done."""
    if matters.known:
        yield T("What {tilsyn_pl}, {egenkontroll_pl} and {internkontroll_pl} found.")
        yield matters.told
        yield T("Open breaches of law: {count}.", count=sum(map(breaks_law, matters.open)))
    if controls:
        yield T(
            "{Internkontroll_pl}: {count}. Times done in the period: {times}. Not done in time: {late}.",
            count=len(controls), times=sum(_times(record, occasion) for record in controls),
            late=sum(is_late(record, occasion.day, occasion.limit) for record in controls),
        )  # fmt: skip


def _times(record: Record, occasion: Occasion) -> int:
    days = (parse_date(row["dato"]) for row in done(record, occasion.day))
    return sum(day is not None and day in occasion.period for day in days)


def _reviewed(world: World, occasion: Occasion) -> Iterator[Text]:
    rows = [parse_date(record.get("dato")) for record in covered(world, occasion, REVIEW)]
    count = sum(day is not None and day in occasion.period for day in rows)
    if count:
        yield T("Units that went through their laws in the period: {count}.", count=count)
