"""One series of an indicator's values, in the words of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from recount.node import Node
from recount.words import number, period

MARKS = {"ønsket": "● ønsket", "akseptert": "▲ akseptert", "ikke_godkjent": "■ ikke godkjent"}


def the_year_before(text: str) -> str:
    """Name the same part of the year before; empty of a year, years or a day."""
    part = re.fullmatch(r"(\d{4})(-(?:T[123]|Q[1-4]|H[12]|\d{2}))", text)
    return f"{int(part[1]) - 1}{part[2]}" if part else ""


@dataclass(frozen=True)
class Point:
    """A value and its period as written; None was not measured."""

    value: Decimal | None
    period: str


@dataclass(eq=False)
class Series:
    """The values of one indicator, of the municipality or (`by_unit`) of one unit."""

    node: Node
    places: int
    unit: str
    by_unit: bool
    latest: Point | None
    last: Point | None
    before: Point | None
    band: str
    target: Point | None
    line: str
    wanted: Decimal | None
    stale: bool
    grade: int

    def value(self, value: Decimal | None) -> str:
        """Write a value with its unit of measure."""
        if value is None:
            return "ikke målt"
        return number(value, self.places) + (" %" if self.node.text("enhet") in {"prosent", "%"} else "")

    def point(self, point: Point | None) -> str:
        """Write a value with its period."""
        return f"{self.value(point.value)} ({period(point.period)})" if point else "–"

    @property
    def name(self) -> str:
        """The indicator with its unit of measure, and whom it is for."""
        measure = self.node.text("enhet")
        named = self.node.label + (f", {measure}" if measure not in {"", "prosent", "%"} else "")
        return named + (f" ({self.unit})" if self.unit else "")

    @property
    def shown(self) -> str:
        """The last value, or that there is none."""
        if self.latest is None:
            text = "aldri målt"
        elif self.latest.value is not None:
            text = self.point(self.latest)
        elif self.last is None:
            text = f"aldri målt ({period(self.latest.period)}: ikke målt)"
        else:
            text = f"ikke målt ({period(self.latest.period)}), sist {self.point(self.last)}"
        return text + (", foreldet" if self.stale else "")

    @property
    def verdict(self) -> str:
        """The band in words."""
        return MARKS.get(self.band, self.band) or "–"

    @property
    def bands(self) -> list[str]:
        """The three bands as the plan writes them."""
        bands = self.node.fields.get("bånd") or {}
        written = [bands.get(name) or "–" for name in MARKS]
        return [" / ".join(value) if isinstance(value, list) else value for value in written]

    @property
    def trend(self) -> str:
        """How the last value stands to the one it is held against."""
        if not self.last or self.last.value is None:
            return "–"
        if not self.before or self.before.value is None:
            lacking = the_year_before(self.last.period)
            return f"ingen verdi for {period(lacking)} å sammenligne med" if lacking else "–"
        before = f"{period(self.before.period)} ({self.value(self.before.value)})"
        if self.last.value == self.before.value:
            return f"→ uendret fra {before}"
        up, way = self.last.value > self.before.value, self.node.text("retning")
        if way not in {"opp", "ned"}:
            return f"↑ opp fra {before}" if up else f"↓ ned fra {before}"
        return f"↑ bedre enn {before}" if up == (way == "opp") else f"↓ dårligere enn {before}"

    @property
    def course(self) -> str:
        """How the last value stands to the line."""
        behind = f"bak, burde vært {self.value(self.wanted)}"
        return {"nådd": "måltallet er nådd", "på": "i rute", "bak": behind, "ingen": "–"}[self.line]
