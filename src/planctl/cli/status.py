"""`planctl status`: the state of the plans on one screen."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from textwrap import wrap
from typing import TYPE_CHECKING

from planctl.check.collected import status_lines
from planctl.check.pipeline import check
from planctl.check.registry import rule_book
from planctl.cli.lookup import opened
from planctl.cli.session import CLEAN, Session, write
from planctl.domain.organisation import Organisation
from planctl.domain.withheld import few
from planctl.i18n import T, Tn
from planctl.i18n import Text as Message
from planctl.model.period import parse_period
from planctl.model.record import Record
from planctl.output.console import draw, join, pairs, table, words
from planctl.output.records import RecordView
from planctl.values import dataclass

if TYPE_CHECKING:
    from rich.console import RenderableType

_SOON = timedelta(days=30)
_SHOWN = 5
_COUNT = re.compile(r"(?<=:) (?=\d)")
"""The space before a count: no line is broken there."""


@dataclass(slots=True)
class Row:
    """How the open tiltak of one tjenesteområde stand."""

    open: int = 0
    late: int = 0
    soon: int = 0
    unreported: int = 0
    unbegun: int = 0

    def add(self, other: Row) -> None:
        """Add another row's counts."""
        self.open += other.open
        self.late += other.late
        self.soon += other.soon
        self.unreported += other.unreported
        self.unbegun += other.unbegun


def status(session: Session) -> int:
    """Show the screen."""
    view = opened(session)
    top = [_heading(view), *_counts(view, session.style.width)]
    areas = _areas(view)
    parts = [part for part in (_breaks(view), _disciplines(view, session.style.width), areas) if part]
    write(draw(session.style, *top, *(row for part in parts for row in (words(""), *part))))
    return CLEAN


def _heading(view: RecordView) -> RenderableType:
    config, lang = view.world.config, view.lang
    town = f"{config.municipality} ({config.number})" if config.number else config.municipality
    parts = [words(town, "bold"), words(lang.date(view.world.today))]
    withheld = sum(1 for record in view.world.plans.records if record.withheld)
    if withheld:  # a small number could point at someone
        parts.append(words(lang(T("{count} exempt from public access", count=few(withheld)))))
    return join(*parts, by=" · ")


def _counts(view: RecordView, width: int) -> list[RenderableType]:
    plans, lang = view.world.plans, view.lang
    found = []
    for kind in ("plan", *plans.thread.counted, "rapportering"):
        count = sum(1 for record in plans.of_kind(kind) if not _is_ahead(record, view.world.today))
        if count:
            found.append(f"{count}\u00a0{lang.term(kind, plural=count != 1)}")
    return [words(line) for line in wrap(" · ".join(found), width)]


def _is_ahead(record: Record, today: date) -> bool:
    """Tell whether a record is a report on a period that has not ended: it says nothing yet."""
    period = parse_period(record.get("periode")) if record.kind == "rapportering" else None
    return period is not None and period.end > today


def _breaks(view: RecordView) -> list[RenderableType]:
    lang, rules = view.lang, rule_book(view.world.disciplines).by_code
    found = Counter(item.code for item in check(view.world) if item.code.startswith("2"))
    if not found:
        return [words(lang("No breaks in the rød tråd."), "bold")]
    made = table("", "", right=(0,), whole=(0,))
    made.show_header = False
    rows = found.most_common()
    for code, count in rows[:_SHOWN]:
        made.add_row(words(str(count)), join(words(code, "dim"), words(lang(Message(rules[code].title)))))
    rest = sum(count for _, count in rows[_SHOWN:])
    if rest:
        made.add_row(words(str(rest)), words(lang("of other kinds: see «planctl validate --select 2»")))
    return [words(lang("Breaks in the rød tråd: {count}", count=found.total()), "bold"), made]


def _disciplines(view: RecordView, width: int) -> list[RenderableType]:
    """Tell of each discipline that has something to say: its name, and beside it what it counts."""
    told = [(view.lang(line.name), view.lang(line.told)) for line in status_lines(view.world)]
    label = min(max((len(name) for name, _ in told), default=0), width // 3)
    room = max(width - label - 2, 20)
    lines = ((name, "\n".join(wrap(_COUNT.sub("\u00a0", text), room))) for name, text in told)
    rows = [(name, words(text.replace("\u00a0", " "))) for name, text in lines]
    return [pairs(rows, label)] if rows else []


def _areas(view: RecordView) -> list[RenderableType]:
    if not any(True for _ in view.world.plans.of_kind("tiltak")):
        return []
    lang, rows = view.lang, area_rows(view)
    named = any(area is not None for area, _ in rows)
    first = lang("{Tjenesteområde}") if named else ""
    made = table(first, lang("Open"), lang("Overdue"), lang("Due soon"), lang("No report"), right=(1, 2, 3, 4))
    for area, row in rows if named else ():
        made.add_row(words(view.title(area) if area else lang("Others")), *_cells(row))
    if named:
        made.add_section()
    whole = whole_row(view)
    made.add_row(words(lang("In all"), "bold"), *_cells(whole))
    legend = lang(
        "{Tiltak_pl} that are neither completed nor cancelled. Due soon: within 30 days. "
        "No report: not in any report so far."
    )
    return [made, words(legend, "dim"), *_unbegun(view, whole)]


def _unbegun(view: RecordView, row: Row) -> list[RenderableType]:
    """Tell of work that should have begun and has not."""
    if not row.unbegun:
        return []
    told = Tn(
        "{n} of them should have begun, and stands as «ikke startet».",
        "{n} of them should have begun, and stand as «ikke startet».",
        row.unbegun,
    )
    return [words(view.lang(told))]


def area_rows(view: RecordView) -> list[tuple[Record | None, Row]]:
    """Count the open tiltak by tjenesteområde; those that belong to none come last, where there are any."""
    plans, organisation = view.world.plans, Organisation(view.world.plans, view.world.graph)
    rows: dict[Record | None, Row] = {area: Row() for area in plans.of_kind("tjenesteområde")}
    for record in plans.of_kind("tiltak"):
        row = _row(view, record)
        if row is not None:
            rows.setdefault(organisation.area_of(organisation.unit_of(record)), Row()).add(row)
    return list(rows.items())


def whole_row(view: RecordView) -> Row:
    """Count the open tiltak of all."""
    whole = Row()
    for _, row in area_rows(view):
        whole.add(row)
    return whole


def _cells(row: Row) -> list[RenderableType]:
    return [words(str(count)) for count in (row.open, row.late, row.soon, row.unreported)]


def _row(view: RecordView, record: Record) -> Row | None:
    """Count one tiltak; None when it is done, or binds nobody today."""
    state = view.state(record)
    if not view.is_open(record, state) or not view.binds(record):
        return None
    late = view.is_late(record, state)
    due = state.deadline is not None and state.deadline <= view.world.today + _SOON
    soon = due and not late and not state.excused
    return Row(1, int(late), int(soon), int(state.entry is None), int(view.is_behind(record, state)))
