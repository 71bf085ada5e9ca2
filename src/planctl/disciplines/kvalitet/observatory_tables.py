"""Tables of the citizens' observatory: each place with its latest grade, who gave it, and what was learned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planctl.disciplines.kvalitet.observatory import latest, places_of, scale_of
from planctl.disciplines.records import marked, text
from planctl.disciplines.register import Several, value_text
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Table
from planctl.model.record import Record
from planctl.world import World

_COLUMNS = (
    Column(T("{Observatorieplass}"), width=46),
    Column(T("No."), width=8, where="workbook"),
    Column(T("FN goals"), width=20),
    Column(T("Grade"), "number", 10),
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


def places_table(world: World, places: Sequence[Record], day: date) -> Iterator[Table]:
    """Tell the places, those that have the lowest grade first; those that are not graded last."""
    if places:
        rows = [_row(world, place, day) for place in sorted(places, key=lambda one: _key(one, day))]
        yield Table(_COLUMNS, tuple(rows), T("The citizens' observatory"))


def _key(place: Record, day: date) -> tuple[int, str]:
    found = latest(place, day)
    return (found.grade if found is not None and found.grade is not None else 1000, place.name)


def _row(world: World, place: Record, day: date) -> tuple[Cell, ...]:
    found = latest(place, day)
    groups = [value_text(world, group) for group in found.groups] if found is not None else []
    return (
        marked(place),
        text(place, "nummer"),
        ", ".join(place.texts("bærekraftsmål")) or None,
        found.grade if found is not None else None,
        found.day if found is not None else None,
        T("{items}", items=Several(tuple(groups))) if groups else None,
        (found.learned or None) if found is not None else None,
    )
