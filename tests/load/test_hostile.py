"""Damaged and hostile files: always a clear finding, never a crash or a hang, and the rest is still checked."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.i18n import Language
from planctl.load.files.tree import WorkTree
from planctl.load.loader import load
from support import EXAMPLE, base_files, book, found, places

BAD = "ødelagt.yaml"
OTHER = "virksomhetsplaner/veg.yaml"
OTHERS_FINDING = f"{OTHER}:14:5 101"
HEAD = "type: kommuneplan\nid: x\ntittel: X\nperiode: 2020-2032\n"

CASES: list[tuple[str, bytes, list[str]]] = [
    ("empty", b"", ["1:1 010"]),
    ("only a byte order mark", b"\xef\xbb\xbf", ["1:1 010"]),
    ("only comments", "# å\n# ø\n".encode(), ["1:1 010"]),
    ("only three hyphens", b"---\n", ["1:1 010"]),
    ("only space", b"  \n\n \n", ["1:1 010"]),
    ("a list", b"- a\n- b\n", ["1:1 010"]),
    ("a text", b"hei\n", ["1:1 010"]),
    ("a number", b"42\n", ["1:1 010"]),
    ("binary", bytes(range(256)), ["1:1 002"]),
    ("a zip file", b"PK\x03\x04\x14\0\0\0" + b"\x99" * 100, ["1:1 002"]),
    ("UTF-16", (HEAD).encode("utf-16"), ["1:1 002"]),
    ("UTF-16 without a mark", (HEAD).encode("utf-16-le"), ["1:1 002"]),
    ("not UTF-8", (HEAD + "omtale: bl\u00e5b\u00e6r\n").encode("latin-1"), ["5:11 002"]),
    ("cut in the middle of a letter", (HEAD + "omtale: å").encode()[:-1], ["5:9 002"]),
    ("a surrogate", HEAD.encode() + b"omtale: \xed\xa0\x80\n", ["5:9 002"]),
    ("NUL far down", HEAD.encode() + b"# " + b"x" * 5000 + b"\n# \0\n", ["6:3 008"]),
    ("a lone CR ends a line", HEAD.replace("\n", "\r").encode() + b"periode: 2021\r", ["5:1 003"]),
    ("NEL", (HEAD + "omtale: a\u0085b\n").encode(), ["5:10 008"]),
    ("LS", (HEAD + "omtale: a\u2028b\n").encode(), ["5:10 008"]),
    ("PS", (HEAD + "omtale: a\u2029b\n").encode(), ["5:10 008"]),
    ("a key that is a list", (HEAD + "? [a, b]\n: c\n").encode(), ["5:3 001"]),
    ("a key that is a group", (HEAD + "{a: b}: c\n").encode(), ["5:1 001"]),
    ("an empty key", (HEAD + ": c\n").encode(), ["5:1 001"]),
    ("duplicate keys", (HEAD + "status: utkast\nstatus: vedtatt\n").encode(), ["6:1 003"]),
    ("a second document", (HEAD + "---\n" + HEAD).encode(), ["5:1 007"]),
    ("an end and comments", (HEAD + "...\n# slutt\n").encode(), []),
    ("an end and more", (HEAD + "...\nstatus: utkast\n").encode(), ["6:1 001"]),
    ("ten thousand brackets", (HEAD + "omtale: " + "[" * 10_000).encode(), ["5:58 006"]),
    ("a hundred thousand brackets", (HEAD + "omtale: " + "[" * 100_000).encode(), ["5:58 006"]),
    ("brackets after an ampersand", (HEAD + "a: b & c\nd: &e " + "[" * 100_000).encode(), ["6:4 004"]),
    ("brackets before an alias", (HEAD + "a: " + "[" * 100_000 + "*e").encode(), ["5:53 006"]),
    ("braces", (HEAD + "omtale: " + "{a: " * 100_000).encode(), ["5:205 006"]),
    ("closed brackets", (HEAD + "omtale: " + "[" * 20_000 + "]" * 20_000).encode(), ["5:58 006"]),
    ("hyphens", (HEAD + "verdier:\n  " + "- " * 100_000 + "a\n").encode(), ["6:101 006"]),
    ("deep indentation", (HEAD + "".join(" " * n + "a:\n" for n in range(2000))).encode(), ["55:51 006"]),
    ("question marks", (HEAD + "? " * 50_000 + "\n").encode(), ["5:101 006"]),
    (
        "an alias bomb",
        (HEAD + "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 3))).encode(),
        ["5:5 004", "6:5 004", *[f"6:{10 + 5 * n} 004" for n in range(9)], "7:5 004"]
        + [f"7:{10 + 5 * n} 004" for n in range(9)],
    ),
    ("a long key", (HEAD + "x" * 5000 + ": a\n").encode(), ["5:1 001"]),
    ("a long line", (HEAD + "omtale: " + "bla " * 300_000 + "\n").encode(), []),
    ("a huge number", (HEAD + "nummer: " + "9" * 100_000 + "\n").encode(), ["5:1 101"]),
    ("many unknown fields", (HEAD + "".join(f"felt{n}: a\n" for n in range(3))).encode(), [f"{n}:1 101" for n in (5, 6, 7)]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), [pytest.param(data, rows, id=name) for name, data, rows in CASES])
def test_a_damaged_file_is_told_of_exactly_and_the_others_are_still_checked(data: bytes, expected: list[str]) -> None:
    other = base_files()[OTHER].replace("    ansvarlig: veg", "    asvarlig: veg")
    begun = time.perf_counter()
    diagnostics = found({BAD: data, OTHER: other}, "0", "1")
    assert time.perf_counter() - begun < 5
    assert places(diagnostics) == [OTHERS_FINDING, *[f"{BAD}:{row}" for row in expected]]
    for item in diagnostics:
        assert Language("en")(item.message).strip()
        assert item.help is not None


def test_a_200_mb_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "stor.yaml").open("wb") as file:
        file.truncate(200_000_000)
    (tmp_path / "liten.yaml").write_text("type: målinger\n", encoding="utf-8")
    begun = time.perf_counter()
    loaded = load(WorkTree(tmp_path), book())
    assert [(item.code, item.place.path) for item in loaded.findings] == [("006", "stor.yaml")]
    assert loaded.locator.file("stor.yaml").lines == [""]
    assert time.perf_counter() - begun < 1


def test_references_to_records_in_a_broken_file_are_not_faulted_too() -> None:
    broken = base_files()["kommuneplan.yaml"].replace("    tittel: Handling", "\ttittel: Handling")
    assert places(found({"kommuneplan.yaml": broken}, "0", "1", "201", "202")) == ["kommuneplan.yaml:12:1 001"]


PLANS = [path.read_bytes() for path in sorted(EXAMPLE.rglob("*.yaml"))] + [
    text.encode() for text in base_files().values()
]
SNIPPETS = st.sampled_from(
    [b"\n", b"\t", b": ", b"- ", b"'", b'"', b"[", b"]", b"{", b"}", b"&a ", b"*a ", b"!t ", b"%", b"---\n", b"...\n",
     b"|", b">", b"#", b"\r", b"\0", b"\xff", "\u00a0".encode(), "\u202e".encode(), b"? ", b"<<: ", b",", b"  ", b"\\",
     b"id: a\n", b"type: temaplan\n"]
)  # fmt: skip


def survives(data: bytes) -> None:
    diagnostics = found({BAD: data}, "0", "1", "901")
    assert "901" not in {item.code for item in diagnostics}, [Language("en")(item.message) for item in diagnostics]
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for item in diagnostics:
        assert item.location.path == BAD
        assert 1 <= item.location.span.line <= lines
        assert item.location.span.column >= 1


@given(st.binary(max_size=300))
def test_random_bytes(data: bytes) -> None:
    survives(data)


@given(st.text(max_size=200))
def test_random_text(text: str) -> None:
    survives(text.encode("utf-8", errors="surrogatepass"))


@given(st.lists(SNIPPETS, max_size=25))
def test_random_yaml(parts: list[bytes]) -> None:
    survives(b"type: kommuneplan\n" + b"".join(parts))


@given(st.data())
def test_mutated_plans(data: st.DataObject) -> None:
    plan = data.draw(st.sampled_from(PLANS))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(plan)))
        end = min(len(plan), start + data.draw(st.integers(0, 30)))
        plan = plan[:start] + data.draw(SNIPPETS | st.just(b"")) + plan[end:]
    survives(plan)
