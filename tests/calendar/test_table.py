"""The table says what the wheel shows. UPDATE_GOLDEN=1 rewrites the golden file."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from planctl.calendar.table import render_markdown
from planctl.calendar.view import Activity, YearWheel, numbered
from planctl.i18n import Language

_GOLDEN = Path(__file__).with_name("golden-table.md")


def test_the_table_of_the_year(asker: YearWheel) -> None:
    text = render_markdown(asker, Language("en"))
    if os.environ.get("UPDATE_GOLDEN"):
        _GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert text == _GOLDEN.read_text(encoding="utf-8")


def test_plan_text_stays_in_its_cell() -> None:
    evil = "A | B\n<b>&</b> \\| *x* `y` [z](u) \x1b[1m"
    day = date(2021, 4, 22)
    one = Activity(1, "a", evil, "stat", day, day, "dag", evil, evil, evil)
    text = render_markdown(YearWheel(2021, evil, "", (one,)), Language("nb"))
    safe = r"A \| B &lt;b&gt;&amp;&lt;/b&gt; \\\| \*x\* \`y\` \[z\](u) \[1m"
    lines = text.splitlines()
    assert lines[0].startswith(f"## {safe}")
    assert lines[4].count(safe) == 4
    assert len(lines) == 5


def test_an_empty_table_says_so(crowd: Callable[..., YearWheel]) -> None:
    text = render_markdown(crowd(0), Language("en"))
    assert text == "## Årshjul 2026 – Eksempel kommune\n\nNo activities are entered.\n"


def test_all_illustrative_is_said_once(asker: YearWheel) -> None:
    made_up = numbered(replace(item, illustrative=True) for item in asker.activities[:2])
    text = render_markdown(replace(asker, activities=made_up), Language("en"))
    assert text.count("*") == 0
    assert text.endswith("\n\nAll activities are illustrative.\n")


def test_none_illustrative_has_no_note(asker: YearWheel) -> None:
    text = render_markdown(replace(asker, activities=asker.activities[:2]), Language("en"))
    assert text.endswith("|\n")
