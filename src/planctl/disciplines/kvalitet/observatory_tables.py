"""Tables of the citizens' observatory: each place with its latest grade, who gave it, and what was learned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planctl.disciplines.details import with_details
from planctl.disciplines.kvalitet.observatory import ambition, latest, places_of, scale_of
from planctl.disciplines.records import marked, text
from planctl.disciplines.register import Several, value_text
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Table
from planctl.model.picture import Climb, Steps
from planctl.model.record import Record
from planctl.world import World

_TOLD = frozenset({"nummer", "bærekraftsmål", "ambisjon"})
_COLUMNS = (
    Column(T("{Observatorieplass}"), width=46),
    Column(T("No."), width=8, where="workbook"),
    Column(T("FN goals"), width=20),
    Column(T("Grade"), "number", 10),
    Column(T("Wished for"), "number", 10),
    Column(T("Judged"), "date"),
    Column(T("Who took part"), width=40),
    Column(T("What was learned"), width=60),
)


def sentences(observatories: Sequence[Record], places: Sequence[Record], day: date) -> Iterator[Text]:
    """Tell how many of the standard's places each observatory has graded."""
    for observatory in observatories:
        inside = [place for place in places if place.plan is observatory]
        graded = [place for place in inside if latest(place, day) is not None]
        yield T(
            "{title}: {graded} of {all} {observatorieplass_pl} are graded, on a scale from 1 to {last}.",
            title=marked(observatory), graded=len(graded), all=places_of(observatory), last=scale_of(observatory),
        )  # fmt: skip


def grades_pictures(observatories: Sequence[Record], places: Sequence[Record], day: date) -> Iterator[Steps]:
    """Draw the grades of each observatory, with those that are wished for; nothing where none is given."""
    for number, observatory in enumerate(observatories, 1):
        inside = [place for place in places if place.plan is observatory]
        rows = tuple(Climb(marked(place), _grade(place, day), ambition(place)) for place in inside)
        if any(row.today is not None for row in rows):
            told = T("The latest grade of each of the {observatorieplass_pl}, and the one that is wished for.")
            title = T("{title}", title=marked(observatory))
            yield Steps(f"observatorium-{number}", title, told, scale_of(observatory), rows)


def places_table(world: World, places: Sequence[Record], day: date) -> Iterator[Table]:
    """Tell the places, those that have the lowest grade first; those that are not graded last."""
    if places:
        ordered = sorted(places, key=lambda one: _key(one, day))
        table = Table(_COLUMNS, tuple(_row(world, place, day) for place in ordered), T("The citizens' observatory"))
        yield with_details(world, table, ordered, _TOLD).without_empty


def _key(place: Record, day: date) -> tuple[bool, int, str]:
    grade = _grade(place, day)
    return (grade is None, grade or 0, place.name)


def _grade(place: Record, day: date) -> int | None:
    found = latest(place, day)
    return found.grade if found is not None else None


def _row(world: World, place: Record, day: date) -> tuple[Cell, ...]:
    found = latest(place, day)
    groups = [value_text(world, group) for group in found.groups] if found is not None else []
    return (
        marked(place),
        text(place, "nummer"),
        ", ".join(place.texts("bærekraftsmål")) or None,
        _grade(place, day),
        ambition(place),
        found.day if found is not None else None,
        T("{items}", items=Several(tuple(groups))) if groups else None,
        (found.learned or None) if found is not None else None,
    )
