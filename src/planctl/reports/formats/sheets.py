"""A report's view as the sheets of a workbook: typed columns, one row a record, no words that look like numbers.

Each sheet is made from a part of the view and left out when the view has no such part, so that every
kind of report gives the workbook it can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeVar

from planctl.i18n import T, Term, Text
from planctl.model.period import Period
from planctl.reports.attainment import Indicator, Point, UnitIndicator
from planctl.reports.formats.document import Block as DocumentBlock
from planctl.reports.formats.document import Document, Heading, Paragraph, Table, plain, walk
from planctl.reports.money import Economy, Money
from planctl.reports.tally import STATUSES, Tallies, Work, percent
from planctl.reports.view import Missing, PlanLine
from planctl.words import WORDS

_Part = TypeVar("_Part")
Kind = Literal["text", "count", "money", "date", "percent", "value"]


@dataclass(frozen=True, slots=True)
class Value:
    """An indicator's value in its own unit of measure, with the decimals it is shown with."""

    amount: Decimal
    decimals: int
    percent: bool


Cell = str | Text | int | Decimal | date | Value | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what its cells hold, and how wide it is in letters."""

    title: Text
    kind: Kind = "text"
    width: int = 14


@dataclass(frozen=True, slots=True)
class Block:
    """A table of one sheet; `total` is a row of sums that stands below it."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: Text | None = None
    total: tuple[Cell, ...] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name and its tables, one below the other."""

    name: Text
    blocks: tuple[Block, ...]


def sheets(view: Any, title: str, day: date) -> tuple[Sheet, ...]:
    """Make the sheets that a view gives; the last tells what the workbook is."""
    found = [sheet for make in _SHEETS if (sheet := make(view)) is not None]
    return (*found, _about(view, title, day)) if found else ()


def written(document: Document) -> tuple[Sheet, ...]:
    """Make one sheet of what a document says, for a report whose view has no figures: its text and its tables."""
    rows = tuple(_said(document.blocks))
    columns = (Column(T("Chapter"), width=40), Column(T("Content"), width=90))
    text = Sheet(T("Content"), (Block(columns, rows),)) if rows else None
    blocks = tuple(_table(table) for table in document.tables)
    tables = Sheet(T("Tables"), blocks) if blocks else None
    return tuple(sheet for sheet in (text, tables) if sheet is not None)


def _said(blocks: Iterable[DocumentBlock]) -> Iterator[tuple[Cell, ...]]:
    """Yield each paragraph with the heading it stands under."""
    heading = ""
    for block in walk(blocks):
        match block:
            case Heading():
                heading = plain(block.line)
            case Paragraph():
                yield heading, plain(block.line)


def _table(table: Table) -> Block:
    columns = tuple(Column(T("{title}", title=plain(cell)), width=24) for cell in table.head)
    rows = tuple(tuple(plain(cell) for cell in row) for row in table.rows)
    return Block(columns, rows, T("{title}", title=plain(table.label.line)) if table.label else None)


def _part(view: Any, name: str, kind: type[_Part]) -> _Part | None:
    """Return a part of the view, when it has one of that kind."""
    found = getattr(view, name, None)
    return found if isinstance(found, kind) else None


def _many(view: Any, name: str, kind: type[_Part]) -> tuple[_Part, ...]:
    """Return the items of a part of the view, those of that kind."""
    return tuple(item for item in _part(view, name, tuple) or () if isinstance(item, kind))


_NAME = Column(T("Name"), width=44)
_UNIT = Column(T("{Enhet}"), width=26)
_AREA = Column(T("{Tjenesteområde}"), width=22)


def _summary(view: Any) -> Sheet | None:
    """Gather the key figures, and the statuses by tjenesteområde."""
    blocks = [Block(_KEY, tuple(_key_figures(view)), T("Key figures"))]
    for kind, title in (("tiltak", T("{Tiltak_pl} by status")), ("oppdrag", T("{Oppdrag_pl} by status"))):
        table = _part(view, kind, Tallies)
        if table is not None and table.total.total:
            blocks.append(_tallies(table, title))
    return Sheet(T("Summary"), tuple(blocks)) if len(blocks) > 1 or blocks[0].rows else None


_KEY = (
    Column(T("Key figure"), width=52),
    Column(T("Number"), "money", 12),
    Column(T("Of"), "money", 12),
    Column(T("Share"), "percent", 12),
)


def _key_figures(view: Any) -> Iterable[tuple[Cell, ...]]:
    missing, economy = _part(view, "missing", Missing), _part(view, "economy", Economy)
    if missing is not None:
        yield _share(T("{Enhet_pl} that have reported"), missing.delivered, missing.expected)
    for kind, said in (("tiltak", T("{Tiltak_pl} with a status")), ("oppdrag", T("{Oppdrag_pl} with a status"))):
        table = _part(view, kind, Tallies)
        if table is not None and table.total.total:
            yield _share(said, table.total.reported, table.total.total)
            late = sum(item.kind == kind for item in _many(view, "overdue", Work))
            name = T("{Tiltak_pl} past the deadline") if kind == "tiltak" else T("{Oppdrag_pl} past the deadline")
            yield _share(name, late, table.total.total)
    indicators = _many(view, "indicators", Indicator)
    for verdict in ("ønsket", "akseptert", "ikke_godkjent"):
        if indicators:
            count = sum(item.verdict == verdict for item in indicators)
            yield _share(T("{Indikator_pl}: {band}", band=WORDS[verdict]), count, len(indicators))
    if indicators:
        yield _share(T("{Indikator_pl}: never measured"), sum(item.never for item in indicators), len(indicators))
    if economy is not None and economy.total.complete:
        money = economy.total
        name = T("Deviation in the year, of the regulated budget (1000 kr)")
        yield (name, money.deviation, money.revised, money.share)


def _share(name: Text, count: int, whole: int) -> tuple[Cell, ...]:
    return (name, count, whole, percent(count, whole))


def _tallies(table: Tallies, title: Text) -> Block:
    columns = (
        _AREA,
        *(Column(_status(status), "count", 13) for status in STATUSES),
        Column(T("Sum"), "count", 10),
        Column(T("Share with a status"), "percent", 13),
    )
    rows = tuple((_area(row.name), *row.counts, row.total, row.share) for row in table.rows)
    total = table.total
    return Block(columns, rows, title, (T("Sum"), *total.counts, total.total, total.share))


def _area(name: str) -> Cell:
    return name or T("Outside the {tjenesteområde_pl}")


def _status(word: str) -> Text:
    return WORDS.get(word, T("{word}", word=word))


_WORK: tuple[Column, ...] = (
    Column(T("No."), width=9),
    _NAME,
    _UNIT,
    _AREA,
    Column(T("Status"), width=16),
    Column(T("Computed"), width=16),
    Column(T("Why"), width=34),
    Column(T("Planned deadline"), "date", 13),
    Column(T("Deadline"), "date", 13),
    Column(T("Days late"), "count", 10),
    Column(T("Cause"), width=40),
    Column(T("What is done"), width=40),
    Column(T("Comment"), width=40),
    Column(T("Last status"), width=16),
    Column(T("Last reported for"), width=12),
)


def _work(item: Work) -> tuple[Cell, ...]:
    computed = getattr(item, "computed", None)
    return (
        item.number,
        item.title,
        item.unit,
        _area(item.area),
        _status(item.status),
        _status(computed.word) if computed is not None else None,
        computed.reason if computed is not None else None,
        item.planned,
        item.deadline,
        item.days_late,
        item.cause,
        item.corrective,
        item.comment,
        _status(item.before[0]) if item.before else None,
        item.before[1] if item.before else None,
    )


def _works(name: Text, kind: str) -> Callable[[Any], Sheet | None]:
    def make(view: Any) -> Sheet | None:
        rows = tuple(_work(item) for item in _many(view, "work", Work) if item.kind == kind)
        return Sheet(name, (Block(_WORK, rows),)) if rows else None

    return make


def _deviations(view: Any) -> Sheet | None:
    items = _many(view, "deviations", Work)
    if _part(view, "deviations", tuple) is None:
        return None
    columns = (Column(T("Kind"), width=10), *_WORK)
    named = {"tiltak": T("{Tiltak}"), "oppdrag": T("{Oppdrag}")}
    return Sheet(T("Deviations"), (Block(columns, tuple((named[item.kind], *_work(item)) for item in items)),))


_INDICATOR: tuple[Column, ...] = (
    Column(T("No."), width=9),
    _NAME,
    Column(T("{Mål}"), width=12),
    Column(T("Focus"), width=16),
    _UNIT,
    Column(T("Unit of measure"), width=14),
    Column(T("Latest value"), "value", 13),
    Column(T("Period"), width=11),
    Column(T("Previous value"), "value", 13),
    Column(T("Previous period"), width=11),
    Column(T("Judged by the bands"), width=18),
    Column(T("Target"), "value", 13),
    Column(T("Target period"), width=11),
    Column(T("Remark"), width=16),
)


def _indicators(view: Any) -> Sheet | None:
    whole, by_unit = _many(view, "indicators", Indicator), _many(view, "unit_indicators", UnitIndicator)
    rows = [*whole, *(item for group in by_unit for item in group.series)]
    return Sheet(T("{Indikator_pl}"), (Block(_INDICATOR, tuple(map(_indicator, rows))),)) if rows else None


def _indicator(item: Indicator) -> tuple[Cell, ...]:
    return (
        item.number,
        item.title,
        item.goal,
        item.focus,
        item.unit,
        item.measure,
        *_point(item.last_value, item),
        *_point(item.previous, item),
        _status(item.verdict) if item.verdict else None,
        *_point(item.target, item),
        T("never measured") if item.never else T("out of date") if item.stale else None,
    )


def _point(point: Point | None, item: Indicator) -> tuple[Cell, Cell]:
    if point is None or point.value is None:
        return None, None
    return Value(point.value, item.decimals, item.measure in {"prosent", "%"}), point.period


_MONEY: tuple[Column, ...] = (
    Column(T("Regulated budget"), "money", 15),
    Column(T("Budget so far"), "money", 15),
    Column(T("Accounts so far"), "money", 15),
    Column(T("Deviation so far"), "money", 15),
    Column(T("Forecast"), "money", 15),
    Column(T("Deviation in the year"), "money", 15),
    Column(T("Per cent"), "percent", 11),
)


def _money(money: Money) -> tuple[Cell, ...]:
    return (
        money.revised,
        money.budget,
        money.actual,
        money.deviation_so_far,
        money.forecast,
        money.deviation,
        money.share,
    )


def _economy(view: Any) -> Sheet | None:
    economy = _part(view, "economy", Economy)
    if economy is None or not economy.areas:
        return None
    units = Block(
        (_AREA, _UNIT, *_MONEY, Column(T("In the sums"), width=12), Column(T("Explanation"), width=60)),
        tuple(
            (
                _area(unit.area),
                unit.name,
                *_money(unit.money),
                T("yes") if unit.money.complete and not unit.part else T("no"),
                unit.explanation,
            )
            for unit in economy.units
        ),
        T("{Enhet} by {enhet}, 1000 kr"),
    )
    areas = Block(
        (_AREA, *_MONEY),
        tuple((_area(area.name), *_money(area.money)) for area in economy.areas),
        T("{Tjenesteområde_pl}, 1000 kr"),
        (T("Sum"), *_money(economy.total)),
    )
    return Sheet(T("Economy"), (areas, units))


def _missing(view: Any) -> Sheet | None:
    missing = _part(view, "missing", Missing)
    if missing is None:
        return None
    rows: list[tuple[Cell, ...]] = []
    for what, units in ((T("Without a report"), missing.units), (T("Delivered late"), missing.late)):
        rows += [(what, unit.name, _area(unit.area), unit.leader, unit.work, unit.delivered, None) for unit in units]
    rows += [(T("Without a {virksomhetsplan}"), name, *(None,) * 5) for name in missing.unplanned]
    silent = T("{Tiltak} without a status")
    rows += [(silent, item.unit, _area(item.area), None, None, None, item.title) for item in missing.tiltak]
    rows += [(T("{Indikator} never measured"), item.unit, *(None,) * 4, item.title) for item in missing.never]
    rows += [(T("{Indikator} out of date"), item.unit, *(None,) * 4, item.title) for item in missing.stale]
    return Sheet(T("Not reported"), (Block(_MISSING, tuple(rows)),))


_MISSING: tuple[Column, ...] = (
    Column(T("What is missing"), width=28),
    _UNIT,
    _AREA,
    Column(T("Leader"), width=26),
    Column(T("{Tiltak_pl} without a status"), "count", 14),
    Column(T("Delivered"), "date", 13),
    _NAME,
)


def _about(view: Any, title: str, day: date) -> Sheet:
    rows: list[tuple[Cell, ...]] = [(T("Report"), title)]
    if municipality := _part(view, "municipality", str):
        rows.append((T("Municipality"), municipality))
    if period := _part(view, "period", Period):
        rows.append((T("Period"), T("{start} – {end}", start=period.start, end=period.end)))
    rows.append((T("Judged at"), T("{day}", day=day)))
    rows += [(T("{Plan}"), plan.title) for plan in _many(view, "plans", PlanLine)]
    for kind, count, whole in _part(view, "illustrative", tuple) or ():
        said = T("{count} of {total} {what}", count=count, total=whole, what=Term(kind, plural=True))
        rows.append((T("Illustrative data"), said))
    rows += [
        (T("Sums"), T("1000 kr; an overspend is negative.")),
        (T("Values"), T("Per cent is stored as a share: 4.9 % is 0.049.")),
        (T("Figures"), T("Every figure is stored as it was counted: nothing here is a formula.")),
    ]
    columns = (Column(T("About the report"), width=28), Column(T("Content"), width=90))
    return Sheet(T("About the report"), (Block(columns, tuple(rows)),))


_SHEETS: tuple[Callable[[Any], Sheet | None], ...] = (
    _summary,
    _works(T("{Tiltak_pl}"), "tiltak"),
    _works(T("{Oppdrag_pl}"), "oppdrag"),
    _indicators,
    _deviations,
    _economy,
    _missing,
)
