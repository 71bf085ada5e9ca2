"""What is reported of avvik and improvements, written again: counts by what it is, område and category."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from statistics import median_low

from left_out import Count, Told, shown, told_grid

from recount.matters import OVER, known, settled
from recount.node import Node
from recount.occasion import Occasion, titled, total
from recount.page import Row, filled, row
from recount.words import capital, long, number

SLAG = {
    "avvik": "Avvik", "uønsket hendelse": "Uønskede hendelser", "forbedringsforslag": "Forbedringsforslag",
    "positiv": "Positive tilbakemeldinger",
}  # fmt: skip
WRONG = ("avvik", "uønsket hendelse")
LARGEST = 10


def deviations(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter of a year, and what ledelsens gjennomgang decided."""
    if not occasion.annual:
        return
    every = occasion.matters("avvik")
    now, still = _within(every, occasion.start, occasion.day), occasion.open(every)
    yield from told(occasion, every)
    yield row(_weighed(now, still))
    yield from grouped(occasion, every, "slag")
    yield from grouped(occasion, every, "område")
    yield from grouped(occasion, every, "kategori", LARGEST)
    yield from followed(occasion, every)
    reviews = occasion.held("ledelsens-gjennomgang")
    fields = ("enhet", "dato", "ansvarlig", "neste")
    yield from filled((titled(node), *(occasion.said(node, field) for field in fields)) for node in reviews)
    yield from decided(occasion)


def decided(occasion: Occasion) -> Iterator[Row]:
    """Write what the leaders decided in the period, and before it where it was open or settled."""
    reviews, found = occasion.held("ledelsens-gjennomgang"), occasion.matters("lederbeslutning")
    kept = {*occasion.open(found), *occasion.settled(found)}
    mine = [node for node in found if node in kept or node.parent in reviews]
    yield from occasion.table(mine, "evaluering.resultat")


def reported(occasion: Occasion) -> list[Node]:
    """List what was reported in the period, and what else was open."""
    every = occasion.matters("avvik")
    return list(dict.fromkeys([*_within(every, occasion.start, occasion.day), *occasion.open(every)]))


def followed(occasion: Occasion, every: list[Node]) -> Iterator[Row]:
    """Write those with a title that have tiltak or were grave."""
    kept = {*_within(every, occasion.start, occasion.day), *occasion.settled(every), *occasion.open(every)}
    shown = [node for node in every if node in kept and node.text("tittel")]
    told_of = [node for node in shown if node.fields.get("tiltak") or _grave(node)]
    yield from occasion.table(told_of, "kategori", "evaluering.resultat", "beslektede")


def told(occasion: Occasion, every: list[Node]) -> Iterator[Row]:
    """Count messages in sentences."""
    now, before = _within(every, occasion.start, occasion.day), _within(every, *_year_before(occasion))
    still, ended = occasion.open(every), occasion.settled(every)
    ended_before = [node for node in every if _in(settled(node), *_year_before(occasion))]
    yield row(
        f"Meldt i perioden: {len(now)}. Avsluttet i perioden: {len(ended)}. Åpne {long(occasion.day)}: {len(still)}. "
        f"Over fristen: {len(occasion.late(every))}."
    )
    if before:
        yield row(f"I de samme dagene året før ble {len(before)} meldt og {len(ended_before)} avsluttet.")
    half, half_before = _half(ended), _half(ended_before)
    if half != "–":
        than = f", mot {half_before} dager året før" if half_before != "–" else ""
        yield row(f"Halvparten av det som ble avsluttet, ble det innen {half} dager{than}.")


def _year_before(occasion: Occasion) -> tuple[dt.date, dt.date]:
    year = occasion.start.year - 1
    return occasion.start.replace(year=year), occasion.day.replace(year=year)


def _in(day: dt.date | None, first: dt.date, last: dt.date) -> bool:
    return day is not None and first <= day <= last


def _within(found: list[Node], first: dt.date, last: dt.date) -> list[Node]:
    return [node for node in found if node.text("meldt") and _in(known(node), first, last)]


def _half(found: list[Node]) -> str:
    """Give the days within which half of them were settled."""
    days = [(last - first).days for node in found if (last := settled(node)) and (first := known(node))]
    return str(median_low(days)) if days else "–"


def _weighed(now: list[Node], still: list[Node]) -> str:
    wrong = [node for node in now if (node.text("slag") or "avvik") in WRONG]
    over = [node for node in wrong if node.text("status") in OVER["avvik"]]
    bare = sum(not (node.text("rotårsak") or node.text("årsaksgruppe")) for node in over)
    again = sum(bool(node.text("gjentakelse_av")) for node in now)
    likely = sum(int(node.text("gjentakelse") or 0) >= 4 for node in wrong)
    waiting = [node for node in still if node.text("status") in ("", "åpen") and not node.fields.get("tiltak")]
    untouched = sum((node.text("slag") or "avvik") in WRONG for node in waiting)
    return (
        f"Av avvik og uønskede hendelser i perioden hadde {sum(map(_grave, now))}, eller kunne ha hatt, en alvorlig "
        f"konsekvens. {bare} er avsluttet uten rotårsak, {again} er meldt som det samme som før, og {likely} kan "
        f"lett skje igjen. Åpne som ingen behandler ennå: {untouched}."
    )


def _grave(node: Node) -> bool:
    steps = [node.text("faktisk_konsekvens"), node.text("potensiell_konsekvens")]
    return (node.text("slag") or "avvik") in WRONG and max(int(step or 0) for step in steps) >= 4


def _personal(found: list[Node]) -> bool:
    """Tell whether all of them may be about a person, so that a small count could point at someone."""
    return all(node.text("område") == "HMS" or "unntatt" in node.fields for node in found)


def grouped(occasion: Occasion, every: list[Node], field: str, most: int | None = None) -> Iterator[Row]:
    """Count by a field, the most first: only the first rows, and the sums of all."""
    groups: dict[str, list[Node]] = {name: [] for name in SLAG} if field == "slag" else {}
    for node in every:
        groups.setdefault(node.text(field) or ("avvik" if field == "slag" else ""), []).append(node)
    names = list(groups) if field == "slag" else sorted(groups, key=lambda name: name or "None")
    parts = {name: _parts(occasion, groups[name]) for name in names}
    columns = _told(occasion, parts, by_month=field == "slag")
    if columns is None:
        return
    words = {name: SLAG[name] if field == "slag" else capital(name) for name in names}
    kept = [at for at in range(len(names)) if any(column[at] != 0 for column in columns)]
    kept.sort(
        key=lambda at: (not names[at], *(-one if isinstance(one := column[at], int) else 0 for column in columns[:2]))
    )
    if not any(words[names[at]] for at in kept):
        return
    compares = any(_within(every, *_year_before(occasion)))
    for at in kept[:most]:
        now, before, still, late = (capital(shown(column[at])) for column in columns)
        closed = _half(parts[names[at]][0]) if now.isdecimal() else "–"
        than = (before, _change(now, before)) if compares else ()
        yield words[names[at]] or "Ikke oppgitt", now, *than, still, late, closed
    whole = _parts(occasion, every)
    now, before, *rest = (str(len(part)) for part in whole)
    than = (before, _change(now, before)) if compares else ()
    yield total("Sum", now, *than, *rest, _half(whole[0]))


def _parts(occasion: Occasion, found: list[Node]) -> list[list[Node]]:
    """Split messages into those of the period, of the year before, the open and the late."""
    now, before = _within(found, occasion.start, occasion.day), _within(found, *_year_before(occasion))
    return [now, before, occasion.open(found), occasion.late(found)]


def _told(occasion: Occasion, parts: dict[str, list[list[Node]]], *, by_month: bool) -> list[tuple[Told, ...]] | None:
    """Give what is told of the counts of each column; what is left out is tried in tests/test_small_counts.py."""
    groups = [int(name in WRONG) for name in parts] if by_month else []
    found: list[tuple[Told, ...]] = []
    for side in (0, 1):
        column = [part[side] for part in parts.values()]
        months = [""]
        if by_month:
            months = [f"{month:02}" for month in range(occasion.start.month, occasion.day.month + 1)]
        rows = [
            [_count(node for node in nodes if not month or node.text("meldt")[5:7] == month) for nodes in column]
            for month in months
        ]
        grid = told_grid(rows, groups=groups, rows_told=by_month)
        if grid is None:
            return None
        found.append(grid.columns if by_month else grid.cells[0])
    late = [_count(part[3]) for part in parts.values()]
    rest = [_count(node for node in part[2] if node not in part[3]) for part in parts.values()]
    grid = told_grid([late, rest], kept=(1,), groups=groups)
    return None if grid is None else [*found, grid.columns, grid.cells[0]]


def _count(nodes: Iterable[Node]) -> Count:
    found = list(nodes)
    return Count(len(found), _personal(found))


def _change(now: str, before: str) -> str:
    return number(int(now) - int(before)) if now.isdecimal() and before.isdecimal() else "–"
