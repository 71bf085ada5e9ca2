"""Values of indicators, from YAML or from the CSV file that a YAML names."""

from __future__ import annotations

import csv
import io
import posixpath
import re
from typing import Any

from planctl.diagnostic import Finding
from planctl.i18n import T
from planctl.load.book import Reference
from planctl.load.guard import bytes_problem, split_lines
from planctl.load.layout import Ref
from planctl.load.tree import Tree
from planctl.model.period import parse_period
from planctl.model.planset import Measurement
from planctl.model.record import Record
from planctl.source import Place, Span

NOT_MEASURED = "ikke målt"
_NEEDED = ("indikator", "periode", "verdi")
_COLUMNS = (*_NEEDED, "gjelder")
_NUMBER = re.compile(r"[-+−]?\d+(?:[.,]\d+)?\Z")


def read_measurements(tree: Tree, root: Record, refs: list[Ref]) -> tuple[list[Measurement], list[Finding]]:
    """Read a `målinger` file; references found in a CSV are added to `refs`; findings 012, 106, 110, 111."""
    rows = root.get("målinger")
    found = [_from_yaml(root, index, row) for index, row in enumerate(rows if isinstance(rows, list) else ())]
    measurements = [item for item in found if item is not None]
    name = root.get("fil")
    if not isinstance(name, str):
        return measurements, []
    path = posixpath.normpath(posixpath.join(posixpath.dirname(root.path), name))
    data, problem = _read(tree, root, path)
    if problem:
        return measurements, [problem]
    table = _Table(path, data, root, refs)
    table.read()
    return measurements + table.measurements, table.findings


def _from_yaml(root: Record, index: int, row: Any) -> Measurement | None:
    if not isinstance(row, dict):
        return None
    value = row.get("verdi")
    number = float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
    if number is None and value != NOT_MEASURED:
        return None
    place = Place(root.path, ("målinger", index, "verdi"))
    unit = row.get("gjelder")
    illustrative = bool(row.get("illustrativ") or root.get("illustrativ"))
    return Measurement(str(row.get("indikator")), str(row.get("periode")), number, unit, place, illustrative)


def _read(tree: Tree, root: Record, path: str) -> tuple[bytes, Finding | None]:
    place = root.place("fil")
    if path.startswith(("../", "/")):
        return b"", Finding("011", place, T("The file «{path}» lies outside the repository", path=path), T("Copy it into the repository."))
    try:
        data = tree.read(path)
    except OSError as error:
        message = T("The file «{path}» cannot be read ({reason})", path=path, reason=error.strerror or str(error))
        return b"", Finding("012", place, message, T("Write its path as seen from this file's folder."))
    return data, bytes_problem(path, data)


class _Table:
    """The rows of one CSV file: semicolon, header `indikator;periode;verdi;gjelder`."""

    def __init__(self, path: str, data: bytes, root: Record, refs: list[Ref]) -> None:
        self.path = path
        self.root = root
        self.lines = split_lines(data.decode("utf-8-sig"))
        self.refs = refs
        self.measurements: list[Measurement] = []
        self.findings: list[Finding] = []

    def read(self) -> None:
        """Read the header, then each row."""
        header = [name.strip().casefold() for name in self.lines[0].split(";")] if self.lines[0] else []
        missing = [name for name in _NEEDED if name not in header]
        unknown = [name for name in header if name not in _COLUMNS]
        if missing or unknown or len(set(header)) < len(header):
            words = (
                T("The column «{name}» is missing", name=missing[0])
                if missing
                else T("The column «{name}» is unknown or stands twice", name=(unknown or header)[0])
            )
            hint = T("The first line should be: {header}", header=";".join(_COLUMNS))
            self.findings.append(Finding("111", self._place(1, 1, len(self.lines[0])), words, hint))
            return
        for number, line in enumerate(self.lines[1:], 2):
            if line.strip():
                self._row(number, line, header)

    def _row(self, number: int, line: str, header: list[str]) -> None:
        cells = next(csv.reader(io.StringIO(line), delimiter=";"), [])
        if len(cells) != len(header):
            message = T("The line has {count} cells, the header {wanted}", count=len(cells), wanted=len(header))
            hint = T("Separate the cells with semicolons; put quotes around a cell that holds one.")
            self.findings.append(Finding("111", self._place(number, 1, len(line)), message, hint))
            return
        places, column = {}, 1
        for name, cell in zip(header, cells, strict=True):
            places[name] = self._place(number, column, max(1, len(cell)))
            column += len(cell) + 1
        row = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
        if parse_period(row["periode"]) is None:
            message = T("«{value}» is not a period that can stand here", value=row["periode"])
            self.findings.append(Finding("106", places["periode"], message, T("Write it as {examples}.", examples="2021, 2021-T2")))
            return
        value = row["verdi"]
        if value.casefold() != NOT_MEASURED and not _NUMBER.match(value):
            message = T("«{value}» is not a number", value=value)
            hint = T("Write a number, or «ikke målt».")
            self.findings.append(Finding("110", places["verdi"], message, hint))
            return
        measured = None if value.casefold() == NOT_MEASURED else float(value.replace(",", ".").replace("−", "-"))
        unit = row.get("gjelder") or None
        self._refer("indikator", row["indikator"], places["indikator"], frozenset({"indikator"}))
        if unit:
            kinds = frozenset({"tjenesteområde", "virksomhet", "avdeling", "foretak"})
            self._refer("gjelder", unit, places["gjelder"], kinds)
        illustrative = bool(self.root.get("illustrativ"))
        self.measurements.append(Measurement(row["indikator"], row["periode"], measured, unit, places["verdi"], illustrative))

    def _refer(self, name: str, target: str, place: Place, kinds: frozenset[str]) -> None:
        self.refs.append(Ref(self.root, name, target, place, Reference(kinds)))

    def _place(self, line: int, column: int, width: int) -> Place:
        return Place(self.path, Span(line, column, line, column + width))
