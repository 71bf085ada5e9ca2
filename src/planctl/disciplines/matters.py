"""Matters that are followed up, as a report tells of them: how many are open, late and settled, and a table of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Self

from planctl.disciplines.details import with_details
from planctl.disciplines.records import marked, titled, unit_of
from planctl.disciplines.register import Field, cell, field_title
from planctl.domain.matters import Matter, matters_of
from planctl.domain.organisation import OWNERS
from planctl.domain.solving import solving
from planctl.domain.unsolved import lacks_tiltak
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Occasion, Table
from planctl.model.record import Record
from planctl.model.status_line import StatusLine
from planctl.status_labels import record_status_text
from planctl.values import dataclass
from planctl.world import World

_TOLD = frozenset({"status", "frist", "tiltak"})
"""What a row tells in a way of its own."""
OPEN = "åpen"
"""The status of a matter that says none."""


@dataclass(frozen=True, slots=True)
class Matters:
    """The matters of some kinds that an occasion covers and that were known on its day, the first deadline first."""

    world: World
    occasion: Occasion
    known: tuple[Matter, ...]
    within: bool = False
    """Whether all of them stand in the same record, which the heading above them names."""

    @classmethod
    def of(cls, world: World, occasion: Occasion, *kinds: str) -> Self:
        """Gather them."""
        mine = (
            item
            for item in matters_of(world.plans, *kinds)
            if item.known_at(occasion.day) and occasion.covers(unit_of(world, item.record))
        )
        return cls(world, occasion, first_due(mine))

    def under(self, *above: Record) -> Self:
        """Keep those that stand in some records, as the funn of a tilsyn."""
        held = set(above)
        mine = tuple(one for one in self.known if one.record.parent in held)
        return type(self)(self.world, self.occasion, mine, len(held) == 1)

    @property
    def open(self) -> tuple[Matter, ...]:
        """Those that were open on the day."""
        return tuple(item for item in self.known if item.open_at(self.occasion.day))

    @property
    def late(self) -> tuple[Matter, ...]:
        """Those that were open after their deadline."""
        day, ended = self.occasion.day, self.occasion.ended
        return tuple(item for item in self.known if item.late_at(day, ended=ended))

    @property
    def settled(self) -> tuple[Matter, ...]:
        """Those that were settled in the period, as far as the day is told."""
        return tuple(item for item in self.known if item.settled is not None and item.settled in self.occasion.period)

    @property
    def without_tiltak(self) -> tuple[Matter, ...]:
        """Those that must have a tiltak, and have none (800)."""
        return tuple(item for item in self.open if lacks_tiltak(self.world, item.record, self.occasion.day))

    @property
    def told(self) -> Text:
        """How many there are, in a sentence each."""
        return T(
            "Open on {day}: {open}. Overdue: {late}. Settled in the period: {settled}. Without {tiltak_pl}: {without}.",
            day=self.occasion.day, open=len(self.open), late=len(self.late), settled=len(self.settled),
            without=len(self.without_tiltak),
        )  # fmt: skip

    @property
    def told_of_funn(self) -> Text:
        """The same of funn, where nothing before it says what is counted."""
        return T("{Funn_pl}. {told}", told=self.told)

    def table(
        self, items: Sequence[Matter], title: Text | None = None, extra: Sequence[str | Field] = ()
    ) -> tuple[Table, ...]:
        """Tell some of them, one a row, with the fields of `extra` after the title; none without any.

        A column in which none has anything is in a workbook alone.
        """
        if not items:
            return ()
        asked = [Field(field) if isinstance(field, str) else field for field in extra]
        first = items[0].record
        told = {*_TOLD, *OWNERS, *(field.name for field in asked)}
        more = (Column(one.title or field_title(self.world, first, one.name), one.kind or "text", one.width or 20,
                       one.where) for one in asked)  # fmt: skip
        columns = (
            Column(T("Matter"), width=46),
            *more,
            Column(T("Found in"), width=40, where="workbook" if self.within else "both"),
            Column(T("Status"), width=16),
            Column(T("Deadline"), "date"),
            Column(T("Days late"), "number", 10),
            Column(T("Responsible"), width=30),
            Column(T("{Tiltak} done"), width=14),
        )
        table = Table(columns, tuple(self._row(item, asked) for item in items), title)
        return (with_details(self.world, table, [item.record for item in items], told).without_empty,)

    def _row(self, item: Matter, extra: Sequence[Field]) -> tuple[Cell, ...]:
        record, day = item.record, self.occasion.day
        return (
            marked(record),
            *(cell(self.world, record, field.name) for field in extra),
            marked(record.parent) if record.parent is not None else None,
            self.status(item),
            item.deadline,
            item.days_late(day, ended=self.occasion.ended),
            titled(self.world, unit_of(self.world, record)),
            self._done(record),
        )

    def status(self, item: Matter) -> Text | None:
        """Say the status of the day: only «open» where it was settled later."""
        if not item.is_open and item.open_at(self.occasion.day):
            return record_status_text(OPEN)
        status = item.record.get("status")
        return record_status_text(status if isinstance(status, str) else OPEN)

    def _done(self, record: Record) -> Text | None:
        works = [
            self.world.status_reports.at(tiltak, self.occasion.day).done
            for tiltak, _ in solving(self.world, record, self.occasion.day)
        ]
        return T("{done} of {all}", done=sum(works), all=len(works)) if works else None


def matters_line(world: World, name: Text, *kinds: str) -> StatusLine | None:
    """Say in one line how many matters of some kinds are open today; None where none is.

    `name` is what they are called in the plural, as `T("{Funn_pl}")`.
    """
    today = world.today
    still = [item for item in matters_of(world.plans, *kinds) if item.open_at(today)]
    if not still:
        return None
    told = T(
        "Open: {open}. Overdue: {late}. Without {tiltak_pl}: {without}.",
        open=len(still), late=sum(item.late_at(today, ended=False) for item in still),
        without=sum(lacks_tiltak(world, item.record, today) for item in still),
    )  # fmt: skip
    return StatusLine(name, told)


def first_due(items: Iterable[Matter]) -> tuple[Matter, ...]:
    """Sort matters, the first deadline first; those without one come last."""
    return tuple(sorted(items, key=lambda item: (item.deadline or date.max, item.record.name)))
