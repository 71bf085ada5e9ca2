"""`planctl diff`: what is changed between two revisions, in words a planner uses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from planctl.check.registry import ALWAYS
from planctl.cli.lookup import nothing
from planctl.cli.revisions import End, ends, history_of
from planctl.cli.selection import owners_of
from planctl.cli.session import CLEAN, FAULT, FINDINGS, USAGE, ExitError, Session, write
from planctl.diff.change import Change, Kind
from planctl.diff.compare import Side
from planctl.diff.findings import Marked
from planctl.diff.run import Diff, compare
from planctl.diff.templates import TEMPLATE
from planctl.domain.organisation import OWNERS
from planctl.domain.reporter import FIELDS
from planctl.findings.diagnostic import Severity
from planctl.i18n import T
from planctl.load.files.repository import gap
from planctl.load.schema.schema_book import SchemaBook
from planctl.model.record import Record
from planctl.output.clean import clean
from planctl.world import World, open_world


def diff(
    session: Session,
    revisions: str | None,
    form: str,
    owner: str | None = None,
    plan: str | None = None,
    *,
    exit_code: bool = False,
) -> int:
    """Show what is changed; return the exit code."""
    lang = session.language()
    root = session.root_of(Path())
    base, head = ends(root, revisions, lang("the files as they stand"), session.environ)
    book = session.book
    after = side(session, root, head, book)
    found = compare(side(session, root, base, book, after.world), after)
    if not found.head.world.plans.files and not found.base.world.plans.files:
        raise ExitError(nothing(root, session.folder, found.head.world))
    lang = session.language(found.head.world.config)
    if head.commit is None:
        head = replace(head, name=lang("the files as they stand"))
    found = only(found, owner, plan)
    write(shown(session, found, (base, head), form, book))
    if any(item.code == "901" for item, _ in found.new):
        return FAULT
    if any(item.code == "902" for item, _ in found.new):
        return USAGE
    return FINDINGS if exit_code and found.worst is Severity.ERROR else CLEAN


def side(session: Session, root: Path, end: End, book: SchemaBook, later: World | None = None) -> Side:
    """Load one side; what it shares with the `later` one is read once, and both are judged at one date."""
    today = session.today if later is None else later.today
    history = history_of(root, end, book, None if later is None else later.history)
    also = later.withheld.ids if later is not None and later.withheld is not None else None
    world = open_world(
        end.tree, today, date.today, book, session.memo, history, partial(gap, root), intern=session.intern, also=also
    )
    session.settle()
    return Side(world, end.tree)


def shown(session: Session, found: Diff, both: tuple[End, End], form: str, book: SchemaBook) -> str:
    """Write a diff in a format."""
    from planctl.output.changes.text import Ends

    base, head = both
    lang = session.language(found.head.world.config)
    named = Ends(base.shown, head.shown)
    match form:
        case "json":
            from planctl.output.changes import json

            return json.render(found, base.commit or "", head.commit, lang)
        case "markdown":
            from planctl.output.changes import markdown

            return markdown.render(found, named, lang, book)
        case "html":
            from planctl.output.changes import html

            return html.render(found, named, lang, book)
    from planctl.output.changes import text

    return text.render(found, named, lang, session.style, book)


def only(found: Diff, owner: str | None, plan: str | None) -> Diff:
    """Keep what concerns a unit or role, or one plan."""
    if owner is None and plan is None:
        return found
    mine = _Mine(found, owner, plan)
    return replace(
        found,
        changes=tuple(change for change in found.changes if mine.has(change)),
        new=tuple(row for row in found.new if mine.told(row, found.head.world)),
        solved=tuple(row for row in found.solved if mine.told(row, found.base.world)),
        exempting=tuple(item for item in found.exempting if item.comment.path in mine.paths),
    )


class _Mine:
    """Tells which records a unit or role answers for, and which stand in a plan."""

    def __init__(self, found: Diff, owner: str | None, plan: str | None) -> None:
        self._worlds = (found.head.world, found.base.world)
        self._found = found
        self._plan = plan
        self._owners = None if owner is None else frozenset(_both(found, owner))
        if plan is not None and all(world.plans.get(plan) is None for world in self._worlds):
            raise ExitError(
                T("No record has the id «{id}». {hint}", id=clean(plan), hint=T("«planctl list» shows them all."))
            )

    @cached_property
    def paths(self) -> set[str]:
        """The files with records that concern the one who asks."""
        return {record.path for world in self._worlds for record in world.plans.records if self._fits(record)}

    def has(self, change: Change) -> bool:
        """Tell whether a change, or what follows from it, concerns the one who asks."""
        if change.kind is Kind.UNREAD or change.record_kind == TEMPLATE:
            return True  # what cannot be read, and how reports are written, may concern anyone
        pairs = self._found.pairs
        items = (
            pairs.head.items.get(change.record),
            pairs.base.items.get(str(change.old)),
            pairs.base.items.get(change.record),
        )
        if any(item is not None and item.record is not None and self._fits(item.record) for item in items):
            return True
        named = (name for item in change.consequences for name in item.records)
        records = (world.plans.get(name) for name in named for world in self._worlds)
        return any(record is not None and self._fits(record) for record in records)

    def told(self, row: Marked, world: World) -> bool:
        """Tell whether a finding is about a record that concerns the one who asks, or hides what may concern anyone."""
        if row[0].code in ALWAYS or row[0].code.startswith("0"):
            return True
        record = world.plans.get(row[0].record)
        return record is not None and self._fits(record)

    def _fits(self, record: Record) -> bool:
        if self._plan is not None and self._plan not in (record.plan.id, record.id):
            return False
        return self._owners is None or not self._owners.isdisjoint(_owners(record))


def _owners(record: Record) -> list[str]:
    """Give those who answer for a record or share it; for one that names nobody, those of what it stands in."""
    here: Record | None = record
    while here is not None:
        names = [name for field in (*OWNERS, "medansvarlige", "til", *FIELDS) for name in here.texts(field)]
        if names:
            return [*names, record.name]
        here = here.parent
    return [record.name]


def _both(found: Diff, owner: str) -> set[str]:
    """Give every id that stands for an owner on either side."""
    names: set[str] = set()
    worlds = [
        world for world in (found.head.world, found.base.world) if world.plans.get(owner.strip().casefold()) is not None
    ]
    for world in worlds or [found.head.world]:
        names |= owners_of(world.plans, owner)
    return names
