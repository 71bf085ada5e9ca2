"""One plan file: its records and references, and whatever is wrong with it."""

from __future__ import annotations

import re
from dataclasses import field

from planctl.findings.capped import capped
from planctl.findings.diagnostic import Finding
from planctl.load.exemptions import Exemption, read_exemptions
from planctl.load.files.tree import Tree, nfc
from planctl.load.reading import build
from planctl.load.schema.annotations import Layouts, Reader, Ref
from planctl.load.schema.file_type import stem_of
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.schema.schema_check import schema_findings
from planctl.load.schema.swallowed_lines import swallowed
from planctl.load.yaml.cut_texts import cut_texts
from planctl.load.yaml.positions import FilePositions, Locator, decoded
from planctl.model.exempt import NOTHING_HIDDEN, Hiding
from planctl.model.lost import ANYTHING, Lost
from planctl.model.planset import Measurement, MonthFigures
from planctl.model.record import Record
from planctl.values import dataclass

_ID = re.compile(r"""(?:^|[\s{,]-?)id(?:[ \t]*[:;=][ \t]*|[ \t]+)["'{\[]*([^\s"',{}\[\]#:;]+)""")

_EXEMPT = re.compile(
    r"\bunntatt[\"']?\s*:|:\s*[\"']?unntatt\b|(?:^|;)\s*\"?unntatt\"?\s*(?:;|$)", re.IGNORECASE | re.MULTILINE
)
"""Marks something as exempt from public access: a field in YAML, a column of a table, or what says which that is."""

_LOSING = frozenset({"003", "007", "017"})
"""The findings of a file itself that tell that something in it is not read."""


@dataclass(slots=True)
class FileLoad:
    """What one file holds. It hangs on the file's path and bytes alone when `alone` is true.

    `lost` is what may stand in a file that could not be read whole; None when it was.
    `positions` may hold other names for misspelled fields. `hiding` are the files that mark something as exempt from
    public access and could not be read whole, and the ids that may stand there.
    """

    records: list[Record] = field(default_factory=list)
    refs: list[Ref] = field(default_factory=list)
    measurements: list[Measurement] = field(default_factory=list)
    figures: list[MonthFigures] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    exemptions: list[Exemption] = field(default_factory=list)
    lost: Lost | None = None
    hiding: Hiding = NOTHING_HIDDEN
    positions: FilePositions | None = None
    alone: bool = True


def load_file(tree: Tree, book: SchemaBook, layouts: Layouts, locator: Locator, path: str, source: bytes) -> FileLoad:
    """Load one file's bytes; `tree` gives the other files that it names, such as a CSV."""
    found = _load(tree, book, layouts, locator, path, source)
    found.findings = list(capped(found.findings))
    if found.lost is not None and marks_exempt(source):
        found.hiding = found.hiding.with_file(path, ids_in(source))
    return found


def marks_exempt(source: bytes) -> bool:
    """Tell whether a file marks something as exempt from public access, also where it cannot be read."""
    return _EXEMPT.search(decoded(source)) is not None


def _load(tree: Tree, book: SchemaBook, layouts: Layouts, locator: Locator, path: str, source: bytes) -> FileLoad:
    positions = FilePositions(path, source)
    locator.keep(path, positions)
    data, builder = build(path, source)
    findings = builder.findings
    empty = data is None and not findings
    found = FileLoad(findings=findings, exemptions=read_exemptions(path, source), positions=positions)
    findings += swallowed(book, path, source, data, builder.texts)
    stem = None if data is None and not empty else stem_of(book, path, data, found.findings)
    if stem is None or any(item.code in _LOSING for item in findings):
        found.lost = ANYTHING if empty else Lost(ids_in(source))
    if stem is None:
        return found
    found.findings += cut_texts(book, path, source, data)
    found.findings += schema_findings(book, stem, path, data, locator)
    layout = layouts.of(stem)
    reader = Reader(path)
    root = reader.read(data, layout)
    found.records, found.refs = reader.records, reader.refs
    if root.kind == "målinger":
        from planctl.load.tables.measurements import read_measurements

        found.measurements, refs, problems = read_measurements(tree, root, layout)
        found.refs += refs
        found.findings += problems
        found.alone = root.get("fil") is None
    elif root.kind == "økonomi":
        from planctl.load.tables.monthly_figures import read_money

        found.figures, refs, problems = read_money(tree, root, layout)
        found.refs += refs
        found.findings += problems
        found.alone = root.get("fil") is None
    elif root.get("fil") is not None and "x-rader" in book.root(stem):
        from planctl.load.tables.record_rows import read_rows

        rows = read_rows(tree, root, layout, book, stem, locator)
        found.records += rows.records
        found.refs += rows.refs
        found.findings += rows.findings
        found.alone = False
        for csv, data in rows.unread:
            if rows.marked or marks_exempt(data):
                found.hiding = found.hiding.with_file(csv, rows.hidden)
        if rows.lost is not None:
            found.lost = rows.lost if found.lost is None else found.lost | rows.lost
    return found


def ids_in(source: bytes) -> frozenset[str]:
    """Find the ids that stand in a file that cannot be read, so that references to them are not faulted too."""
    return frozenset(nfc(found) for found in _ID.findall(decoded(source)))
