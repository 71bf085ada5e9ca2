"""Matters with the tiltak that solve them: what is to be done, by when, and how far each has come."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.disciplines.matters import Matters
from planctl.disciplines.records import marked, titled, unit_of
from planctl.disciplines.register import Field, Several, field_table, widened
from planctl.domain.matters import Matter
from planctl.domain.solving import solving
from planctl.i18n import T, Term, Text
from planctl.model.chapter import Cell, Column, Table, Where
from planctl.model.record import Record
from planctl.status_labels import status_text
from planctl.world import World


def remedies_table(
    matters: Matters,
    items: Sequence[Matter],
    fields: Sequence[str | Field],
    title: Text | None = None,
    place: Where = "workbook",
) -> tuple[Table, ...]:
    """Tell matters by their fields, each with who answers, its deadline, status and tiltak; none without any.

    `place` is where the column that names what each stands in is shown.
    """
    if not items:
        return ()
    world, above = matters.world, items[0].record.parent
    table = field_table(world, [item.record for item in items], fields, title)
    more = (
        Column(T("{kind}", kind=Term(above.kind)) if above is not None else T("Found in"), width=40, where=place),
        Column(T("Responsible"), width=28),
        Column(T("Deadline"), "date"),
        Column(T("Days late"), "number", 10),
        Column(T("Status"), width=16),
        Column(T("{Tiltak_pl}"), width=60),
    )
    return tuple(one.without_empty for one in widened(table, more, (_row(matters, item) for item in items)))


def _row(matters: Matters, item: Matter) -> tuple[Cell, ...]:
    record, above = item.record, item.record.parent
    return (
        marked(above) if above is not None else None,
        titled(matters.world, unit_of(matters.world, record)),
        item.deadline,
        item.days_late(matters.occasion.day, ended=matters.occasion.ended),
        matters.status(item),
        remedies(matters.world, record, matters),
    )


def remedies(world: World, record: Record, matters: Matters) -> Text | None:
    """Name the tiltak that solve a matter, each with its status and deadline; None where there is none."""
    day = matters.occasion.day
    told = [_told(world, tiltak, status, matters) for tiltak, status in solving(world, record, day)]
    return T("{items}", items=Several(tuple(told), "; ")) if told else None


def _told(world: World, tiltak: Record, status: str | None, matters: Matters) -> Text:
    due = world.status_reports.at(tiltak, matters.occasion.day).deadline
    said = status_text(status) if status else None
    if said is not None and due is not None:
        return T("{title} ({status}, deadline {day})", title=tiltak.title, status=said, day=due)
    if said is not None:
        return T("{title} ({status})", title=tiltak.title, status=said)
    return (
        T("{title} (deadline {day})", title=tiltak.title, day=due)
        if due is not None
        else T("{title}", title=tiltak.title)
    )
