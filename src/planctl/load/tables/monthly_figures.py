"""Monthly figures of units, from YAML or from the CSV file that an `økonomi` file names.

An ERP's export is read as it comes (`csv_table`, `csv_values`). Sums are kept in 1000 kr, exactly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.files.tree import Tree
from planctl.load.schema.annotations import Layout, Ref
from planctl.load.tables.companion_file import read_named
from planctl.load.tables.csv_bytes import table_text
from planctl.load.tables.csv_cells import Cell
from planctl.load.tables.csv_table import Problem, Table
from planctl.load.tables.csv_values import is_missing, number_of, number_problem, period_of
from planctl.model.illustrative import is_illustrative, part_is_illustrative
from planctl.model.planset import MonthFigures
from planctl.model.record import Record
from planctl.source import Place

SUMS = ("årsbudsjett_opprinnelig", "årsbudsjett_regulert", "budsjett", "regnskap", "prognose")
"""The columns of sums, in the header's order."""
_LIST = "måneder"
_NEEDED = ("enhet", "måned")
_MONTH = re.compile(r"(?:(\d{4})-)?(\d{1,2})\Z")


def read_money(tree: Tree, root: Record, layout: Layout) -> tuple[list[MonthFigures], list[Ref], list[Finding]]:
    """Read an `økonomi` file and the CSV it names, with the CSV's references and what is wrong with it."""
    rows = root.get(_LIST)
    found = [_from_yaml(root, index, row) for index, row in enumerate(rows if isinstance(rows, list) else ())]
    figures = [item for item in found if item is not None]
    data, path, problem = read_named(tree, root)
    text, problem = table_text(path, data) if path and not problem else ("", problem)
    if problem or not path:
        return figures, [], [problem] if problem else []
    table = _Months(path, text, root, (layout.fields[_LIST].items or Layout()).fields)
    table.read()
    return figures + table.figures, table.refs, table.findings


def _scale(root: Record) -> Decimal:
    return Decimal("0.001") if root.get("beløp_i") == "kroner" else Decimal(1)


def _year(root: Record) -> int:
    year = str(root.get("periode"))
    return int(year) if year.isdigit() else 0


def _from_yaml(root: Record, index: int, row: Any) -> MonthFigures | None:
    if not isinstance(row, dict) or not isinstance(row.get("måned"), int):
        return None
    sums = [_exact(row.get(name)) for name in SUMS]
    place = Place(root.path, (_LIST, index, "enhet"))
    scaled = [None if value is None else value * _scale(root) for value in sums]
    illustrative = part_is_illustrative(row, root)
    return _made(str(row.get("enhet")), _year(root), row["måned"], scaled, place, illustrative)


def _made(
    unit: str, year: int, month: int, sums: list[Decimal | None], place: Place, illustrative: bool
) -> MonthFigures:
    original, revised, budget, actual, forecast = sums
    return MonthFigures(unit, year, month, original, revised, budget, actual, forecast, place, illustrative)


def _exact(value: Any) -> Decimal | None:
    return Decimal(str(value)) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


class _Months(Table):
    """The rows of figures: one unit in one month."""

    columns = (*_NEEDED, *SUMS)
    needed = (*_NEEDED, "budsjett", "regnskap")
    references = ("enhet",)

    def __init__(self, path: str, text: str, root: Record, fields: Mapping[str, Layout]) -> None:
        super().__init__(path, text, root, fields)
        self.figures: list[MonthFigures] = []
        self._seen: set[tuple[str, int]] = set()

    def problem(self, row: Mapping[str, Cell]) -> Problem | None:
        """Find an empty key, a month or a sum that cannot be read, or a row that stands twice."""
        for name in _NEEDED:
            if not row[name].text:
                hint = T("Fill it in, or delete the line.")
                return "111", name, T("The cell in the column «{name}» is empty", name=name), hint
        month = self._month(row["måned"].text)
        if month is None:
            message = T(
                "«{value}» is not a month of {year}", value=row["måned"].text, year=str(self.root.get("periode"))
            )
            return (
                "106",
                "måned",
                message,
                T("Write a number from 1 to 12, or the month as {example}.", example="2021-08"),
            )
        for name in SUMS:
            text = row[name].text if name in row else ""
            wrong = number_problem(text) if text and not is_missing(text) else None
            if wrong is not None:
                return ("110", name, *wrong)
        if (row["enhet"].text, month) in self._seen:
            message = T("«{unit}» already has a line for month {month}", unit=row["enhet"].text, month=month)
            return "111", "enhet", message, T("Keep one of the lines.")
        return None

    def take(self, row: Mapping[str, Cell]) -> None:
        """Keep a month's figures."""
        month = self._month(row["måned"].text) or 0
        unit = row["enhet"]
        self._seen.add((unit.text, month))
        sums = [self._sum(row[name].text) if name in row else None for name in SUMS]
        illustrative = is_illustrative(self.root)
        self.figures.append(_made(unit.text, _year(self.root), month, sums, unit.place, illustrative))

    def _sum(self, text: str) -> Decimal | None:
        return number_of(text) * _scale(self.root) if text and not is_missing(text) else None

    def _month(self, text: str) -> int | None:
        match = _MONTH.match(period_of(text))
        if match is None or (match[1] and int(match[1]) != _year(self.root)):
            return None
        return int(match[2]) if 1 <= int(match[2]) <= 12 else None
