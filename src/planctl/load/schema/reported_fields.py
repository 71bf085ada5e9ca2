"""Fields of a report that stand in the plan: how far the work has come is told in the report, under the record's id."""

from __future__ import annotations

from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.schema.file_under_check import CheckedFile
from planctl.load.schema.json_schema import Schema
from planctl.load.yaml.block import block, with_block
from planctl.source import Pointer


def reported(file: CheckedFile, pointer: Pointer, schema: Schema) -> Finding | None:
    """Find the fields of a record that belong in a report, 101: one finding of them all, at the first.

    From here on they are taken for read.
    """
    home = file.book.reported.get(schema.get("x-slag", ""))
    record: dict[str, Any] = file.at(pointer)
    if home is None or not isinstance(record.get("id"), str):
        return None
    kind, field, fields = home
    known = schema.get("properties", {})
    moved = {
        key: name
        for key in record
        if key not in known and file.book.usual_name(key, known) is None
        and (name := key if key in fields else file.book.usual_name(key, fields))
    }  # fmt: skip
    if not moved:
        return None
    first = next(iter(moved))
    shown = block({field: {record["id"]: {name: record[key] for key, name in moved.items()}}})
    message = T("The field «{field}» does not exist here", field=first)
    hint = T("How it goes is told in the report, a file of the type «{type}»:", type=kind)
    for key in moved:
        del record[key]
    place = file.place((*pointer, first), key=True)
    return Finding("101", place, message, with_block(hint, shown), record["id"], first)
