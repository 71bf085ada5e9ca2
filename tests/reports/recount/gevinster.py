"""The benefits of projects written again: how far each has come, and what they are worth in a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from recount.bands import decimal_of
from recount.matters import status_at
from recount.measured import measurements
from recount.node import Fields, Node
from recount.occasion import Occasion, titled, total
from recount.page import Row, headed, row
from recount.words import capital, last_day, number, short

HEAD = ("Gevinst", "Prosjekt", "Gevinsteier", "Endring", "Nådd", "Årlig beløp (1000 kr)", "Frist", "Status")


def sentences(occasion: Occasion) -> Iterator[Row]:
    """Count them, and say what they are worth."""
    found = occasion.matters("gevinst")
    if not found:
        return
    still, late = occasion.open(found), occasion.late(found)
    yield row(f"Gevinster: {len(found)}. Ikke gjort opp: {len(still)}. Over fristen: {len(late)}.")
    yield from worth(occasion, found)


def worth(occasion: Occasion, found: list[Node]) -> Iterator[Row]:
    """Say what benefits are worth in a year, and how much of it has come; nothing where none is in money."""
    whole, came = _worth(occasion, found)
    if whole:
        told = f"Det som kan regnes i penger, er verdt {_million(whole)} millioner kroner i året."
        yield row(f"{told} Realisert: {_million(came)} millioner kroner.")


def benefits(occasion: Occasion) -> Iterator[Row]:
    """Write a row for each kind, and for each that is late or due within a year."""
    found = occasion.matters("gevinst")
    if not found:
        return
    yield "Slag", "Gevinster", "Ikke gjort opp", "Over fristen", "Årlig beløp (1000 kr)", "Realisert (1000 kr)"
    for kind in sorted({node.text("slag") for node in found}):
        yield capital(kind), *_counts(occasion, [node for node in found if node.text("slag") == kind])
    yield total("Sum", *_counts(occasion, found))
    ahead = occasion.day + dt.timedelta(365)
    soon = [node for node in occasion.open(found) if (last_day(node.text("frist")) or dt.date.max) <= ahead]
    yield from listed(occasion, soon)


def listed(occasion: Occasion, found: list[Node]) -> Iterator[Row]:
    """Write a row for each, and what they are worth in all."""
    whole, _ = _worth(occasion, found)
    sums = total("I alt", *["–"] * 4, number(whole), "–", "–") if whole else None
    yield from headed(HEAD, (_cells(occasion, node, status_at(node, occasion.day)) for node in found), sums)


def _counts(occasion: Occasion, found: list[Node]) -> list[str]:
    counts = len(found), len(occasion.open(found)), len(occasion.late(found))
    return [*map(str, counts), *map(number, _worth(occasion, found))]


def _worth(occasion: Occasion, found: list[Node]) -> tuple[int, int]:
    """Sum what they are worth in a year, without those that failed; and what of it has come."""
    said = {node: status_at(node, occasion.day) for node in found}
    whole = sum(_sum(node) for node in found if said[node] != "Ikke realisert")
    return whole, sum(_sum(node) for node in found if said[node] == "Realisert")


def _sum(node: Node) -> int:
    return int(node.text("årlig_beløp") or 0)


def _million(amount: int) -> str:
    return number((Decimal(amount) / 1000).quantize(Decimal("0.1"), ROUND_HALF_UP), 1).removesuffix(",0")


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
    unit = node.text("måleenhet" if indicator is None else "enhet") or held.text("enhet")
    way = "–"
    if aim is not None:
        begun = f"Fra {_shown(start)} til" if start is not None else "Til"
        way = f"{begun} {_shown(aim)} {unit}" + (f", sist målt {_shown(last)}" if last is not None else "")
    return (
        titled(node),
        titled(node.parent) if node.parent else "–",
        occasion.whose(node),
        way,
        reached,
        number(_sum(node)) if node.text("årlig_beløp") else "–",
        short(last_day(node.text("frist"))),
        status,
    )


def _value(fields: Fields | None) -> Decimal | None:
    return decimal_of(fields["verdi"]) if fields else None


def _shown(value: Decimal | None) -> str:
    return "–" if value is None else number(value, len(f"{value.normalize():f}".partition(".")[2]))
