"""The tertial reports and the årsrapport of the example, written again from its files: every row, word for word."""

from __future__ import annotations

import html
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import recount
from recount.page import FIXED, Row, chapters, counted_rows, rows
from recount.source import of_folder
from recount.tertial import Report
from rendered import YEAR, tertial_view, whole
from town import tables, written_rows

from support import EXAMPLE

REPORTS = pytest.mark.parametrize("number", [1, 2, 0])


@cache
def _again(number: int) -> Report:
    return Report(of_folder(EXAMPLE), YEAR, number, whole=True)


def _titles(number: int) -> list[str]:
    return [title for title, _ in _again(number).chapters()]


@REPORTS
def test_the_chapters(number: int) -> None:
    """The chapters are those of the recount, in its order, numbered in turn."""
    assert list(chapters(whole(number))) == [title for title, _ in _again(number).chapters()]
    assert len(counted_rows(whole(number))) == len(list(_again(number).rows()))


@pytest.mark.parametrize(("number", "title"), [(number, title) for number in (1, 2, 0) for title in _titles(number)])
def test_every_row_of_a_chapter(number: int, title: str) -> None:
    """Every heading, sentence and table row that holds something from the plans, in its place."""
    assert chapters(whole(number))[title] == list(dict(_again(number).chapters())[title])


@REPORTS
def test_every_number(number: int) -> None:
    """The numbers in the Markdown are those of the recount and the numbers of the chapters, and no others."""
    text = html.unescape(whole(number)).replace("\u00a0", " ")
    numbers = re.findall(r"^## (\d+)\. ", text, re.MULTILINE)
    again = [number for row in _again(number).rows() for cell in row for number in re.findall(r"\d+", cell)]
    assert Counter(re.findall(r"\d+", text)) == Counter(again + numbers)


def test_the_recount_stands_alone() -> None:
    """Nothing of planctl is used in it, but for which small counts it leaves out."""
    texts = [path.read_text(encoding="utf-8") for path in Path(recount.__file__).parent.glob("*.py")]
    assert len(texts) > 20
    assert not [text for text in texts if re.search(r"^\s*(from|import) planctl", text, re.MULTILINE)]


def test_fixed_rows_hold_no_number() -> None:
    """What a recount may leave out says nothing that could be counted."""
    assert [row for row in FIXED if re.search(r"\d", row)] == []
    assert len(set(FIXED)) == len(FIXED)


def test_a_wrong_number_is_found() -> None:
    """A digit changed, wherever it stands, makes the report another than the recount's."""
    text, again = whole(2), list(_again(2).rows())
    places = [match.start() for match in re.finditer(r"\d", text)]
    for place in places[:: len(places) // 6]:
        wrong = f"{text[:place]}{9 - int(text[place])}{text[place + 1 :]}"
        assert _differs(wrong, again), text[place - 40 : place + 40]


def _differs(text: str, again: list[Row]) -> bool:
    try:
        return counted_rows(text) != again
    except AssertionError:  # a chapter is numbered wrong
        return True


@REPORTS
def test_every_judgement(number: int) -> None:
    """The computed course of every tiltak, oppdrag and delmål, those too that the report has no row for."""
    report, again = tertial_view(number), _again(number).count
    work = {item.id: int(item.computed.course) if item.computed else None for item in report.work}
    assert work == {node.id: one.grade for node, one in again.items.items()}
    goals = [goal for area in report.focus_areas for goal in area.goals if goal.leaf and goal.computed]
    assert {goal.id: int(goal.computed.course) for goal in goals if goal.computed} == {
        goal.node.id: goal.grade for goal in again.leaves
    }


@REPORTS
def test_tables_are_whole(number: int) -> None:
    """Every table has equally long rows, both as written and as a Markdown reader finds it."""
    found = tables(whole(number))
    assert all(len({len(row) for row in table}) == 1 for table in found)
    assert sum(map(len, found)) + len(found) == len(written_rows(whole(number)))
    assert sum(len(row) > 1 for row in rows(whole(number))) == sum(map(len, found))
