"""Diagnostics at a terminal: the mark stands under its place, and no line is wider than the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.findings.diagnostic import Diagnostic, Severity
from planctl.i18n import Language, T
from planctl.output.clean import cells
from planctl.output.style import Style
from planctl.output.text import render
from planctl.source import Location, Span


def shown(line: str, start: int, end: int, width: int = 80, code: str = "101") -> list[str]:
    location = Location("a.yaml", Span(1, start, 1, end))
    item = Diagnostic(code, "x", Severity.ERROR, T("Wrong"), location, T("Mend it."), "pbl § 10-1")
    return list(render([item], lambda path: [line], Language("en"), Style(width=width), lambda path: path))


def columns(text: str) -> int:
    return sum(cells(sign) for sign in text)


@pytest.mark.parametrize(
    ("line", "start", "end", "code", "marks"),
    [
        ("tittel: Vei", 9, 12, "tittel: Vei", "        ^^^"),
        ("\ttittel: Vei", 1, 2, "→tittel: Vei", "^"),
        ("a:\t\tVei", 5, 8, "a:→→Vei", "    ^^^"),
        ("🚲🚲: Vei 🚲", 5, 10, "🚲🚲: Vei 🚲", "      ^^^^^^"),
        ("å\u030a: Vei", 5, 8, "å\u030a: Vei", "   ^^^"),
        ("a: \u202eVei", 4, 5, "a: \ufffdVei", "   ^"),
        ("tittel:", 8, 8, "tittel:", "       ^"),
        ("tittel: Vei", 9, 99, "tittel: Vei", "        ^^^"),
    ],
)
def test_the_mark_stands_under_its_place(line: str, start: int, end: int, code: str, marks: str) -> None:
    assert shown(line, start, end)[2:4] == [f"     1 │ {code}", f"       │ {marks}"]


def test_a_finding_is_compact() -> None:
    assert shown("a: b", 4, 5) == [
        "a.yaml:1:4 error 101 x", "  Wrong.", "     1 │ a: b", "       │    ^", "  help: Mend it.", "",
    ]  # fmt: skip


def test_only_rules_beyond_the_file_format_name_their_source() -> None:
    assert not any("pbl" in line for line in shown("a: b", 4, 5, code="111"))
    assert "  source: pbl § 10-1" in shown("a: b", 4, 5, code="501")
    assert not any("pbl" in line for line in shown("a: b", 4, 5, code="901"))


def test_an_empty_line_and_a_place_beyond_the_file_have_no_snippet() -> None:
    assert len(shown("   ", 1, 2)) == 4


@given(
    st.text(st.sampled_from("abc å🚲\t\u0301«漢"), min_size=1, max_size=300).filter(str.strip),
    st.data(),
    st.integers(40, 120),
)
def test_long_lines_are_cut_around_the_place(line: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(1, len(line.rstrip())))
    end = data.draw(st.integers(start + 1, len(line) + 1))
    code, marks = shown(line, start, end, width)[2:4]
    assert columns(code) <= width
    assert columns(marks) <= width
    first = line[start - 1].replace("\t", "→")
    at = len(re.match(r"[^^]*", marks)[0])  # type: ignore[index]
    seen = 0
    for position, sign in enumerate(code):
        if seen == at and cells(sign):
            assert cells(first) == 0 or sign == first, (position, sign, first)
            break
        seen += cells(sign)
