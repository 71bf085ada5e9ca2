"""A rendered report as a reader's program finds it: headings, sentences, list items and table rows, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

Row = tuple[str, ...]
FIXED = tuple((Path(__file__).parent / "fixed.txt").read_text(encoding="utf-8").splitlines())
"""What stands in every report of its kind, whatever the plans hold: no line of it has a number."""
_MARKS = {"strong": "**", "em": "*"}
_CHAPTER = re.compile(r"(## )(\d+)\. ")


def row(text: str) -> Row:
    """Make the row of a heading, a sentence or a list item."""
    return (text,)


def filled(found: Iterable[Row]) -> list[Row]:
    """Leave out the columns of a table in which no row has anything."""
    rows = list(found)
    kept = [any(cell != "–" for cell in column) for column in zip(*rows, strict=True)]
    return [tuple(cell for cell, full in zip(one, kept, strict=True) if full) for one in rows]


def headed(head: Row, found: Iterable[Row], sums: Row | None = None) -> Iterator[Row]:
    """Write the rows of a table, if any, between its heading and its sums, in the columns in which a row has anything."""
    rows = list(found)
    kept = [any(cell != "–" for cell in column) for column in zip(*rows, strict=True)]
    for one in [head, *rows, *([sums] if sums else [])] if rows else []:
        yield tuple(cell for cell, full in zip(one, kept, strict=True) if full)


def rows(markdown: str) -> list[Row]:
    """Read a report; a table row has its cells, everything else is one text. Headings begin with `#`, items with `-`."""
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(markdown.replace("\u00a0", " ")))
    return [row for node in tree.children for row in _of(node)]


def _of(node: SyntaxTreeNode) -> list[Row]:
    if node.type == "bullet_list":
        return [("- " + " ".join(_plain(part) for part in item.children),) for item in node.children]
    if node.type == "ordered_list":
        items = enumerate(node.children, 1)
        return [(f"{number}. " + " ".join(_plain(part) for part in item.children),) for number, item in items]
    if node.type == "table":
        return [tuple(_plain(cell) for cell in row.children) for row in node.walk() if row.type == "tr"]
    return [(f"{node.markup} {_plain(node)}".strip(),)]


def _plain(node: SyntaxTreeNode) -> str:
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    mark = _MARKS.get(node.type, "")
    inner = "".join(map(_plain, node.children)) if node.children else "" if node.type == "inline" else node.content
    return f"{mark}{inner}{mark}"


def counted_rows(markdown: str) -> list[Row]:
    """Return what a recount has to account for: every row that is not fixed. Chapters must be numbered in turn."""
    found = rows(markdown)
    chapters = [int(match[2]) for row in found if (match := _CHAPTER.match(row[0]))]
    assert chapters == list(range(1, len(chapters) + 1))
    return [row for row in found if _CHAPTER.sub(r"\1", " | ".join(row)) not in FIXED]


def chapters(markdown: str) -> dict[str, list[Row]]:
    """Return what a recount has to account for of each chapter, by its title; what stands before the first has none."""
    found: dict[str, list[Row]] = {"": []}
    for one in rows(markdown):
        if one[0].startswith("## "):
            title = _CHAPTER.sub("", one[0]).removeprefix("## ")
            assert title not in found
            found[title] = []
        elif " | ".join(one) not in FIXED:
            found[list(found)[-1]].append(one)
    return found
