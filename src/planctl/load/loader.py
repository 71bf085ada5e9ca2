"""One road from a tree of files to a plan set; whatever is wrong on the way is a finding."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field
from typing import Any

from planctl.config import FORMAT, Config, read_config
from planctl.diagnostic import Finding
from planctl.i18n import T
from planctl.load.book import CONFIG_TYPE, SchemaBook
from planctl.load.compose import compose
from planctl.load.globs import matcher
from planctl.load.guard import bytes_problem, names_problems, too_large
from planctl.load.layout import Layouts, Reader, Ref
from planctl.load.measurements import read_measurements
from planctl.load.nearest import nearest
from planctl.load.shape import shape_findings
from planctl.load.tree import CONFIG_NAME, Entry, Listing, Tree
from planctl.load.values import Builder
from planctl.model.planset import Measurement, PlanSet
from planctl.model.record import Record
from planctl.source import START, Place

_FATAL = "902"


@dataclass(slots=True)
class Loaded:
    """A plan set, the findings of loading it, and the plan repositories inside it."""

    plans: PlanSet
    findings: list[Finding]
    nested: list[str]


@dataclass(slots=True)
class _Load:
    tree: Tree
    book: SchemaBook
    layouts: Layouts
    findings: list[Finding] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    refs: list[Ref] = field(default_factory=list)
    measurements: list[Measurement] = field(default_factory=list)


def load(tree: Tree, book: SchemaBook) -> Loaded:
    """Load every plan file of a tree, in path order."""
    run = _Load(tree, book, Layouts(book))
    listing = tree.walk()
    collecting = gc.isenabled()
    gc.disable()
    try:
        config = _config(run, listing)
        leave_out = matcher(config.excluded)
        entries = [entry for entry in listing.files if not leave_out(entry.path)]
        _unread(run, listing, leave_out)
        run.findings += names_problems(entries)
        plan_files = [entry for entry in entries if entry.path != CONFIG_NAME]
        for entry in plan_files:
            try:
                _file(run, entry)
            except Exception as error:  # noqa: BLE001  (a crash in one file never hides the others)
                run.findings.append(crashed(entry.path, error))
    finally:
        if collecting:
            gc.enable()
    plans = PlanSet(config, run.records, run.refs, run.measurements, book.families, len(entries))
    return Loaded(plans, run.findings, listing.nested)


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


def read_data(tree: Tree, entry: Entry) -> tuple[Any, list[Finding]]:
    """Read one file to plain data; with a finding of the file's own (0xx) the data may be None."""
    large = too_large(entry)
    if large:
        return None, [large]
    try:
        data = tree.read(entry.path)
    except OSError as error:
        message = T("The file cannot be read ({reason})", reason=error.strerror or str(error))
        return None, [Finding("012", Place(entry.path, START), message, T("Check the file's permissions."))]
    problem = bytes_problem(entry.path, data)
    if problem:
        return None, [problem]
    node, findings = compose(entry.path, data)
    if node is None:
        return None, findings
    builder = Builder(entry.path, findings)
    return builder.build(node), builder.findings


def _config(run: _Load, listing: Listing) -> Config:
    entry = next((item for item in listing.files if item.path == CONFIG_NAME), None)
    if entry is None:
        return Config()
    data, findings = read_data(run.tree, entry)
    start = Place(CONFIG_NAME, START)
    hint = T("Until it is mended, planctl uses its own settings.")
    if data is None and findings:
        run.findings += [Finding(_FATAL, item.place, item.message, item.help) for item in findings]
        return Config()
    if not isinstance(data, dict):
        run.findings.append(Finding(_FATAL, start, T("planctl.yaml holds no settings"), hint))
        return Config()
    version = data.get("format")
    if isinstance(version, int) and version > FORMAT:
        place = Place(CONFIG_NAME, ("format",))
        message = T("The repository is written in format {version}; this planctl reads format {known}", version=version, known=FORMAT)
        run.findings.append(Finding(_FATAL, place, message, T("Upgrade planctl.")))
        return Config()
    run.findings += findings
    run.findings += shape_findings(run.book, CONFIG_TYPE, CONFIG_NAME, data)
    reader = Reader(CONFIG_NAME)
    reader.read(data, run.layouts.of(CONFIG_TYPE))
    run.refs += reader.refs
    return read_config(data)


def _unread(run: _Load, listing: Listing, leave_out: Any) -> None:
    for item in listing.unread:
        if leave_out(item.path):
            continue
        place = Place(item.path, START)
        if item.why == "outside":
            message = T("The link leads out of the repository and is not followed")
            run.findings.append(Finding("011", place, message, T("Copy the file into the repository instead.")))
        else:
            message = T("The folder cannot be read ({reason})", reason=item.detail)
            run.findings.append(Finding("012", place, message, T("Check the folder's permissions.")))


def _file(run: _Load, entry: Entry) -> None:
    data, findings = read_data(run.tree, entry)
    run.findings += findings
    if data is None and findings:
        return
    stem = _stem(run, entry, data)
    if stem is None:
        return
    run.findings += shape_findings(run.book, stem, entry.path, data)
    reader = Reader(entry.path)
    root = reader.read(data, run.layouts.of(stem))
    run.records += reader.records
    run.refs += reader.refs
    if root.kind == "målinger":
        found, problems = read_measurements(run.tree, root, reader.refs)
        run.measurements += found
        run.findings += problems


def _stem(run: _Load, entry: Entry, data: Any) -> str | None:
    types = run.book.types
    kind = data.get("type") if isinstance(data, dict) else None
    if isinstance(kind, str) and kind in types:
        return types[kind]
    choices = T("Choose one of: {values}.", values=", ".join(sorted(types)))
    if data is None:
        message, place = T("The file is empty"), Place(entry.path, START)
    elif kind is None:
        message, place = T("The file does not say what it is: «type:» is missing"), Place(entry.path, START)
    else:
        message, place = T("«{value}» is no type of plan file", value=str(kind)), Place(entry.path, ("type",))
        guess = nearest(str(kind), types)
        choices = T("Did you mean «{guess}»? {choices}", guess=guess, choices=choices) if guess else choices
    hint = T("{choices} A YAML file that is no plan file is listed under utelat in planctl.yaml.", choices=choices)
    run.findings.append(Finding("010", place, message, hint))
    return None
