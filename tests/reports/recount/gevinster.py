"""The benefits of projects written again: how far each has come, and what they are worth in a year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from recount.bands import decimal_of
from recount.matters import status_at
from recount.measured import measurements
from recount.node import Fields, Node
from recount.occasion import Occasion, titled, total
from recount.page import Row, row
from recount.words import capital, last_day, number, short


def benefits(occasion: Occasion) -> Iterator[Row]:
    """Write the sentences, and in a year's report a row for each."""
    found = occasion.matters("gevinst")
    if not found:
        return
    still, late = occasion.open(found), occasion.late(found)
    yield row(f"Gevinster: {len(found)}. Ikke gjort opp: {len(still)}. Over fristen: {len(late)}.")
    yield from worth(occasion, found)
    if occasion.annual:
        yield from listed(occasion, found)


def worth(occasion: Occasion, found: list[Node]) -> Iterator[Row]:
    """Say what benefits are worth in a year, and how much of it has come; nothing where none is in money."""
    came = sum(_sum(node) for node in found if status_at(node, occasion.day) == "Realisert")
    if whole := _whole(occasion, found):
        told = f"Det som kan regnes i penger, er verdt {_million(whole)} millioner kroner i året."
        yield row(f"{told} Realisert: {_million(came)} millioner kroner.")


def listed(occasion: Occasion, found: list[Node]) -> Iterator[Row]:
    """Write a row for each, and what they are worth in all."""
    yield from (_cells(occasion, node, status_at(node, occasion.day)) for node in found)
    if whole := _whole(occasion, found):
        yield total("I alt", *["–"] * 8, number(whole), "–", "–")


def _whole(occasion: Occasion, found: list[Node]) -> int:
    return sum(_sum(node) for node in found if status_at(node, occasion.day) != "Ikke realisert")


def _sum(node: Node) -> int:
    return int(node.text("årlig_beløp") or 0)


def _million(amount: int) -> str:
    return number(Decimal(amount) / 1000, 1).removesuffix(",0")


def _cells(occasion: Occasion, node: Node, status: str) -> Row:
    indicator = occasion.source.get(node.text("indikator"))
    held, day = indicator or node, occasion.day.isoformat()
    own = [(last_day(one["periode"]), one["verdi"]) for one in node.fields.get("målinger", [])]
    rows = own if indicator is None else [
        (last_day(one["periode"]), one["verdi"])
        for one, _ in measurements(occasion.scope)
        if one["indikator"] == indicator.id and not one.get("gjelder")
    ]  # fmt: skip
    past = sorted((end, text) for end, text in rows if end is not None and end.isoformat() <= day)
    start, aim = _value(held.fields.get("nullpunkt")), _value((held.fields.get("måltall") or [None])[-1])
    last = decimal_of(past[-1][1]) if past else None
    reached = "–"
    if start is not None and aim is not None and last is not None and start != aim:
        way = max(Decimal(0), min(Decimal(100), (last - start) / (aim - start) * 100))
        reached = f"{int(way)},0 %"
    return (
        titled(node),
        titled(node.parent) if node.parent else "–",
        capital(node.text("slag")) or "–",
        occasion.whose(node),
        node.text("måleenhet" if indicator is None else "enhet") or held.text("enhet") or "–",
        *map(_shown, (start, last, aim)),
        reached,
        number(_sum(node)) if node.text("årlig_beløp") else "–",
        short(last_day(node.text("frist"))),
        status,
    )


def _value(fields: Fields | None) -> Decimal | None:
    return decimal_of(fields["verdi"]) if fields else None


def _shown(value: Decimal | None) -> str:
    return "–" if value is None else number(value, len(f"{value.normalize():f}".partition(".")[2]))
