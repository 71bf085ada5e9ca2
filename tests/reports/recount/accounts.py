"""The monthly figures of a year, read again from the CSV files that plan files of type `økonomi` name."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any

from recount.node import Node
from recount.source import UNITS, Source
from recount.sums import MonthSums
from recount.words import rounded

COLUMNS = ("årsbudsjett_opprinnelig", "årsbudsjett_regulert", "budsjett", "regnskap", "prognose")


class Months:
    """Each unit's rows of a year, month by month; a sum that is not given is None.

    `made_up` tells whether any of the files is illustrative.
    """

    def __init__(self, source: Source, year: int) -> None:
        self.source = source
        self.rows: list[dict[str, Any]] = []
        files = [node for node in source.of("økonomi") if node.text("periode") == str(year)]
        self.made_up = any(node.made_up for node in files)
        for node in files:
            for row in source.csv(node):
                unit = source.get(row["enhet"])
                if unit and unit.kind in UNITS:
                    sums = {name: _decimal(row[name]) for name in COLUMNS}
                    self.rows.append({"enhet": unit, "måned": int(row["måned"]), **sums})
        self.rows.sort(key=lambda row: row["måned"])

    def of(self, unit: Node, months: Iterable[int]) -> list[dict[str, Any]]:
        """Return a unit's rows of some months, in order."""
        wanted = set(months)
        return [row for row in self.rows if row["enhet"] is unit and row["måned"] in wanted]

    def lines(self, months: Iterable[int]) -> dict[Node, MonthSums]:
        """Sum the units' figures of some months, in the order of the units."""
        found, wanted = {}, list(months)
        for unit in self.source.units:
            rows = self.of(unit, wanted)
            if rows:
                told = [row for row in rows if row["regnskap"] is not None]
                years = [(row["årsbudsjett_regulert"], row["årsbudsjett_opprinnelig"]) for row in rows]
                found[unit] = MonthSums(
                    original=last(original for _, original in years),
                    revised=last(original if revised is None else revised for revised, original in years),
                    budget=added(row["budsjett"] for row in told),
                    actual=added(row["regnskap"] for row in told),
                    forecast=last(row["prognose"] for row in rows),
                )
        return found

    def part(self, unit: Node, lines: dict[Node, MonthSums], holds: str = "whole") -> bool:
        """Tell whether a unit above has figures that hold the unit's own: whole ones, or the sum that is asked for."""
        above = [lines[unit] for unit in self.source.line(unit)[1:] if unit in lines]
        return any(line.whole if holds == "whole" else getattr(line, holds) is not None for line in above)

    def total(self, lines: dict[Node, MonthSums], area: str | None = None) -> MonthSums:
        """Add the units with whole figures, of a tjenesteområde or of all."""
        rows = [
            line
            for unit, line in lines.items()
            if line.whole and area in {None, self.source.area(unit)} and not self.part(unit, lines)
        ]
        if not rows:
            return MonthSums()
        names = ("revised", "budget", "actual", "forecast", "original")
        sums = {name: [getattr(row, name) for row in rows] for name in names}
        return MonthSums(**{name: None if None in found else sum(found) for name, found in sums.items()})

    def silent(self, lines: dict[Node, MonthSums], expected: list[Node]) -> list[Node]:
        """List the units that owe figures and have none."""
        return [unit for unit in expected if not any(above in lines for above in self.source.line(unit))]


@cache
def months(source: Source, year: int) -> Months:
    """Read the monthly figures of a year, once."""
    return Months(source, year)


def _decimal(text: str) -> Decimal | None:
    return Decimal(text.replace(" ", "").replace(",", ".")) if text.strip() else None


def last(values: Iterable[Decimal | None]) -> int | None:
    """Return the last sum that is given, in whole 1000 kr."""
    found = [value for value in values if value is not None]
    return int(rounded(found[-1])) if found else None


def added(values: Iterable[Decimal | None]) -> int | None:
    """Add the sums that are given, in whole 1000 kr."""
    found = [value for value in values if value is not None]
    return int(rounded(sum(found, Decimal()))) if found else None
