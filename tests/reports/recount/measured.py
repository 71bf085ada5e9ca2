"""Indicators judged again: which values there are, their band, the line to the måltall, and whether they are out of date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from recount.bands import aims, band_of, dated, decimal_of, line_of
from recount.judgement import UNKNOWN, measured
from recount.node import Fields, Node
from recount.scope import Scope
from recount.values import Point, Series, the_year_before
from recount.words import last_day, last_of_month, rounded

STEP = {"månedlig": 1, "kvartalsvis": 3, "tertialvis": 4, "halvårlig": 6, "årlig": 12}


def series(scope: Scope) -> dict[Node, list[Series]]:
    """Judge every indicator of the plans in force that concerns the report."""
    rows = _rows(scope)
    found = {}
    served = {above for work in [*scope.tiltak, *scope.oppdrag] for above in _above(work)} if scope.unit else set()
    for node in scope.source.of("indikator"):
        owners = scope.source.all(node.texts("gjelder"))
        mine = any(map(scope.covers, owners)) or bool(served & set(scope.source.all(node.texts("måler"))))
        if node.top in scope.measured and (scope.unit is None or mine):
            found[node] = _series(scope, node, rows.get(node.id, []), owners)
    return found


def _above(node: Node) -> Iterable[Node]:
    return {found for upper in node.up for found in (upper, *_above(upper))}


def _rows(scope: Scope) -> dict[str, list[Fields]]:
    found: dict[str, list[Fields]] = {}
    for row, _ in measurements(scope):
        found.setdefault(row["indikator"], []).append(row)
    return found


def measurements(scope: Scope) -> list[tuple[Fields, bool]]:
    """List the values of periods that had ended, each with whether it is illustrative."""
    found: list[tuple[Fields, bool]] = []
    for node in scope.source.of("målinger"):
        for row in [*(node.fields.get("målinger") or []), *scope.source.csv(node)]:
            end = last_day(row.get("periode"))
            if end and end <= scope.end:
                found.append((row, (row.get("illustrativ") or node.text("illustrativ")) == "true"))
    return found


def _series(scope: Scope, node: Node, rows: list[Fields], owners: list[Node]) -> list[Series]:
    if scope.unit and rows and all(row.get("gjelder") for row in rows):
        rows = [row for row in rows if scope.covers(scope.source.get(row["gjelder"]))]
        if not rows:
            return []
    whole = [row for row in rows if not row.get("gjelder")]
    if whole or not rows:
        named = ", ".join(unit.title for unit in owners) if len(owners) <= 3 else ""
        return [_judge(scope, node, whole, named, by_unit=False)]
    units = dict.fromkeys(row["gjelder"] for row in rows)
    return [
        _judge(scope, node, [row for row in rows if row["gjelder"] == unit], scope.source.title(unit), by_unit=True)
        for unit in units
    ]


def _in_bands(node: Node) -> str:
    """Give the most decimals that the bands are written with; empty without bands."""
    parts = str(list((node.fields.get("bånd") or {}).values()))
    numbers = re.findall(r"\d+(?:[.,](\d+))?", parts)
    return str(max(map(len, numbers))) if numbers else ""


def _judge(scope: Scope, node: Node, rows: list[Fields], unit: str, *, by_unit: bool) -> Series:
    values = {last_day(row["periode"]): (decimal_of(row["verdi"]), row["periode"]) for row in rows}
    days = sorted(day for day in values if day)
    known = [(day, value) for day in days if (value := values[day][0]) is not None]
    written = [len(f"{value.normalize():f}".partition(".")[2]) for _, value in known]
    places = int(node.text("desimaler") or _in_bands(node) or max(written, default=0))

    def point(day: dt.date) -> Point:
        value, text = values[day]
        return Point(None if value is None else rounded(value, places), text)

    last = point(known[-1][0]) if known else None
    targets = aims(node)
    aim = next((row for row in targets if row[0] >= scope.end), targets[-1] if targets else None)
    stale = bool(known) and _due(node, known[-1][0]) < scope.end
    line, wanted = ("ingen", None)
    if last and last.value is not None:
        line, wanted = line_of(node, last.value, known[-1][0], [row[:2] for row in targets], places)
    band = band_of(node, last.value) if last and last.value is not None else ""
    return Series(
        node, places, unit, by_unit, point(days[-1]) if days else None, last,
        _held_against(last, rows, places) if last else None, band,
        Point(rounded(aim[1], places), aim[2]) if aim else None, line, wanted, stale,
        measured(band, line, stale=stale) if last else UNKNOWN,
    )  # fmt: skip


def _held_against(last: Point, rows: list[Fields], places: int) -> Point | None:
    """Find the value of the same part of the year before; of whole years and days the one before."""
    known = [(row["periode"], value) for row in rows if (value := decimal_of(row["verdi"])) is not None]
    if wanted := the_year_before(last.period):
        found = [(text, value) for text, value in known if text == wanted]
    else:
        other = [pair for pair in known if not the_year_before(pair[0])]
        end = last_day(last.period)
        found = sorted((pair for pair in other if last_day(pair[0]) < end), key=lambda pair: last_day(pair[0]))
    return Point(rounded(found[-1][1], places), found[-1][0]) if found else None


def is_due(node: Node, day: dt.date) -> bool:
    """Tell whether an indicator without a value should have had one since its nullpunkt."""
    start = dated(node, "nullpunkt")
    return not start or not node.text("hyppighet") or _due(node, start[0][1]) < day


def _due(node: Node, end: dt.date) -> dt.date:
    often = node.text("hyppighet")
    years = re.search(r"\d+", often)
    step = int(years[0]) * 12 if years else STEP.get(often)
    return last_of_month(end.year, end.month + step + min(6, (step + 1) // 2)) if step else dt.date.max
