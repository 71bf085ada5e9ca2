"""`planctl trace`: the rød tråd of a record, up and down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planctl.cli.goals import goal_named, goal_row, trace_goal
from planctl.cli.lookup import find, opened
from planctl.cli.nodes import grow, node_row
from planctl.cli.session import CLEAN, Session, write
from planctl.model.record import Record
from planctl.output.clean import clean
from planctl.output.console import draw, join, words
from planctl.output.labels import label, legend, progress
from planctl.output.mermaid import flowchart
from planctl.output.records import RecordView
from planctl.output.thread import Thread, is_thread, referring, thread_of

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree


def trace(session: Session, name: str, form: str) -> int:
    """Show the thread of a record, or of an FN goal."""
    view = opened(session)
    goal = goal_named(view, name)
    if goal is not None:
        return trace_goal(session, view, goal, form)
    plans, graph = view.world.plans, view.world.graph
    thread = thread_of(plans, graph, find(plans, name))
    match form:
        case "json":
            write(json.dumps(as_json(view, thread), ensure_ascii=False, indent=2) + "\n")
        case "mermaid":
            write(flowchart(view, thread))
        case _:
            shown = legend(view, [record for record in _shown(view, thread) if record is not thread.record])
            top = heading(view, thread.record, owner=_owner(view, thread.record))
            write(draw(session.style, *top, *_sections(view, thread), *shown))
    return CLEAN


def _owner(view: RecordView, record: Record) -> str:
    """Say who answers for work, and for what is followed up."""
    name = view.owner(record) if view.is_work(record) or view.is_followed_up(record) else None
    owner = view.world.plans.get(name)
    return view.lang("responsible: {name}", name=clean(name) if owner is None else view.title(owner)) if name else ""


def heading(view: RecordView, record: Record, owner: str = "") -> list[Text]:
    """Name a record and tell where it stands, and who is its owner where that is said."""
    lines = [
        join(words(f"{view.kind(record)}:", "bold"), words(view.title(record), "bold")),
        words(f"{view.name(record)}  {view.where(record)}" if record.id else view.where(record), "dim"),
    ]
    entry = view.state(record).entry
    how = [progress(view, record)]
    if entry is not None and how[0]:
        how.append(view.lang("as reported for {period}", period=entry.period_text))
    how += [owner, view.lang("Illustrative") if view.is_illustrative(record) else ""]
    return [*lines, *(words(part) for part in [" · ".join(filter(None, how))] if part), words("")]


def _sections(view: RecordView, thread: Thread) -> list[Tree | Text]:
    from rich.tree import Tree

    lang, record, plans = view.lang, thread.record, view.world.plans
    if not is_thread(plans, record):
        return _around(view, thread)
    up, down = Tree(words(lang("Up"), "bold")), Tree(words(lang("Down"), "bold"))
    grow(view, up, thread.up, beside=record)
    grow(view, down, thread.down, beside=record)
    if thread.goals:
        goals = up.add(words(lang("UN goals"), "bold"))
        for goal in thread.goals:
            goals.add(words(f"{goal} {view.world.graph.goals.title(goal, lang.code)}"))
    if not plans.thread.has(record.kind):
        return [*(tree for tree in (up, down) if tree.children), words(""), *references(view, record)]
    first = plans.thread.is_first(record.kind) or record.kind in plans.thread.shown
    if not thread.up and not first:
        up.add(words(lang("Nothing: the thread goes no further up.")))
    last = plans.thread.is_last(record.kind) or record.kind in plans.thread.solvable
    if not thread.down and not last:
        down.add(words(lang("Nothing: the thread goes no further down.")))
    return [tree for tree in (up, down) if tree.children]


def _shown(view: RecordView, thread: Thread) -> list[Record]:
    """List the records that a thread is drawn with."""
    if is_thread(view.world.plans, thread.record):
        found = [node.record for node in thread.nodes]
        if view.world.plans.thread.has(thread.record.kind):
            return found
    else:
        found = []
    return [*found, *(source for rows in referring(view.world.graph, thread.record).values() for source, _ in rows)]


def _around(view: RecordView, thread: Thread) -> list[Tree | Text]:
    """Show what a record outside the thread holds, and what refers to it."""
    lang = view.lang
    found: list[Tree | Text] = []
    if thread.holds:
        counts = ", ".join(f"{count} {lang.term(kind, plural=count != 1)}" for kind, count in thread.holds.items())
        found += [words(lang("Holds: {counts}", counts=counts)), words("")]
    return [*found, *references(view, thread.record)]


def references(view: RecordView, record: Record) -> list[Tree | Text]:
    """Show what refers to a record, by kind, with the fields that name it."""
    from rich.tree import Tree

    groups = referring(view.world.graph, record)
    if not groups:
        return [words(view.lang("Nothing refers to it."))]
    tree = Tree(words(view.lang("Referred to by"), "bold"))
    for kind, rows in groups.items():
        word = view.lang.term(kind, plural=len(rows) != 1)
        branch = tree.add(words(f"{word[:1].upper()}{word[1:]} ({len(rows)})"))
        for source, fields in rows:
            branch.add(label(view, source, kind=False, extra=", ".join(fields)))
    return [tree]


def as_json(view: RecordView, thread: Thread) -> dict[str, Any]:
    """Give the thread as JSON, described by `schemas/utdata/tråd.schema.json`."""
    on_thread = view.world.plans.thread.has(thread.record.kind)
    groups = {} if on_thread else referring(view.world.graph, thread.record)
    return {
        "schema_version": 1,
        "record": view.row(thread.record),
        "up": [node_row(view, node) for node in thread.up],
        "down": [node_row(view, node) for node in thread.down],
        "fn": [goal_row(view, goal) for goal in thread.goals],
        "references": [
            {"fields": fields, "record": view.row(source)} for rows in groups.values() for source, fields in rows
        ],
    }
