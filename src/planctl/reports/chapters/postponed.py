"""The postponed deadlines, a part of the reports and of the documents of a unit: as they stand in each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Table, Words
from planctl.reports.chapters.columns import AREA, NAME, UNIT, in_workbook, kind_name, name_and_kind, on_page
from planctl.reports.postponed import PostponedWork, Postponements, Shift
from planctl.reports.rendering.phrases import area_name
from planctl.reports.rendering.spoken import Day, Emphasis, Joined, Noted, PeriodName


def postponed_chapter(moved: Postponements, shown: Sequence[PostponedWork] | None = None) -> Chapter:
    """Make what is told of postponed deadlines; the table lists those that are `shown`, by default all."""
    rows = moved.rows if shown is None else shown
    return Chapter(
        T("Postponed deadlines"),
        (_summed(moved),),
        (Table(_COLUMNS, tuple((*_row(item), *_cells(item)) for item in rows)),) if rows else (),
        notes=tuple(_unknown(moved)),
        name="postponed",
        template="tertial/utsatt.md.j2",
    )


def _summed(moved: Postponements) -> Text:
    if moved.rows:
        return T(
            "Postponed deadlines: {count}. Postponements in all: {times}. Postponed in the period: {fresh}.",
            count=len(moved.rows), times=moved.times, fresh=len(moved.fresh),
        )  # fmt: skip
    if moved.known == "all":
        return T("No deadline has been postponed.")
    return T("No postponed deadline is known.")


def _unknown(moved: Postponements) -> Iterator[Words]:
    if moved.known == "part":
        part = T(
            "Only a part of the plans' history in git was at hand: deadlines may have been postponed more often than "
            "it tells."
        )
        yield Emphasis(part, strong=True)
    elif moved.known == "reports":
        yield T(
            "Only new deadlines that the units have reported count here: no history of the plans in git reaches back "
            "to the period."
        )


def _row(item: PostponedWork) -> tuple[Cell, ...]:
    shifts = Joined(tuple(_shift(item, shift) for shift in item.shifts), by="; ")
    return (name_and_kind(item), item.unit, item.first, item.now, item.times, item.days, shifts)


def _shift(item: PostponedWork, shift: Shift) -> Words:
    """Tell what made a postponement: with its date where there are several, with its unit where that is another."""
    told = Joined((_by(shift),))
    dated = Joined((Day(shift.new), told), by=": ") if item.times > 1 else told
    return Noted(dated, shift.unit) if shift.unit and shift.unit != item.unit else dated


def _by(shift: Shift) -> Words:
    if shift.period:
        return T("report for {period}", period=PeriodName(shift.period))
    if shift.commit:
        return T("{day} «{subject}» ({commit})", day=Day(shift.day), subject=shift.subject, commit=shift.commit)
    return T("not committed")


def _cells(item: PostponedWork) -> tuple[Cell, ...]:
    commits = [f"{shift.day} «{shift.subject}» ({shift.commit})" for shift in item.shifts if shift.commit]
    return (
        kind_name(item.kind),
        item.number,
        item.title,
        item.unit,
        area_name(item.area),
        item.first,
        item.now,
        item.times,
        item.days,
        T("yes") if item.fresh else T("no"),
        ", ".join(shift.period for shift in item.shifts if shift.period) or None,
        "; ".join(commits) or None,
    )


_IN_WORKBOOK = in_workbook(
    Column(T("Kind"), width=10),
    Column(T("No."), width=9),
    NAME,
    UNIT,
    AREA,
    Column(T("First deadline"), "date", 13),
    Column(T("Deadline now"), "date", 13),
    Column(T("Times"), "number", 9),
    Column(T("Days"), "number", 9),
    Column(T("Postponed in the period"), width=18),
    Column(T("By reports for"), width=18),
    Column(T("By changes of the plan"), width=40),
)
_COLUMNS = (
    *on_page(
        Column(T("{Tiltak} or {oppdrag}")),
        Column(T("{Enhet}")),
        Column(T("First deadline")),
        Column(T("Deadline now")),
        Column(T("Times"), "number"),
        Column(T("Days"), "number"),
        Column(T("Postponed by")),
    ),
    *_IN_WORKBOOK,
)
