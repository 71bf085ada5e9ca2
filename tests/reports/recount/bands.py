"""Numbers, bands and the line to the måltall, read from what an indicator writes."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from recount.node import Fields, Node
from recount.words import last_day, rounded

LIMIT = re.compile(r"(≥|≤|>|<)?\s*(−?[\d,. ]+?)(?:\s*(?:…|–)\s*(−?[\d,. ]+))?$")


def decimal_of(text: object) -> Decimal | None:
    """Read a number with comma or point; None when it is none (`ikke målt`)."""
    shown = str(text).strip().replace(",", ".").replace("−", "-").replace(" ", "")
    return Decimal(shown) if re.fullmatch(r"-?\d+(\.\d+)?", shown) else None


def band_of(node: Node, value: Decimal) -> str:
    """Name the one band a value is in."""
    bands = node.fields.get("bånd")
    if not bands:
        return "uten bånd"
    fits = [name for name, text in bands.items() if any(band_in(part, value) for part in _list(text))]
    return fits[0] if len(fits) == 1 else "utenfor båndene"


def _list(value: object) -> list[str]:
    return [str(part) for part in value] if isinstance(value, list) else [str(value)]


def band_in(text: str, value: Decimal) -> bool:
    """Tell whether a value is in an interval as it is written: `≥ 90`, `80–89`, `4,5`."""
    found = LIMIT.match(text.strip())
    assert found, text
    low = decimal_of(found[2]) or Decimal()
    high = low if found[3] is None else decimal_of(found[3]) or Decimal()
    tests = {"≥": value >= low, "≤": value <= low, ">": value > low, "<": value < low}
    return tests[found[1]] if found[1] else low <= value <= high


def dated(node: Node, name: str) -> list[tuple[Fields, dt.date]]:
    """Read a nullpunkt or the måltall, each with its last day."""
    rows = node.fields.get(name) or []
    found = rows if isinstance(rows, list) else [rows]
    return [(row, day) for row in found if (day := last_day(row["periode"]))]


def aims(node: Node) -> list[tuple[dt.date, Decimal, str]]:
    """Read the måltall with their last days and periods; a change is added up year by year from the nullpunkt.

    Where a number is written for a day, what is worked out for it counts for nothing.
    """
    found, plain = [], []
    for row, day in dated(node, "måltall"):
        change = re.match(r"([-+−])\s*([\d.,]+)\s*(%|prosent\b)?", row.get("endring", ""))
        if not change:
            plain.append((day, decimal_of(row["verdi"]) or Decimal(), row["periode"]))
            continue
        (start, begun), *_ = dated(node, "nullpunkt")
        value = decimal_of(start["verdi"]) or Decimal()
        size = (decimal_of(change[2]) or Decimal()) * (1 if change[1] == "+" else -1)
        if "per år" not in row["endring"]:
            found.append((day, value * (100 + size) / 100 if change[3] else value + size, row["periode"]))
            continue
        for year in range(begun.year + 1, day.year + 1):
            value = value * (100 + size) / 100 if change[3] else value + size
            found.append((begun.replace(year=year), value, str(year) + start["periode"][4:]))
    written = {day for day, *_ in plain}
    return sorted([*plain, *(row for row in found if row[0] not in written)])


def line_of(
    node: Node, value: Decimal, day: dt.date, targets: list[tuple[dt.date, Decimal]], places: int
) -> tuple[str, Decimal | None]:
    """Hold a value against the straight line from the nullpunkt through the måltall, level after the last."""
    sign = {"opp": 1, "ned": -1}.get(node.text("retning"), 0)
    if not sign or not targets:
        return "ingen", None
    start = [(day_, decimal_of(row["verdi"]) or Decimal()) for row, day_ in dated(node, "nullpunkt")]
    wanted = None
    if start and start[0][0] < day and start[0][0] < targets[0][0]:
        points = [start[0], *targets]
        wanted = rounded(points[-1][1], places)
        for (left, low), (right, high) in zip(points, targets, strict=False):
            if left < day <= right:
                wanted = rounded(low + (high - low) * (day - left).days / (right - left).days, places)
    if value * sign >= rounded(targets[-1][1], places) * sign:
        return "nådd", wanted
    if wanted is None:
        return "ingen", None
    return ("på" if value * sign >= wanted * sign else "bak"), wanted
