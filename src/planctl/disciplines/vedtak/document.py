"""The list of vedtak for the council: the late ones first, then the open, then what was settled in the year.

A vedtak is told whole, with its punkter under it: where one of them is late, it stands among the late. Verbalvedtak,
oversendelsesforslag and interpellasjoner have tables of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count

from planctl.disciplines.details import about, part_table, with_details
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.vedtak.delegated import delegated
from planctl.disciplines.vedtak.labels import HEADINGS
from planctl.disciplines.vedtak.list_rows import COLUMNS, TOLD, records_of, rows
from planctl.domain.follow_up import FollowUp, kind_of
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.values import dataclass
from planctl.world import World


@dataclass(frozen=True, slots=True)
class Group:
    """A vedtak with what is followed up of it."""

    vedtak: Record
    items: tuple[FollowUp, ...]

    def is_late(self, occasion: Occasion) -> bool:
        """Tell whether something of it is late."""
        return any(item.late_at(occasion.day, ended=occasion.ended) for item in self.items)

    def is_open(self, day: date) -> bool:
        """Tell whether something of it is open."""
        return any(item.open_at(day) for item in self.items)

    def deadline(self, day: date) -> date:
        """Give the first deadline of what is open of it."""
        days = (item.deadline for item in self.items if item.open_at(day))
        return min((due for due in days if due is not None), default=date.max)

    def settled_in(self, occasion: Occasion) -> bool:
        """Tell whether it was settled in the period; where no day is told, whether it was made in it."""
        days = [item.settled or item.decided for item in self.items]
        return any(day is not None and day in occasion.period for day in days)


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    groups = list(_groups(world, occasion))
    late = [group for group in groups if group.is_late(occasion)]
    still = [group for group in groups if group.is_open(occasion.day) and group not in late]
    done = [group for group in groups if not group.is_open(occasion.day) and group.settled_in(occasion)]
    numbers = count(1)
    parts = (
        (T("Overdue"), late, T("Nothing is past its deadline.")),
        (T("Open, not overdue"), still, None),
        (T("Settled in {year}", year=str(occasion.day.year)), done, None),
    )
    sources = tuple(about(world, occasion, "vedtaksregister", "periode"))
    found = [
        Chapter(
            title,
            _told(some, occasion, none),
            tuple(_tables(world, occasion, some, numbers)),
            shares(group.vedtak for group in some),
            notes=sources if title is parts[0][0] else (),
        )
        for title, some, none in parts
        if some or (groups and none is not None)
    ]
    counts = delegated(world.plans, occasion)
    if counts is not None:
        found.append(Chapter(T("Delegated {vedtak_pl}"), (), (Table(counts.columns, counts.rows),)))
    return tuple(found)


def _groups(world: World, occasion: Occasion) -> Iterator[Group]:
    """Yield the vedtak that had been made by the day, with what the report is about of them."""
    found: dict[Record, list[FollowUp]] = {}
    for item in world.bonds.follow_ups.items:
        if item.known_at(occasion.day) and occasion.covers(item.get("ansvarlig")):
            found.setdefault(item.vedtak, []).append(item)
    return (Group(vedtak, tuple(items)) for vedtak, items in found.items())


def _tables(world: World, occasion: Occasion, groups: Sequence[Group], numbers: Iterator[int]) -> Iterator[Table]:
    """Make a table of each kind, what is due first at its top."""
    for slag, name in HEADINGS.items():
        mine = [group for group in groups if kind_of(group.vedtak) == slag]
        mine.sort(key=lambda group: (group.deadline(occasion.day), str(group.vedtak.get("dato") or "")))
        if mine:
            made = tuple(row for group in mine for row in rows(world, occasion, group.items, next(numbers)))
            about_each = [record for group in mine for record in records_of(group.items)]
            yield with_details(world, Table(COLUMNS, made, name), about_each, TOLD)
            yield from part_table(world, about_each, "svar", T("Each answer"))


def _told(groups: Iterable[Group], occasion: Occasion, none: Text | None) -> tuple[Text, ...]:
    items = [item for group in groups for item in group.items]
    if not items:
        return (none,) if none is not None else ()
    still = sum(item.open_at(occasion.day) for item in items)
    never = sum(item.never_answered_at(occasion.day) for item in items)
    if not still:
        return (T("Settled: {count}. Never answered: {never}.", count=len(items), never=never),)
    return (
        T("To follow up: {count}. Open: {open}. Never answered: {never}.", count=len(items), open=still, never=never),
    )


DOCUMENT = ChapterDocument("vedtaksliste", T("List of {vedtak_pl}"), _chapters)
