"""A report's view as the sheets of a workbook: typed columns, one row a record, no words that look like numbers.

Each sheet is made from a part of the view and left out when the view has no such part, so that every
kind of report gives the workbook it can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from planctl.i18n import T, Term, Text
from planctl.model.chapter import Cell, Chapter, Column, Table
from planctl.model.period import Period
from planctl.reports.chapters import written
from planctl.reports.chapters.columns import AREA
from planctl.reports.chapters.contents import contents
from planctl.reports.formats.sheet import Sheet, has_areas, many, part, without_areas
from planctl.reports.formats.sheets_chapters import chapter_sheets
from planctl.reports.formats.sheets_figures import economy_sheet, indicators
from planctl.reports.formats.sheets_work import changes_sheet, goalposts_sheet, postponed_sheet, works
from planctl.reports.rendering.phrases import area_name
from planctl.reports.unfinished import provisional
from planctl.reports.views.goals import Indicator
from planctl.reports.views.money import Economy
from planctl.reports.views.status_counts import Tallies, Tally, Work, percent
from planctl.reports.views.tertial import Missing, PlanLine, TertialReport
from planctl.reports.views.written import Written
from planctl.status_labels import WORDS, status_text


def sheets(view: Any, title: str, day: date) -> tuple[Sheet, ...]:
    """Make the sheets that a view gives; the last tells what the workbook is, the first where it is provisional."""
    found = [sheet for make in _SHEETS if (sheet := make(view)) is not None]
    if isinstance(view, TertialReport):
        found += chapter_sheets(contents(view))
    else:
        found += [sheet] if (sheet := economy_sheet(view)) is not None else []
        words = written.chapter(part(view, "written", Written))
        found += chapter_sheets((*([words] if words is not None else []), *many(view, "chapters", Chapter)))
    if not has_areas(view):
        found = [replace(sheet, blocks=tuple(map(without_areas, sheet.blocks))) for sheet in found]
    about = _about(view, title, day)
    if found and provisional(view) is not None:
        return (about, *found)
    return (*found, about) if found else ()


def _summary(view: Any) -> Sheet | None:
    """Gather the key figures, and the statuses by tjenesteområde."""
    blocks = [Table(_KEY, tuple(_key_figures(view)), T("Key figures"))]
    for kind, title in (("tiltak", T("{Tiltak_pl} by status")), ("oppdrag", T("{Oppdrag_pl} by status"))):
        table = part(view, kind, Tallies)
        if table is not None and table.total.total:
            blocks.append(_tallies(table, title))
    return Sheet(T("Summary"), tuple(blocks)) if len(blocks) > 1 or blocks[0].rows else None


_KEY = (
    Column(T("Key figure"), width=52),
    Column(T("Number"), "amount", 12),
    Column(T("Of"), "amount", 12),
    Column(T("Share"), "percent", 12),
)


def _key_figures(view: Any) -> Iterable[tuple[Cell, ...]]:
    missing, economy = part(view, "missing", Missing), part(view, "economy", Economy)
    if missing is not None and missing.expected:
        yield _share(T("{Enhet_pl} that have reported"), missing.delivered, missing.expected)
    for kind, said in (("tiltak", T("{Tiltak_pl} with a status")), ("oppdrag", T("{Oppdrag_pl} with a status"))):
        table = part(view, kind, Tallies)
        if table is not None and table.total.total:
            yield _share(said, table.total.reported, table.total.total)
            late = sum(item.kind == kind for item in many(view, "overdue", Work))
            name = T("{Tiltak_pl} past the deadline") if kind == "tiltak" else T("{Oppdrag_pl} past the deadline")
            yield _share(name, late, table.total.total)
    indicators = many(view, "indicators", Indicator)
    for verdict in ("ønsket", "akseptert", "ikke_godkjent"):
        if indicators:
            count = sum(item.verdict == verdict for item in indicators)
            yield _share(T("{Indikator_pl}: {band}", band=WORDS[verdict]), count, len(indicators))
    if indicators:
        yield _share(T("{Indikator_pl}: never measured"), sum(item.never for item in indicators), len(indicators))
    if economy is not None and economy.total.complete:
        money = economy.total
        name = T("Deviation in the year, of the revised budget (1000 kr)")
        yield (name, money.deviation, money.revised, money.share)


def _share(name: Text, count: int, whole: int) -> tuple[Cell, ...]:
    return (name, count, whole, percent(count, whole))


def _tallies(table: Tallies, title: Text) -> Table:
    columns = (
        *((AREA,) if table.has_areas else ()),
        *(Column(status_text(status), "number", 13) for status in table.total.statuses),
        Column(T("Sum"), "number", 10),
        Column(T("Share with a status"), "percent", 13),
    )
    if not table.has_areas:
        return Table(columns, (_counts(table.total),), title)
    rows = tuple((area_name(row.name), *_counts(row)) for row in table.rows)
    return Table(columns, rows, title, (T("Sum"), *_counts(table.total)))


def _counts(row: Tally) -> tuple[Cell, ...]:
    return (*row.cells, row.total, row.share)


def _about(view: Any, title: str, day: date) -> Sheet:
    rows: list[tuple[Cell, ...]] = [(T("Report"), title)]
    if words := provisional(view):
        rows.append((T("Provisional"), words))
    if municipality := part(view, "municipality", str):
        rows.append((T("Municipality"), municipality))
    if period := part(view, "period", Period):
        rows.append((T("Period"), T("{start} – {end}", start=period.start, end=period.end)))
    rows.append((T("Judged at"), T("{day}", day=day)))
    rows += [(T("{Plan}"), plan.title) for plan in many(view, "plans", PlanLine)]
    for kind, count, whole in part(view, "illustrative", tuple) or ():
        said = T("{count} of {total} {what}", count=count, total=whole, what=Term(kind, plural=True))
        rows.append((T("Illustrative data"), said))
    rows += [
        (T("Sums"), T("1000 kr; an overspend is negative.")),
        (T("Values"), T("Per cent is stored as a share: 4.9 % is 0.049.")),
        (T("Figures"), T("Every figure is stored as it was counted. Sums are formulas: they follow what you filter.")),
    ]
    columns = (Column(T("About the report"), width=28), Column(T("Content"), width=90))
    return Sheet(T("About the report"), (Table(columns, tuple(rows)),))


_SHEETS: tuple[Callable[[Any], Sheet | None], ...] = (
    _summary,
    changes_sheet,
    works(T("{Tiltak_pl}"), "tiltak"),
    works(T("{Oppdrag_pl}"), "oppdrag"),
    indicators,
    goalposts_sheet,
    postponed_sheet,
)
