"""Values of indicators, from YAML or from the CSV file that a YAML names."""

from __future__ import annotations

import posixpath
from typing import Any

from planctl.diagnostic import Finding
from planctl.i18n import T
from planctl.load.csv_table import NOT_MEASURED, Table
from planctl.load.guard import bytes_problem, too_large
from planctl.load.layout import Layout, Ref
from planctl.load.reasons import is_too_big, reason
from planctl.load.tree import OutsideError, Tree
from planctl.model.planset import Measurement
from planctl.model.record import Record
from planctl.source import Place

_LIST = "målinger"


def read_measurements(tree: Tree, root: Record, layout: Layout) -> tuple[list[Measurement], list[Ref], list[Finding]]:
    """Read a `målinger` file and the CSV it names, with the CSV's references and what is wrong with it."""
    rows = root.get(_LIST)
    found = [_from_yaml(root, index, row) for index, row in enumerate(rows if isinstance(rows, list) else ())]
    measurements = [item for item in found if item is not None]
    name = root.get("fil")
    if not isinstance(name, str):
        return measurements, [], []
    path = posixpath.normpath(posixpath.join(posixpath.dirname(root.path), name))
    data, problem = _read(tree, root, path)
    if problem:
        return measurements, [], [problem]
    row_layout = layout.fields[_LIST].items or Layout()
    table = Table(path, data, root, row_layout.fields)
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
    illustrative = bool(row.get("illustrativ") or root.get("illustrativ"))
    return Measurement(str(row.get("indikator")), str(row.get("periode")), number, unit, place, illustrative)


def _read(tree: Tree, root: Record, path: str) -> tuple[bytes, Finding | None]:
    place = root.place("fil")
    outside = T("The file «{path}» lies outside the repository", path=path)
    outside_hint = T("Copy it into the repository, and write its new path here.")
    if path == ".." or path.startswith(("../", "/")):
        return b"", Finding("011", place, outside, outside_hint, root.id, "fil")
    try:
        data = tree.read(path)
    except OutsideError:
        return b"", Finding("011", place, outside, outside_hint, root.id, "fil")
    except (OSError, ValueError) as error:
        if is_too_big(error):
            return b"", too_large(place)
        message = T("The file «{path}» cannot be read: {reason}", path=path, reason=reason(error))
        return b"", Finding("012", place, message, T("Write its path as seen from this file's folder."), root.id, "fil")
    return data, bytes_problem(path, data)
