"""The small municipality of these tests, its view, and Markdown tables read back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from planctl.domain.judgement.goalposts import Goalposts
from planctl.i18n import Language
from planctl.reports.goalposts import moved_limits
from planctl.reports.postponed import postponements
from planctl.reports.rendering.templates import render
from planctl.reports.scope import Scope
from planctl.reports.tertial import build_tertial
from planctl.reports.views.status_counts import Work
from planctl.reports.views.tertial import TertialReport
from planctl.world import World
from support import world

HERE = Path(__file__).parent
Files = Mapping[str, str | bytes | None]
WAITS = (
    "    status: i rute\n    kommentar: Malingen mangler",
    "    status: satt på vent\n    vent_til: 2021-12\n    årsak: Malingen mangler",
)
"""An edit of the report of roads that puts a tiltak on hold."""


def files() -> dict[str, str]:
    """The files of the municipality."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((HERE / "files").glob("*.yaml"))}


def town(changes: Files | None = None, today: date | None = None) -> World:
    """Open the municipality with some files changed, added or (None) taken away."""
    return world({**files(), **(changes or {})}, today, base=False)


def view(changes: Files | None = None, number: int = 2, year: int = 2021, today: date | None = None) -> TertialReport:
    """Build the municipality's report."""
    here = town(changes, today)
    built = build_tertial(here, year, number)
    assert built is not None
    return built


def looking_back(report: TertialReport) -> TertialReport:
    """Add the postponed deadlines and moved limits to the municipality's report, as the command does outside git."""
    here = town()
    moved = moved_limits(Goalposts(here), Scope(here, report.period), report)
    return replace(report, postponed=postponements(here, report.period), goalposts=moved)


def markdown(report: TertialReport, code: str = "en", words: dict[str, object] | None = None) -> str:
    """Render a report."""
    return render("tertialrapport.md.j2", Language(code, words), {"report": report})


def unillustrated(text: str) -> str:
    """Take the figures with their descriptions, and the columns of figures, out of a report in Markdown."""
    whole = re.sub(r"^!\[[^\n]*\]\(figurer/[^\n]*\)\n\n\*[^\n]*\*\n\n", "", text, flags=re.MULTILINE)
    lines: list[str] = []
    column = 0
    for line in whole.split("\n"):
        cells = re.split(r"(?<!\\)\|", line) if line.startswith("|") else []
        if " Over time " in cells:
            column = cells.index(" Over time ")
        column = column if cells else 0
        lines.append("|".join(cells[:column] + cells[column + 1 :]) if column else line)
    return "\n".join(lines)


def edited(name: str, *replaced: tuple[str, str]) -> dict[str, str]:
    """Replace texts, each standing exactly once, in one of the files."""
    text = files()[name]
    for old, new in replaced:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {name: text}


def by_title(report: TertialReport) -> dict[str, Work]:
    """Index the work by title."""
    return {item.title: item for item in report.work}


def tables(text: str) -> list[list[list[str]]]:
    """Read every table of a Markdown text, as a reader's program does: rows of cells as plain text."""
    root = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))
    found = []
    for table in root.walk():
        if table.type == "table":
            rows = [row for row in table.walk() if row.type == "tr"]
            found.append([[_plain(cell) for cell in row.children] for row in rows])
    return found


def _plain(node: SyntaxTreeNode) -> str:
    return "".join(leaf.content for leaf in node.walk() if leaf.type in {"text", "code_inline", "html_inline"})


def written_rows(text: str) -> list[int]:
    """Count the cells of every written table row, by its unescaped pipes."""
    return [len(re.findall(r"(?<!\\)\|", line)) - 1 for line in text.splitlines() if line.startswith("|")]
