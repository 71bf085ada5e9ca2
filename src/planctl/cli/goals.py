"""`planctl trace` and `planctl show` of an FN goal: what names it, and the thread down from there."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from planctl.cli.nodes import grow, node_row
from planctl.cli.session import CLEAN, ExitError, Session, write
from planctl.fn import GoalBook
from planctl.i18n import T
from planctl.i18n import Text as Message
from planctl.output.clean import clean
from planctl.output.console import draw, join, words
from planctl.output.goals import Served, served_by, within
from planctl.output.labels import label, legend
from planctl.output.mermaid import goal_flowchart
from planctl.output.records import RecordView
from planctl.output.thread import every, goal_order

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

_WRITTEN = re.compile(r"(?:fn|un|sdg)?[ :-]*(?:mål|goal)?[ :-]*(\d{1,3}(?:\.?[a-d]|\.\d{1,2}|\.\d{1,2}[a-d])?)\Z")
"""An FN goal as people write it: `13`, `fn:13`, `FN13`, `FN-mål 13`, `13.2`, `3.a`."""


def goal_named(view: RecordView, name: str) -> str | None:
    """Return the FN goal or target that a word names; None for what is a record's id, or no goal at all."""
    word = name.strip().casefold()
    match = _WRITTEN.match(word)
    if match is None or view.world.plans.get(word) is not None:
        return None
    goals = view.world.graph.goals
    wanted = match[1] if match[1] in goals else goals.normalised(match[1])
    if wanted is None:
        raise ExitError(_no_goal(goals, match[1]))
    return wanted


def _no_goal(goals: GoalBook, wanted: str) -> Message:
    goal = wanted.partition(".")[0]
    if goal not in goals:
        return T("There is no UN goal {id}: they go from 1 to {last}.", id=clean(wanted), last=len(goals.titles))
    targets = sorted((target for target in goals.targets if within(target, goal)), key=goal_order)
    return T("UN goal {goal} has no target {id}. It has {targets}.", goal=goal, id=clean(wanted), targets=targets)


def trace_goal(session: Session, view: RecordView, goal: str, form: str) -> int:
    """Show what serves a goal, down to the tiltak."""
    served = served_by(view.world.plans, view.world.graph, goal)
    match form:
        case "json":
            write(json.dumps(as_json(view, served), ensure_ascii=False, indent=2) + "\n")
        case "mermaid":
            write(goal_flowchart(view, served))
        case _:
            shown = legend(view, [node.record for node in every(served.down)])
            write(draw(session.style, *_heading(view, goal), _down(view, served), *shown))
    return CLEAN


def show_goal(session: Session, view: RecordView, goal: str) -> int:
    """Show a goal: its title, its address, whether the municipality gives it priority, and who names it."""
    served = served_by(view.world.plans, view.world.graph, goal)
    shown = legend(view, [record for record, _ in served.named])
    write(draw(session.style, *_heading(view, goal), _naming(view, served), *shown))
    return CLEAN


def goal_row(view: RecordView, goal: str) -> dict[str, str]:
    """Give an FN goal or target as JSON: its id, its title and FN's own address."""
    goals = view.world.graph.goals
    return {"id": goal, "title": goals.title(goal, view.lang.code), "uri": goals.uri(goal)}


def as_json(view: RecordView, served: Served) -> dict[str, Any]:
    """Give what serves a goal as JSON, described by `schemas/utdata/tråd.schema.json`: there is no record."""
    return {
        "schema_version": 1,
        "record": None,
        "up": [],
        "down": [node_row(view, node) for node in served.down],
        "fn": [goal_row(view, served.goal)],
        "references": [],
    }


def _heading(view: RecordView, goal: str) -> list[Text]:
    lang, row = view.lang, goal_row(view, goal)
    top = join(words(f"{lang('UN goal {id}', id=goal)}:", "bold"), words(row["title"], "bold"))
    first = lang("Given priority by the municipality") if goal in view.world.config.priority_goals else ""
    return [top, words(row["uri"], "dim"), *([words(first)] if first else []), words("")]


def _down(view: RecordView, served: Served) -> Tree | Text:
    from rich.tree import Tree

    if not served.down:
        return words(view.lang("Nothing here names it."))
    tree = Tree(words(view.lang("Down"), "bold"))
    grow(view, tree, served.down, lambda record: ", ".join(served.words_of(record)))
    return tree


def _naming(view: RecordView, served: Served) -> Tree | Text:
    """Show who names the goal, by kind, each with its words for it."""
    from rich.tree import Tree

    if not served.named:
        return words(view.lang("Nothing here names it."))
    tree = Tree(words(view.lang("Referred to by"), "bold"))
    kinds = dict.fromkeys(record.kind for record, _ in served.named)
    for kind in kinds:
        rows = [row for row in served.named if row[0].kind == kind]
        word = view.lang.term(kind, plural=len(rows) != 1)
        branch = tree.add(words(f"{word[:1].upper()}{word[1:]} ({len(rows)})"))
        for record, said in rows:
            branch.add(label(view, record, kind=False, extra=", ".join(said)))
    return tree
