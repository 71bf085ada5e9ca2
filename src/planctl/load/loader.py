"""One road from a tree of files to a plan set; whatever is wrong on the way is a finding."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import field

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.exemptions import Exemption
from planctl.load.file import FileLoad, ids_in, load_file, marks_exempt
from planctl.load.files.byte_checks import names_problems
from planctl.load.files.globs import matcher
from planctl.load.files.tree import CONFIG_NAME, Entry, Listing, Tree
from planctl.load.reading import read_bytes, unreadable
from planctl.load.schema.annotations import Layouts, Ref
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.settings import load_settings
from planctl.load.yaml.positions import Locator
from planctl.model.exempt import NOTHING_HIDDEN, Hiding
from planctl.model.lost import ANYTHING, Lost
from planctl.model.planset import Measurement, MonthFigures, PlanSet
from planctl.model.record import Record
from planctl.source import START, Place
from planctl.values import dataclass

Memo = dict[tuple[str, bytes, bool], FileLoad]
"""Files already loaded, by path, bytes, and whether tiltak may stand in any plan."""


@dataclass(slots=True)
class Loaded:
    """A plan set, its files, the findings of loading it, the plan repositories inside it, the places of its fields.

    `book` holds the schemas it was read by. `hiding` tells of the files that mark something as exempt from
    public access and could not be read whole.
    """

    plans: PlanSet
    files: tuple[str, ...]
    findings: list[Finding]
    nested: list[str]
    locator: Locator
    exemptions: list[Exemption]
    book: SchemaBook
    hiding: Hiding = NOTHING_HIDDEN

    @property
    def home(self) -> str:
        """The file that stands for the whole repository: planctl.yaml, else the first plan file; `.` without any."""
        return CONFIG_NAME if CONFIG_NAME in self.files else next(iter(self.files), ".")


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
    figures: list[MonthFigures] = field(default_factory=list)
    exemptions: list[Exemption] = field(default_factory=list)
    hiding: Hiding = NOTHING_HIDDEN
    lost: Lost | None = None
    """What may stand in files that could not be read; None when every file was read."""

    def lose(self, lost: Lost) -> None:
        """Take note of a file that could not be read."""
        self.lost = lost if self.lost is None else self.lost | lost


def load(tree: Tree, book: SchemaBook, memo: Memo | None = None) -> Loaded:
    """Load every plan file of a tree, in path order; a file whose bytes `memo` knows is not loaded again."""
    run = _Load(tree, book, Layouts(book), Locator(tree))
    listing = tree.walk()
    collecting = gc.isenabled()
    gc.disable()
    try:
        config, run.refs, run.findings = load_settings(tree, book, run.layouts, run.locator, listing)
        if config.tiltak_anywhere:
            run.layouts = Layouts(book, free=True)
        leave_out = matcher(config.excluded)
        entries = [entry for entry in listing.files if not leave_out(entry.path)]
        _unread(run, listing, leave_out)
        run.findings += names_problems(entries)
        plan_files = {entry.path: entry for entry in reversed(entries) if entry.path != CONFIG_NAME}
        for entry in reversed(plan_files.values()):
            _take(run, _one(run, entry, memo if memo is not None else {}), entry)
    finally:
        if collecting:
            gc.enable()
    kinds = book.known_kinds
    plans = PlanSet(config, run.records, run.refs, run.measurements, kinds, len(entries), run.lost, run.figures)
    files = tuple(entry.path for entry in entries)
    return Loaded(plans, files, run.findings, listing.nested, run.locator, run.exemptions, book, run.hiding)


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
        place = Place(item.path, START)
        if item.linked:
            message = T("This is a link, and links are not followed")
            hint = T("Put what it leads to here instead of the link, or delete the link if that is read elsewhere.")
            run.findings.append(Finding("012", place, message, hint))
            continue
        run.lose(ANYTHING)
        if item.misnamed:
            message = T("The file's name ends in .txt, so it is not read")
            hint = T("Take «.txt» off its name. Windows hides such endings until you choose to see them.")
            run.findings.append(Finding("012", place, message, hint))
        elif item.error is None:
            message = T("The link leads out of the repository and is not followed")
            hint = T("Put the file itself here instead of the link.")
            run.findings.append(Finding("011", place, message, hint))
        else:
            run.findings.append(unreadable(place, item.error))


def _one(run: _Load, entry: Entry, memo: Memo) -> FileLoad:
    """Load one file; a crash in it is finding 901, and never hides the others."""
    data = b""
    try:
        data, problem = read_bytes(run.tree, entry)
        if problem:
            return FileLoad(findings=[problem], lost=ANYTHING)
        found = memo.get((entry.path, data, run.layouts.free))
        if found is None:
            found = load_file(run.tree, run.book, run.layouts, run.locator, entry.path, data)
            if found.alone:
                memo[entry.path, data, run.layouts.free] = found
    except Exception as error:  # noqa: BLE001
        ids = ids_in(data)
        hiding = NOTHING_HIDDEN.with_file(entry.path, ids) if marks_exempt(data) else NOTHING_HIDDEN
        return FileLoad(findings=[crashed(entry.path, error)], lost=Lost(ids), hiding=hiding)
    return found


def _take(run: _Load, found: FileLoad, entry: Entry) -> None:
    run.findings += found.findings
    run.records += found.records
    run.refs += found.refs
    run.measurements += found.measurements
    run.figures += found.figures
    run.exemptions += found.exemptions
    run.hiding |= found.hiding
    if found.lost is not None:
        run.lose(found.lost)
    if found.positions is not None:
        run.locator.keep(entry.path, found.positions)
