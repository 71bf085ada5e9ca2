"""Values of indicators, from YAML or from the CSV file that a YAML names."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
from planctl.model.measured import NOT_MEASURED
from planctl.model.period import parse_period
from planctl.model.planset import Measurement
from planctl.model.record import Record
from planctl.source import Place

_LIST = "målinger"
_NEEDED = ("indikator", "periode", "verdi")
_COLUMNS = (*_NEEDED, "gjelder")
_YEARS = re.compile(r"\d{4}-\d{4}\Z")


def read_measurements(tree: Tree, root: Record, layout: Layout) -> tuple[list[Measurement], list[Ref], list[Finding]]:
    """Read a `målinger` file and the CSV it names, with the CSV's references and what is wrong with it."""
    rows = root.get(_LIST)
    found = [_from_yaml(root, index, row) for index, row in enumerate(rows if isinstance(rows, list) else ())]
    measurements = [item for item in found if item is not None]
    data, path, problem = read_named(tree, root)
    text, problem = table_text(path, data) if path and not problem else ("", problem)
    if problem or not path:
        return measurements, [], [problem] if problem else []
    row_layout = layout.fields[_LIST].items or Layout()
    table = _Values(path, text, root, row_layout.fields)
    table.read()
    return measurements + table.measurements, table.refs, table.findings


def _from_yaml(root: Record, index: int, row: Any) -> Measurement | None:
    if not isinstance(row, dict):
        return None
    value = row.get("verdi")
    number = float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
    if number is None and value != NOT_MEASURED:
        return None
    place = Place(root.path, (_LIST, index, "verdi"))
    unit = row.get("gjelder")
    illustrative = part_is_illustrative(row, root)
    return Measurement(str(row.get("indikator")), str(row.get("periode")), number, unit, place, illustrative)


class _Values(Table):
    """The rows of values: `indikator;periode;verdi;gjelder`."""

    columns = _COLUMNS
    needed = _NEEDED
    references = ("indikator", "gjelder")

    def __init__(self, path: str, text: str, root: Record, fields: Mapping[str, Layout]) -> None:
        super().__init__(path, text, root, fields)
        self.measurements: list[Measurement] = []

    def problem(self, row: Mapping[str, Cell]) -> Problem | None:
        """Find an empty cell, a period or a value that cannot be read."""
        return _row_problem(row)

    def take(self, row: Mapping[str, Cell]) -> None:
        """Keep a value."""
        value = row["verdi"].text
        measured = None if is_missing(value) else float(number_of(value))
        unit = row["gjelder"].text or None if "gjelder" in row else None
        illustrative = is_illustrative(self.root)
        indicator, period = row["indikator"].text, period_of(row["periode"].text)
        self.measurements.append(Measurement(indicator, period, measured, unit, row["verdi"].place, illustrative))


def _row_problem(row: Mapping[str, Cell]) -> Problem | None:
    """Find what is wrong with a row: code, column, message and help."""
    for name in _NEEDED:
        if not row[name].text:
            hint = T("Fill it in, or delete the line. A value that was not measured is written «ikke målt».")
            return "111", name, T("The cell in the column «{name}» is empty", name=name), hint
    period, value = period_of(row["periode"].text), row["verdi"].text
    if parse_period(period) is None or _YEARS.match(period):
        message = T("«{value}» is not a period that can stand here", value=period)
        return "106", "periode", message, T("Write it as {examples}.", examples="2021, 2021-T2, 2021-Q3, 2021-08")
    wrong = None if is_missing(value) else number_problem(value)
    return None if wrong is None else ("110", "verdi", *wrong)
