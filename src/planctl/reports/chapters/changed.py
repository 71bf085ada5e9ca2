"""What is new since the previous period's report, in the summary: counts, deviations, and the mål that moved."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Items, Table, Words
from planctl.reports.chapters.columns import UNTITLED, in_workbook, name_and_kind, on_page
from planctl.reports.chapters.work import parts_told
from planctl.reports.rendering.spoken import Capital, Count, Joined, PeriodName, Signed
from planctl.reports.views.status_counts import Tally
from planctl.reports.views.tertial import Changes, Move, TertialReport
from planctl.status_labels import status_text


def changed_chapters(report: TertialReport, deviations: int | None = None) -> tuple[Chapter, ...]:
    """Make what is told, in the order it is read; `deviations` numbers the chapter that marks the new ones.

    Only the first has a title: the others stand below it. Nothing where there is no report to compare with.
    """
    return () if report.changes is None else tuple(_chapters(report, report.changes, deviations))


def _chapters(report: TertialReport, changes: Changes, deviations: int | None) -> Iterator[Chapter]:
    counted = (
        (T("{Tiltak_pl}"), changes.tiltak, report.tiltak.total),
        (T("{Oppdrag_pl}"), changes.oppdrag, report.oppdrag.total),
    )
    periods = _periods(report, changes)
    tables = tuple(_counts(title, then, now, periods) for title, then, now in counted if then.total or now.total)
    notes = (Items(tuple(_points(changes, deviations))),)
    yield Chapter(T("Changed since {period}", period=PeriodName(changes.period)), tables=tables, notes=notes)
    if changes.moves:
        yield Chapter(UNTITLED, tables=(Table(_move_columns(*periods), tuple(map(_move, changes.moves))),))
    if changes.silent:
        silent = T("Deviations then that nobody has reported on now: {count}.", count=len(changes.silent))
        rows = tuple((name_and_kind(item), item.unit) for item in changes.silent)
        yield Chapter(UNTITLED, (silent,), (Table(_SILENT, rows),))


def _periods(report: TertialReport, changes: Changes) -> tuple[Text, Text]:
    """Name the period of the report before and that of this one."""
    now = f"{report.year}-T{report.number}" if report.number else str(report.year)
    return _named(changes.period), _named(now)


def _named(period: str) -> Text:
    return T("{period}", period=PeriodName(period))


def _counts(title: Text, then: Tally, now: Tally, periods: tuple[Text, Text]) -> Table:
    columns = (
        Column(title, "status", 24),
        *(Column(period, "number", 16) for period in periods),
        *on_page(Column(T("Change"), "number")),
        *in_workbook(Column(T("Change"), "number", 10)),
    )
    statuses = max(then.statuses, now.statuses, key=len)
    changes = ((status, then[status], now[status], now[status] - then[status]) for status in statuses)
    return Table(columns, tuple((*row[:3], Signed(row[3]), row[3]) for row in changes))


def _points(changes: Changes, deviations: int | None) -> Iterator[Words]:
    new = T("New deviations: {count}.", count=len(changes.new))
    marked = T("They are marked «new» in chapter {chapter}.", chapter=deviations)
    yield Joined((new, marked), by=" ") if changes.new else new
    if changes.gone:
        ended = parts_told(Tally.of("", (item.status for item in changes.gone)))
        yield T("No longer a deviation: {count} ({ended}).", count=len(changes.gone), ended=ended)
    else:
        yield T("No longer a deviation: {count}.", count=0)
    if changes.moves:
        better = sum(move.better is True for move in changes.moves)
        worse = sum(move.better is False for move in changes.moves)
        yield T(
            "Computed as better than then: {better}. As worse: {worse}.", better=Count(better, "delmål"), worse=worse
        )
    else:
        yield T("The computed judgement of every {delmål} is the same as then.")


def _move_columns(before: Text, now: Text) -> tuple[Column, ...]:
    return (
        Column(T("{Delmål}"), width=44),
        Column(before, "status", 20),
        *on_page(Column(now)),
        *in_workbook(Column(now, "status", 20)),
    )


_SILENT = (Column(T("{Tiltak} or {oppdrag}"), width=44), Column(T("{Enhet}"), width=26))


def _move(move: Move) -> tuple[Cell, ...]:
    arrow = "→" if move.better is None else "↑" if move.better else "↓"
    return (move.label, move.before, Joined((arrow, Capital(status_text(move.now))), by=" "), move.now)
