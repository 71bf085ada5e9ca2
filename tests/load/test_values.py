"""Plain scalars by the core schema of YAML 1.2: what looks like yes, time or octal in YAML 1.1 is text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.findings.diagnostic import Finding
from planctl.load.yaml.compose import compose
from planctl.load.yaml.values import Builder, plain

TABLE = [
    ("no", "no"), ("nei", "nei"), ("yes", "yes"), ("on", "on"), ("off", "off"), ("y", "y"),
    ("true", True), ("True", True), ("FALSE", False), ("tRue", "tRue"),
    ("~", None), ("null", None), ("NULL", None), ("", None), ("nULL", "nULL"),
    ("12:30", "12:30"), ("190:20:30", "190:20:30"),
    ("0301", 301), ("0o17", "0o17"), ("017", 17), ("0x1F", "0x1F"), ("1_000", "1_000"), ("1 000", "1 000"),
    ("2021", 2021), ("+5", 5), ("-67", -67), ("−67", "−67"),
    ("4.93", 4.93), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("1E-2", 0.01), ("1e999", "1e999"), ("4,5", "4,5"),
    (".", "."), ("-", "-"), ("+", "+"), (".inf", ".inf"), (".nan", ".nan"), ("1.2.3", "1.2.3"), ("8.10", 8.1),
    ("999999999999999999", 999999999999999999), ("1" * 19, "1" * 19),
    ("2021-06-01", "2021-06-01"), ("2021-06-01 12:00", "2021-06-01 12:00"), ("2021-T2", "2021-T2"),
    ("1,234.5", "1,234.5"), ("٣", "٣"),
]  # fmt: skip


def read(text: str) -> tuple[Any, list[Finding]]:
    node, findings = compose("a.yaml", text.encode())
    builder = Builder("a.yaml", findings)
    return (None if node is None else builder.build(node)), builder.findings


@pytest.mark.parametrize(("text", "value"), TABLE, ids=repr)
def test_plain_scalars(text: str, value: Any) -> None:
    found = plain(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", [text for text, _ in TABLE])
def test_quoted_scalars_are_always_text(text: str) -> None:
    assert read(f"a: '{text}'\nb: \"{text}\"\n") == ({"a": text, "b": text}, [])


def test_keys_are_text_as_written() -> None:
    data, findings = read("0301: a\ntrue: b\n~: c\n1.10: d\n")
    assert data == {"0301": "a", "true": "b", "~": "c", "1.10": "d"}
    assert findings == []


def test_block_scalars_keep_and_fold_lines() -> None:
    data, _ = read("a: |\n  én\n  to\nb: >-\n  én\n  to\n\n  tre\n")
    assert data == {"a": "én\nto\n", "b": "én to\ntre"}


def test_texts_and_keys_are_read_as_nfc() -> None:
    data, _ = read("ma\u030al: A\u030a\nb: 'ma\u030al'\n")
    assert data == {"mål": "Å", "b": "mål"}


def test_an_empty_field_is_none_and_an_empty_list_a_list() -> None:
    assert read("a:\nb: []\nc: {}\n")[0] == {"a": None, "b": [], "c": {}}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))
def test_plain_never_fails_and_gives_json_values(text: str) -> None:
    value = plain(text)
    assert value is None or isinstance(value, (str, bool, int, float))
    assert value == value
    if isinstance(value, str):
        assert value == text


@given(st.integers(-(10**17), 10**17))
def test_whole_numbers_come_through(number: int) -> None:
    assert plain(str(number)) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_decimal_numbers_come_through(number: float) -> None:
    assert plain(repr(number)) == number
