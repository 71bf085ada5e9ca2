"""How many routines there are in each of the seven chapters, and how many of them are to be reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from planctl.disciplines.records import records_for
from planctl.disciplines.rutiner.routines import CHAPTERS, due, in_use, is_late
from planctl.i18n import T, Text
from planctl.model.chapter import Column, Occasion, Table
from planctl.model.period import Period, parse_date
from planctl.model.record import Record
from planctl.world import World

SOON = timedelta(days=183)
"""How long before its review a routine is told of: half a year."""
_COLUMNS = (
    Column(T("Chapter"), width=36),
    Column(T("{Rutine_pl} in use"), "number", 16),
    Column(T("Review overdue"), "number", 16),
    Column(T("Review within half a year"), "number", 16),
    Column(T("Approved in the period"), "number", 16),
)


def told(world: World, occasion: Occasion) -> list[Record]:
    """Give the routines in use that an occasion covers, in the order of their numbers."""
    held = set(in_use(world, occasion.day))
    return [record for record in records_for(world, occasion, "rutine") if record in held]


def to_be_reviewed(routines: Sequence[Record], day: date) -> list[Record]:
    """Give those to be reviewed within half a year, or earlier, the first to come first."""
    dated = [(last, record) for record in routines if (last := due(record)) is not None and last <= day + SOON]
    return [record for _, record in sorted(dated, key=lambda pair: pair[0])]


def sentence(routines: Sequence[Record], occasion: Occasion) -> Text:
    """Tell how many there are, and how many are to be reviewed."""
    count, late, soon, new = _row(routines, occasion)
    return T(
        "{Rutine_pl} in use on {day}: {count}. Review overdue: {late}. Review within half a year: {soon}. Approved in "
        "the period: {new}.",
        day=occasion.day, count=count, late=late, soon=soon, new=new,
    )  # fmt: skip


def by_chapter(routines: Sequence[Record], occasion: Occasion) -> Table:
    """Count them in each chapter."""
    groups = grouped(routines)
    rows = [(heading(number), *_row(inside, occasion)) for number, inside in groups]
    return Table(_COLUMNS, tuple(rows), T("{Rutine_pl} by chapter"), (T("Sum"), *_row(routines, occasion)))


def grouped(routines: Sequence[Record]) -> list[tuple[int | None, list[Record]]]:
    """Group routines by chapter, those without one last."""
    numbers: list[int | None] = [*CHAPTERS, None]
    groups = [(number, [record for record in routines if _chapter(record) == number]) for number in numbers]
    return [(number, inside) for number, inside in groups if inside]


def heading(number: int | None) -> Text:
    """Name a chapter with its number."""
    if number is None:
        return T("Without a chapter")
    return T("Chapter {number} – {chapter}", number=number, chapter=CHAPTERS[number])


def _chapter(record: Record) -> int | None:
    found = record.get("kapittel")
    return found if isinstance(found, int) and found in CHAPTERS else None


def _row(routines: Sequence[Record], occasion: Occasion) -> tuple[int, int, int, int]:
    day = occasion.day
    late = sum(is_late(record, occasion.limit) for record in routines)
    approved = [parse_date(record.get("godkjent")) for record in routines]
    return (
        len(routines),
        late,
        len(to_be_reviewed(routines, day)) - late,
        sum(_in(moment, occasion.period) for moment in approved),
    )


def _in(moment: date | None, period: Period) -> bool:
    return moment is not None and moment in period
