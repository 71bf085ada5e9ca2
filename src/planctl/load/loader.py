"""One road from a tree of files to a plan set; whatever is wrong on the way is a finding."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from planctl.diagnostic import Finding
from planctl.i18n import T
from planctl.load.book import SchemaBook
from planctl.load.globs import matcher
from planctl.load.guard import names_problems
from planctl.load.layout import Layouts, Reader, Ref
from planctl.load.measurements import read_measurements
from planctl.load.nearest import nearest
from planctl.load.positions import Locator
from planctl.load.reading import read_data, unreadable
from planctl.load.settings import load_settings
from planctl.load.shape import shape_findings
from planctl.load.shape_words import show
from planctl.load.tree import CONFIG_NAME, Entry, Listing, Tree, nfc
from planctl.model.planset import Measurement, PlanSet
from planctl.model.record import Record
from planctl.source import START, Place

_ID = re.compile(r"""(?:^|[\s{,])id:[ \t]*["']?([^\s"',}#]+)""")


@dataclass(slots=True)
class Loaded:
    """A plan set, the findings of loading it, the plan repositories inside it, and the places of its fields."""

    plans: PlanSet
    findings: list[Finding]
    nested: list[str]
    locator: Locator


@dataclass(slots=True)
class _Load:
    tree: Tree
    book: SchemaBook
    layouts: Layouts
    locator: Locator
    findings: list[Finding] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    refs: list[Ref] = field(default_factory=list)
    measurements: list[Measurement] = field(default_factory=list)
    lost: set[str] | None = None
    """The ids that stand in files that could not be read; None when every file was read."""


def load(tree: Tree, book: SchemaBook) -> Loaded:
    """Load every plan file of a tree, in path order."""
    run = _Load(tree, book, Layouts(book), Locator(tree))
    listing = tree.walk()
    collecting = gc.isenabled()
    gc.disable()
    try:
        config, run.refs, run.findings = load_settings(tree, book, run.layouts, run.locator, listing)
        leave_out = matcher(config.excluded)
        entries = [entry for entry in listing.files if not leave_out(entry.path)]
        _unread(run, listing, leave_out)
        run.findings += names_problems(entries)
        plan_files = {entry.path: entry for entry in reversed(entries) if entry.path != CONFIG_NAME}
        for entry in reversed(plan_files.values()):
            try:
                _file(run, entry)
            except Exception as error:  # noqa: BLE001  (a crash in one file never hides the others)
                run.findings.append(crashed(entry.path, error))
                _lose(run, entry)
    finally:
        if collecting:
            gc.enable()
    lost = None if run.lost is None else frozenset(run.lost)
    plans = PlanSet(config, run.records, run.refs, run.measurements, book.families, len(entries), lost)
    return Loaded(plans, run.findings, listing.nested, run.locator)


def crashed(path: str, error: Exception, rule: str = "") -> Finding:
    """Make finding 901 of an exception in planctl's own code, while loading a file or in a rule."""
    words = f"{type(error).__name__}: {error}"
    message = (
        T("Rule {rule} failed: {error}", rule=rule, error=words)
        if rule
        else T("planctl itself failed on this file: {error}", error=words)
    )
    hint = T("This is a fault in planctl, not in the plan. Everything else has been checked.")
    return Finding("901", Place(path, START), message, hint)


def _unread(run: _Load, listing: Listing, leave_out: Callable[[str], bool]) -> None:
    for item in listing.unread:
        if leave_out(item.path):
            continue
        run.lost = run.lost or set()
        place = Place(item.path, START)
        if item.error is None:
            message = T("The link leads out of the repository and is not followed")
            hint = T("Put the file itself here instead of the link.")
            run.findings.append(Finding("011", place, message, hint))
        else:
            run.findings.append(unreadable(place, item.error))


def _file(run: _Load, entry: Entry) -> None:
    data, findings = read_data(run.tree, entry)
    run.findings += findings
    stem = None if data is None and findings else _stem(run, entry, data)
    if stem is None or any(item.code == "007" for item in findings):
        _lose(run, entry)
    if stem is None:
        return
    run.findings += shape_findings(run.book, stem, entry.path, data, run.locator)
    layout = run.layouts.of(stem)
    reader = Reader(entry.path)
    root = reader.read(data, layout)
    run.records += reader.records
    run.refs += reader.refs
    if root.kind == "målinger":
        found, refs, problems = read_measurements(run.tree, root, layout)
        run.measurements += found
        run.refs += refs
        run.findings += problems


def _lose(run: _Load, entry: Entry) -> None:
    """Note which ids stand in a file that cannot be read, so that references to them are not faulted too."""
    run.lost = run.lost or set()
    try:
        text = run.tree.read(entry.path).decode("utf-8", errors="replace")
    except Exception:  # noqa: BLE001  (what made reading the file fail has been told)
        return
    run.lost.update(nfc(found) for found in _ID.findall(text))


def _stem(run: _Load, entry: Entry, data: Any) -> str | None:
    types = run.book.types
    fields = data if isinstance(data, dict) else {}
    kind = fields.get("type")
    if isinstance(kind, str) and kind in types:
        return types[kind]
    place = Place(entry.path, START)
    choices = T("Choose one of: {values}.", values=", ".join(sorted(types)))
    not_a_plan = T("If it is no plan file, list it under utelat in planctl.yaml.")
    hint = T("Write «type:» on the first line. {choices} {otherwise}", choices=choices, otherwise=not_a_plan)
    if data is None:
        message = T("The file is empty")
        hint = T("Delete it, or write «type:» on the first line. {choices}", choices=choices)
    elif not isinstance(data, dict):
        message = T("The file does not begin with a field")
    elif kind is None:
        message = T("The file does not say what kind of plan it is: «type» is missing")
    elif not isinstance(kind, str):
        message, place = T("«type» should be one word"), Place(entry.path, ("type",), key=True)
    else:
        message, place = T("«{value}» is no type of plan file", value=show(kind)), Place(entry.path, ("type",))
        guess = nearest(kind, types, cutoff=0.65)
        meant = T("Did you mean «{guess}»? {choices}", guess=guess, choices=choices) if guess else choices
        hint = T("{choices} {otherwise}", choices=meant, otherwise=not_a_plan)
    owner = fields.get("id")
    run.findings.append(Finding("010", place, message, hint, owner if isinstance(owner, str) else None, "type"))
    return None
