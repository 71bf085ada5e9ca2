"""Every key and value is found at its exact line and column, in code points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.load.yaml.compose import compose
from planctl.load.yaml.positions import FilePositions, Locator
from planctl.load.yaml.values import Builder
from planctl.source import START, Place, Pointer, Span
from support import MemoryTree

NASTY = """\
# Merknad øverst 🚲
type: virksomhetsplan   # bak
"id": 'vp 🚲'
tittel: Vei – «løype» 🚲🚲 og bru
omtale: >-
  Over flere
  linjer

verdier: [respekt, "raus\\u0068et", {a: b}]
tiltak:
  -   id: t1
      løser: [ hp.o1 , hp.o2 ]
      æøå 🚲 nøkkel: 4.50
  # mellom
  - id: t2
    tom:
    vedtak: {organ: kommunestyret, dato: 2020-06-09}
    lang: Begynner her
      og fortsetter
-33: ~
"""

EXPECTED: list[tuple[Pointer, str, str]] = [
    (("type",), "2:1-2:5", "2:7-2:22"),
    (("id",), "3:1-3:5", "3:7-3:13"),
    (("tittel",), "4:1-4:7", "4:9-4:32"),
    (("omtale",), "5:1-5:7", "5:9-5:11"),
    (("verdier",), "9:1-9:8", "9:1-9:8"),
    (("verdier", 0), "9:11-9:18", "9:11-9:18"),
    (("verdier", 1), "9:20-9:34", "9:20-9:34"),
    (("verdier", 2, "a"), "9:37-9:38", "9:40-9:41"),
    (("tiltak",), "10:1-10:7", "10:1-10:7"),
    (("tiltak", 0, "id"), "11:7-11:9", "11:11-11:13"),
    (("tiltak", 0, "løser", 1), "12:24-12:29", "12:24-12:29"),
    (("tiltak", 0, "æøå 🚲 nøkkel"), "13:7-13:19", "13:21-13:25"),
    (("tiltak", 1), "15:5-15:11", "15:5-15:11"),
    (("tiltak", 1, "tom"), "16:5-16:8", "16:9-16:9"),
    (("tiltak", 1, "vedtak"), "17:5-17:11", "17:5-17:11"),
    (("tiltak", 1, "vedtak", "dato"), "17:36-17:40", "17:42-17:52"),
    (("tiltak", 1, "lang"), "18:5-18:9", "18:11-18:23"),
    (("-33",), "20:1-20:4", "20:6-20:7"),
]


def show(span: Span) -> str:
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_every_span_of_a_nasty_file(line_end: str, mark: str) -> None:
    data = (mark + NASTY.replace("\n", line_end)).encode()
    positions = FilePositions("a.yaml", data)
    found = [
        (pointer, show(positions.span(pointer, key=True)), show(positions.span(pointer, key=False)))
        for pointer, _, _ in EXPECTED
    ]
    assert found == EXPECTED


def test_the_source_text_of_a_value() -> None:
    positions = FilePositions("a.yaml", NASTY.encode())
    assert positions.text(("tiltak", 0, "æøå 🚲 nøkkel")) == "4.50"
    assert positions.text(("id",)) == "'vp 🚲'"
    assert positions.text(("finnes", "ikke")) == ""


def test_a_field_that_is_absent_stands_where_its_record_begins() -> None:
    positions = FilePositions("a.yaml", NASTY.encode())
    assert show(positions.span(("tiltak", 1, "frist"), key=False)) == "15:5-15:11"
    assert show(positions.span(("frist",), key=False)) == "2:1-2:30"


def test_an_unreadable_file_has_only_its_beginning() -> None:
    locator = Locator(MemoryTree({"a.yaml": "a: [\n"}))
    assert locator.locate(Place("a.yaml", ("a",))).span == START
    assert locator.locate(Place("finnes-ikke.yaml", ("a",))).span == START
    assert locator.file("finnes-ikke.yaml").lines == [""]


def test_the_lines_of_utf_16_can_be_shown_and_those_of_binary_files_cannot() -> None:
    assert FilePositions("a.yaml", "tittel: å\n".encode("utf-16")).lines == ["tittel: å", ""]
    assert FilePositions("a.yaml", b"\0\1\2\n").lines == [""]


SCALARS = st.one_of(
    st.from_regex(r"[a-zæøå🚲0-9][a-zæøå🚲 0-9.,_-]{0,12}[a-zæøå🚲0-9]", fullmatch=True),
    st.sampled_from(["4.50", "0301", "no", "~", "2021-06-01", "12:30", "«å»"]),
)
KEYS = st.from_regex(r"[a-zæøå🚲][a-zæøå_ 🚲-]{0,8}[a-zæøå]", fullmatch=True)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)


def written(value: Any, indent: int, noise: str) -> str:
    """Write a tree as block YAML with comments and space strewn in."""
    pad = " " * indent
    if isinstance(value, dict):
        rows = [f"{pad}{key}:{below(item, indent, noise)}" for key, item in value.items()]
    else:
        rows = [f"{pad}-{below(item, indent, noise)}" for item in value]
    return "".join(rows)


def below(item: Any, indent: int, noise: str) -> str:
    if isinstance(item, str):
        return f"  {item}{noise}\n"
    return f"{noise}\n" + written(item, indent + 2, noise)


def leaves(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield pointer, value
        return
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in pairs:
        yield from leaves(item, (*pointer, key))


@given(
    st.dictionaries(KEYS, TREES, min_size=1, max_size=3),
    st.sampled_from(["", " # merk: 🚲", "  "]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\ufeff", "# først\n---\n"]),
)
def test_every_recorded_span_of_a_plain_scalar_slices_back_to_its_text(
    tree: dict[str, Any], noise: str, line_end: str, top: str
) -> None:
    text = (top + written(tree, 0, noise)).replace("\n", line_end)
    node, findings = compose("a.yaml", text.encode())
    assert findings == []
    assert node is not None
    builder = Builder("a.yaml")
    data = builder.build(node)
    assert builder.findings == []
    positions = FilePositions("a.yaml", text.encode())
    for pointer, value in leaves(tree, ()):
        assert positions.text(pointer) == value
        here: Any = data
        for part in pointer:
            here = here[part]
        key = positions.span(pointer, key=True)
        if isinstance(pointer[-1], str):
            assert positions.lines[key.line - 1][key.column - 1 : key.end_column - 1] == pointer[-1]
