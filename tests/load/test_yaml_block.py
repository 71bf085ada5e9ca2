"""Blocks of YAML that planctl writes: they read back as the same values, and touch nothing around them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planctl.findings.edits import apply
from planctl.load.reading import parse
from planctl.load.yaml.block import BlockStyle, block, folded, put_after, put_over, scalar, style_of
from support import sample

KEYS = st.text("abcæøå", min_size=1, max_size=6)
SIGNS = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn"], include_characters="\n")
TEXTS = st.one_of(
    st.text(SIGNS, max_size=30), st.sampled_from(["no", "3025", "18:00", "2026-12-31", "# a", "a: b", "- a", "≥ 30"])
)
VALUES = st.recursive(
    st.one_of(TEXTS, st.integers(-(10**15), 10**15), st.booleans(), st.floats(-1e6, 1e6, allow_nan=False)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4), st.dictionaries(KEYS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def test_a_block_is_written_as_plan_files_are() -> None:
    value = {
        "tiltak": [
            {"id": "a.t1", "nummer": "3025", "frist": "2026-12-31", "løser": ["a.o1", "a.o2"], "tittel": "Å: b"}
        ],
        "rammer": {"samfunn": [1, 2]},
        "omtale": folded(["Vi vil gjøre to ting: bygge", "og ta vare på."]),
    }
    assert block(value, 3).split("\n") == [
        "  tiltak:",
        "    - id: a.t1",
        '      nummer: "3025"',
        "      frist: 2026-12-31",
        "      løser: [a.o1, a.o2]",
        '      tittel: "Å: b"',
        "  rammer:",
        "    samfunn: [1, 2]",
        "  omtale: >-",
        "    Vi vil gjøre to ting: bygge",
        "    og ta vare på.",
    ]


@settings(max_examples=sample(60, 500))
@given(
    value=st.dictionaries(KEYS, VALUES, min_size=1, max_size=3),
    indent=st.sampled_from([0, 2]),
    column=st.integers(1, 5),
)
@example(value={"a": [[{"b": 1}], ["c" * 99, "d"]]}, indent=0, column=3)
def test_a_block_reads_back_as_the_same_values(value: dict[str, Any], indent: int, column: int) -> None:
    text = block(value, column, BlockStyle(indent)) + "\n"
    assert parse("a.yaml", text.encode()) == (_nfc(value), [])


def _nfc(value: Any) -> Any:
    from planctl.load.files.tree import nfc

    if isinstance(value, dict):
        return {nfc(key): _nfc(item) for key, item in value.items()}
    return (
        [_nfc(item) for item in value] if isinstance(value, list) else nfc(value) if isinstance(value, str) else value
    )


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("a:\n  - b: 1\n", BlockStyle(2, "\n")),
        ("a: # list\r\n- b: 1\r\n", BlockStyle(0, "\r\n")),
        ("x:\n  - a:\n    - b\n", BlockStyle(2, "\n")),
        ("a: [ b,c ]", BlockStyle(2, "\n")),
    ],
)
def test_the_style_is_that_of_the_file(text: str, style: BlockStyle) -> None:
    assert style_of(text) == style


def test_only_the_spliced_lines_change() -> None:
    text = "\ufeffa:   1   # aligned\r\nb: [ x,y ]\r\nc:\r\n- d: 1"
    style = style_of(text)
    after, _ = apply(text, [put_after(text, 4, block([{"d": 2}], 1, style))])
    assert after == text + "\r\n- d: 2"
    over, _ = apply(text, [put_over(text, 2, 2, block({"b": ["x"]}, 1, style))])
    assert over == text.replace("[ x,y ]", "[x]")


@given(TEXTS)
@settings(max_examples=sample(60, 500))
def test_a_value_reads_back_after_a_key_and_in_brackets(text: str) -> None:
    written = scalar(text)
    assert "\n" not in written
    found = parse("a.yaml", f"a: {written}\nb: [{written}, {written}]\n".encode())
    assert found == ({"a": _nfc(text), "b": [_nfc(text)] * 2}, [])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Asker", "Asker"),
        ("Nord, sør", '"Nord, sør"'),
        ("Hall #1", '"Hall #1"'),
        ("3025", '"3025"'),
        ("no", '"no"'),
        ("Ja", "Ja"),
        ("", '""'),
        ("3.a", '"3.a"'),
        ("{a}", '"{a}"'),
        ("≥ 30", '"≥ 30"'),
        ("Kjell's", '"Kjell\'s"'),
    ],
)
def test_a_value_has_quotes_where_it_needs_them(text: str, written: str) -> None:
    assert scalar(text) == written
