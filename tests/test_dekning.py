"""docs/dekning.md goes through what the documents name, line by line; what it points to is there."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from planctl.reports.chapters.collected import chapter_documents
from support import BY_CODE, HERE, book
from test_example import whole

PAGE = (HERE.parent / "docs" / "dekning.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in PAGE.splitlines()
    if re.match(r"\| \d+ \|", line)
]
STATES = ("dekket", "delvis", "senere", "idé", "ikke")
OTHER_DOCUMENTS = {
    "oppdragsbrev", "virksomhetsplan", "lederavtale", "lederdialog", "handlingsprogram", "kommuneplan", "temaplan",
    "høringsdokument", "målekart", "planregister",
}  # fmt: skip


def test_every_line_has_an_answer_and_the_sums_are_right() -> None:
    assert [int(row[0]) for row in ROWS] == list(range(1, 154))
    assert all(len(row) == 5 and all(row) for row in ROWS)
    counted = Counter(row[4] for row in ROWS)
    told = dict(re.findall(r"^\| (\S+) \| [^|]+ \| (\d+) \|$", PAGE, re.MULTILINE))
    assert {state: str(counted[state]) for state in STATES} == told
    assert counted["ikke"] < 10


def test_the_rules_it_names_are_there() -> None:
    named = [code for text in re.findall(r"[Rr]egel ([\d, –]+)", PAGE) for code in re.findall(r"\d{3}", text)]
    assert len(named) > 50
    assert [code for code in named if code not in BY_CODE] == []


def test_the_documents_it_names_are_there() -> None:
    named = set(re.findall(r"report --document ([\wæøå-]+)", PAGE))
    assert len(named) > 20
    assert named - OTHER_DOCUMENTS == chapter_documents().keys()


@pytest.mark.parametrize("kind", sorted(set(re.findall(r"`list ([\w-]+)", PAGE))))
def test_the_example_has_what_can_be_listed(kind: str) -> None:
    names = {*book().known_kinds.names, *book().families}
    assert kind in names
    assert next(whole().plans.of_kind(kind), None) is not None


def test_the_types_it_names_are_there() -> None:
    named = set(re.findall(r"`type: ([\w-]+)`", PAGE))
    assert len(named) > 8
    assert named - {"målinger"} <= book().types.keys()
