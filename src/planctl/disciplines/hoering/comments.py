"""The hearings that a report is about, and what was said at them: counted by theme and by sort of sender."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from planctl.disciplines.details import whole_table
from planctl.disciplines.hoering.hearings import COMMENT, FOLLOWED, IN_PART, KIND, NOT_FOLLOWED, status_of, time_of
from planctl.disciplines.records import marked, records_for
from planctl.disciplines.register import Field, value_text
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Occasion, Table
from planctl.model.period import Period, parse_date
from planctl.model.record import Record
from planctl.model.time_words import time_words
from planctl.values import dataclass
from planctl.world import World

COUNTS = (
    Column(T("{Innspill_pl}"), "number", 12),
    Column(T("Followed"), "number", 14),
    Column(T("Followed in part"), "number", 14),
    Column(T("Not followed"), "number", 14),
    Column(T("Not answered"), "number", 14),
)
_NO_THEME = "–"


@dataclass(frozen=True, slots=True)
class Heard:
    """A hearing, with what was said at it by the day of the report."""

    record: Record
    comments: tuple[Record, ...]


def heard(world: World, occasion: Occasion, period: Period | None = None) -> list[Heard]:
    """Give the hearings that had begun by the day, the last first; with a period only those of some day in it."""
    found = []
    for record in records_for(world, occasion, KIND):
        time = time_of(world, record)
        days = Period(time.first.first if time.first else date.min, time.last.last if time.last else date.max)
        if days.start <= occasion.day and (period is None or days.overlaps(period)):
            found.append((days.end, Heard(record, tuple(_said(world, record, occasion.day)))))
    return [item for _, item in sorted(found, key=lambda row: (row[0], row[1].record.name), reverse=True)]


def _said(world: World, hearing: Record, day: date) -> Iterable[Record]:
    for record in world.plans.of_kind(COMMENT):
        came = parse_date(record.get("dato"))
        if record.plan is hearing and world.plans.get(record.id) is record and (came is None or came <= day):
            yield record


def every(found: Sequence[Heard]) -> list[Record]:
    """Give all that was said at some hearings."""
    return [record for item in found for record in item.comments]


def counts(comments: Sequence[Record]) -> tuple[int, int, int, int, int]:
    """Count what was said: all, followed, in part, not followed, and not answered yet."""
    told = [status_of(record) for record in comments]
    settled = [told.count(status) for status in (FOLLOWED, IN_PART, NOT_FOLLOWED)]
    return (len(told), settled[0], settled[1], settled[2], len(told) - sum(settled))


def counted(comments: Sequence[Record]) -> Text:
    """Say how many there are, and what became of them."""
    whole, followed, in_part, not_followed, open_ = counts(comments)
    return T(
        "{Innspill_pl}: {count}. Followed: {followed}. Followed in part: {part}. Not followed: {not_followed}. "
        "Not answered: {open}.",
        count=whole, followed=followed, part=in_part, not_followed=not_followed, open=open_,
    )  # fmt: skip


def by_hearing(world: World, found: Sequence[Heard]) -> Table:
    """Tell the hearings, one a row."""
    columns = (
        Column(T("{Høring}"), width=46), Column(T("From"), "date"), Column(T("Until"), "date"), *COUNTS,
    )  # fmt: skip
    rows = tuple(_row(world, item) for item in found)
    return Table(columns, rows, T("{Høring_pl}"))


def _row(world: World, item: Heard) -> tuple[Cell, ...]:
    time = time_of(world, item.record)
    return (marked(item.record), time_words(time.first), time_words(time.last), *counts(item.comments))


def by_theme(comments: Sequence[Record]) -> Table:
    """Count by theme, that of most first."""
    return _by(comments, {record: str(record.get("tema") or _NO_THEME) for record in comments}, T("Theme"),
               T("{Innspill_pl} by theme"))  # fmt: skip


def by_sender(world: World, comments: Sequence[Record]) -> Table:
    """Count by the sort of sender, that of most first."""
    names = {record: value_text(world, str(record.get("avsender") or _NO_THEME)) for record in comments}
    return _by(comments, names, T("Sender"), T("{Innspill_pl} by sender"))


def _by(comments: Sequence[Record], names: dict[Record, str] | dict[Record, Text], head: Text, title: Text) -> Table:
    groups: dict[str | Text, list[Record]] = {}
    for record in comments:
        groups.setdefault(names[record], []).append(record)
    rows = [(name, *counts(some)) for name, some in groups.items()]
    rows.sort(key=lambda row: (-row[1], str(row[0])))
    total = (T("Sum"), *counts(comments)) if len(rows) > 1 else None
    return Table((Column(head, width=30), *COUNTS), tuple(rows), title, total)


def answers(world: World, comments: Sequence[Record], title: Text | None = None) -> tuple[Table, ...]:
    """Tell what was said, what the municipality answered, and what was changed."""
    fields = ("tittel", "avsender", "tema", "status", Field("svar", 60), Field("endring", 50))
    return whole_table(world, comments, fields, title)
