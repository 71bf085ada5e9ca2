"""The table of benefits: where each began, what was last measured, where it is to come, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from planctl.disciplines.details import with_details
from planctl.disciplines.matters import Matters
from planctl.disciplines.prosjekt.benefits import NOT_REALISED, REALISED, aim_of, measured, reached, source, start_of
from planctl.disciplines.prosjekt.projects import number
from planctl.disciplines.records import marked, text, titled, unit_of
from planctl.disciplines.register import thousands, value_text
from planctl.domain.matters import Matter
from planctl.domain.organisation import OWNERS
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Table, Value

_FIELD = "årlig_beløp"
_TOLD = frozenset({*OWNERS, "slag", "måleenhet", _FIELD, "frist", "status", "tiltak"})
_COLUMNS = (
    Column(T("{Gevinst}"), width=46),
    Column(T("{Prosjekt}"), width=36),
    Column(T("Kind"), width=14, where="workbook"),
    Column(T("Owner in the line"), width=28),
    Column(T("Change aimed at"), width=44, where="page"),
    Column(T("Unit of measure"), width=24, where="workbook"),
    Column(T("Before"), "value", 12, where="workbook"),
    Column(T("Last measured"), "value", 14, where="workbook"),
    Column(T("Aim"), "value", 12, where="workbook"),
    Column(T("Reached"), "percent", 10),
    Column(thousands(T("Each year")), "amount"),
    Column(T("Deadline"), "date"),
    Column(T("Days late"), "number", 10, where="workbook"),
    Column(T("Status"), width=16),
    Column(T("{Tiltak_pl}"), width=44, where="workbook"),
)


def benefit_table(found: Matters, items: Sequence[Matter], title: Text | None = None) -> tuple[Table, ...]:
    """Tell benefits, one row each, with the sum of what they are worth in a year; none without any."""
    if not items:
        return ()
    whole = worth(items, found.occasion.day)
    at = next(index for index, column in enumerate(_COLUMNS) if column.kind == "amount")
    total = tuple(T("In all") if n == 0 else whole if n == at else None for n in range(len(_COLUMNS)))
    rows = tuple(_row(found, item) for item in items)
    table = Table(_COLUMNS, rows, title, total if whole else None)
    return (with_details(found.world, table, [item.record for item in items], _TOLD).without_empty,)


_KINDS = (
    Column(T("Kind"), width=24),
    Column(T("{Gevinst_pl}"), "number", 12),
    Column(T("Not settled"), "number", 12),
    Column(T("Overdue"), "number", 12),
    Column(thousands(T("Each year")), "amount", 16),
    Column(thousands(T("Realised")), "amount", 16),
)


def by_kind(found: Matters, title: Text) -> tuple[Table, ...]:
    """Count benefits of each kind, with what they are worth in a year; none without any."""
    kinds: dict[str, list[Matter]] = {}
    for item in found.known:
        kinds.setdefault(text(item.record, "slag") or "", []).append(item)
    rows = tuple(_kind(found, kind, kinds[kind]) for kind in sorted(kinds))
    return (Table(_KINDS, rows, title, (T("Sum"), *_sums(found, found.known))),) if rows else ()


def _kind(found: Matters, kind: str, items: Sequence[Matter]) -> tuple[Cell, ...]:
    return value_text(found.world, kind) if kind else T("Not told"), *_sums(found, items)


def _sums(found: Matters, items: Sequence[Matter]) -> tuple[int, ...]:
    day = found.occasion.day
    open_, late = (sum(item in some for item in items) for some in (found.open, found.late))
    return len(items), open_, late, worth(items, day), worth(items, day, REALISED)


def due_within(found: Matters, ahead: timedelta) -> list[Matter]:
    """Give the open benefits that are late, or due some time after the day."""
    last = found.occasion.day + ahead
    return [item for item in found.open if item.deadline is not None and item.deadline <= last]


def _row(found: Matters, item: Matter) -> tuple[Cell, ...]:
    world, day, record = found.world, found.occasion.day, item.record
    start, aim = start_of(world, record), aim_of(world, record)
    values = measured(world, record, day)
    last = values[-1][1] if values else None
    slag, held = text(record, "slag"), source(world, record)
    unit = text(held, "måleenhet") if held is record else text(held, "enhet")
    works = [child.title for child in world.graph.children(record) if child.kind == "tiltak"]
    return (
        marked(record),
        marked(record.parent) if record.parent is not None else None,
        value_text(world, slag) if slag else None,
        titled(world, unit_of(world, record)),
        _way(start, last, aim, unit),
        unit,
        _value(start),
        _value(last),
        _value(aim),
        reached(start, aim, last),
        number(record.get(_FIELD)),
        item.deadline,
        item.days_late(day, ended=found.occasion.ended),
        found.status(item),
        "; ".join(works) or None,
    )


def _way(start: Decimal | None, last: Decimal | None, aim: Decimal | None, unit: str | None) -> Text | None:
    """Say where a benefit is to come from and to, in which unit of measure, and what was last measured."""
    if aim is None:
        return None
    way = (
        T("To {aim} {unit}", aim=float(aim), unit=unit or "")
        if start is None
        else T("From {start} to {aim} {unit}", start=float(start), aim=float(aim), unit=unit or "")
    )
    return way if last is None else T("{way}, last {last}", way=way, last=float(last))


def _value(value: Decimal | None) -> Value | None:
    """Show a value with the decimals it has."""
    if value is None:
        return None
    exponent = value.normalize().as_tuple().exponent
    return Value(value, max(0, -exponent) if isinstance(exponent, int) else 0, percent=False)


def worth(items: Sequence[Matter], day: date, status: str | None = None) -> int:
    """Sum what benefits are worth in a year, in 1000 kr: of those settled with a status by a day, else of all.

    Those that had failed by then are in no sum.
    """
    settled = {item: item.record.get("status") for item in items if not item.open_at(day)}
    kept = (item for item in items if (settled.get(item) == status if status else settled.get(item) != NOT_REALISED))
    return sum(number(item.record.get(_FIELD)) or 0 for item in kept)


def told_worth(items: Sequence[Matter], day: date) -> Text | None:
    """Say what benefits are worth in a year, and how much of it is realised by a day; None where none is in money."""
    whole = worth(items, day)
    if not whole:
        return None
    return T(
        "What can be counted in money is worth {whole} million kr a year. Realised: {realised} million kr.",
        whole=_million(whole), realised=_million(worth(items, day, REALISED)),
    )  # fmt: skip


def _million(amount: int) -> float:
    return float((Decimal(amount) / 1000).quantize(Decimal("0.1"), ROUND_HALF_UP))
