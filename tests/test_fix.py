"""`--fix` mends what is certain, keeps comments and layout, and changes nothing the second time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.check.fix import mend
from planctl.check.pipeline import Choice, check
from planctl.cli.run import run
from planctl.findings.diagnostic import Diagnostic, Severity
from planctl.findings.edits import apply, between
from planctl.i18n import Text
from planctl.load.files.tree import Tree
from planctl.load.tables.csv_bytes import encoding_of
from planctl.source import Edit, Location, Span
from planctl.world import open_world
from support import TODAY, MemoryTree, base_files, book

VEG = "virksomhetsplaner/veg.yaml"

SAFE = [
    (VEG, "    løser: [hp2021.o1]", "    løyser: [hp2021.o1]   # kommentar", "    løser: [hp2021.o1]   # kommentar"),
    (VEG, "    frist: 2021-10-01", "    frist: 1.10.2021 # dato", "    frist: 2021-10-01 # dato"),
    (VEG, "    frist: 2021-10-01", "    frist: 1. okt. 2021", "    frist: 2021-10-01"),
    (VEG, "    frist: 2021-10-01", "    frist: 2021/10", "    frist: 2021-10"),
    (VEG, "    status: i rute", "    status: I rute", "    status: i rute"),
    (VEG, "    status: i rute", "    status: ferdig # ja", "    status: fullført # ja"),
    (VEG, "    løser: [hp2021.o1]", "    løser: hp2021.o1", "    løser: [hp2021.o1]"),
    (VEG, "    frist: 2021-10-01", "    Frist: 2021-10-01", "    frist: 2021-10-01"),
    ("planctl.yaml", '  nummer: "3025"', "  nummer: “3025”", '  nummer: "3025"'),
    (VEG, "virksomhet: veg", "verksemd: veg", "virksomhet: veg"),
    ("kommuneplan.yaml", "periode: 2020-2032", "periode: 2020 – 2032", "periode: 2020-2032"),
    (
        "kommuneplan.yaml",
        '    bærekraftsmål: ["13"]',
        '    berekraftsmål: [13, "3.9a"]',
        '    bærekraftsmål: ["13", "3.a"]',
    ),
    (
        "kommuneplan.yaml",
        '    bærekraftsmål: ["13"]',
        "    bærekraftsmål: [8.10]  # FN",
        '    bærekraftsmål: ["8.10"]  # FN',
    ),
    ("planctl.yaml", '  nummer: "3025"', "  nummer: 3025 # nr", '  nummer: "3025" # nr'),
    ("planctl.yaml", '  orgnr: "920125298"', "  orgnr: 920125298", '  orgnr: "920125298"'),
    (VEG, "    frist: 2021-10-01", "    frist: 2021-10-01\u00a0 # dag", "    frist: 2021-10-01 # dag"),
    (VEG, "    status: i rute", "    status: i\u00a0rute", "    status: i rute"),
    (VEG, "    ansvarlig: veg", "    ansvarlig: v\u00adeg", "    ansvarlig: veg"),
    (VEG, "    løser: [hp2021.o1]", "    løser: [ hp2021.o1\u00a0 ]", "    løser: [ hp2021.o1 ]"),
    (VEG, "type: virksomhetsplan", "type: virksomhets\u00adplan", "type: virksomhetsplan"),
    (VEG, "  - id: vp2021-veg.t1", "  - id: vp2021\u2011veg.t1", "  - id: vp2021-veg.t1"),
    (VEG, "    frist: 2021-10-01", "    frist\u00a0: 2021-10-01", "    frist: 2021-10-01"),
    ("handlingsprogram.yaml", '      ønsket: "≥ 15"', "      ønsket: minst 15 %", '      ønsket: "≥ 15"'),
    (
        "handlingsprogram.yaml",
        '      akseptert: "10–14"',
        "      akseptert: mellom 10 og 14",
        '      akseptert: "10–14"',
    ),
]


def _mended(files: dict[str, str | bytes | None], *, unsafe: bool = False) -> dict[str, str]:
    def diagnostics(tree: Tree):  # type: ignore[no-untyped-def]
        return check(open_world(tree, None, lambda: TODAY, book()), Choice())

    start: dict[str, str | bytes | None] = dict(base_files())
    tree = MemoryTree({**start, **files})
    done = mend(tree, diagnostics, unsafe=unsafe)
    again = MemoryTree({**tree.files, **done.after})
    assert mend(again, diagnostics, unsafe=unsafe).after == {}, "the second time changes something"
    return {path: data.decode(encoding_of(data)) for path, data in done.after.items()}


@pytest.mark.parametrize(("path", "line", "wrong", "right"), SAFE, ids=lambda text: text.strip()[:30])
def test_safe_fixes_touch_only_what_is_wrong(path: str, line: str, wrong: str, right: str) -> None:
    text = base_files()[path].replace(line + "\n", wrong + "\n", 1)
    assert text != base_files()[path]
    assert _mended({path: text}) == {path: text.replace(wrong + "\n", right + "\n", 1)}


def test_a_renamed_id_follows_its_record() -> None:
    plan = base_files()["handlingsprogram.yaml"].replace(
        "- id: hp2021.o1", "- id: hp2021.ny\n    tidligere_id: [hp2021.o1]"
    )
    done = _mended({"handlingsprogram.yaml": plan})
    assert done == {VEG: base_files()[VEG].replace("[hp2021.o1]", "[hp2021.ny]")}


def test_a_renamed_unit_is_followed_by_those_who_answer_and_by_csv() -> None:
    organisation = base_files()["organisasjon.yaml"].replace(
        "  - id: veg\n", "  - id: drift\n    tidligere_id: [veg]\n"
    ).replace("overordnet: veg\n", "overordnet: drift\n")  # fmt: skip
    money = {"økonomi/2021.yaml": "type: økonomi\nperiode: 2021\nfil: tall.csv\n"}
    rows = "enhet;måned;budsjett;regnskap\r\nveg;1;10;10\r\nveg;2;1;1\r\n".encode("cp1252")
    done = _mended({"organisasjon.yaml": organisation, **money, "økonomi/tall.csv": rows})
    assert sorted(done) == ["handlingsprogram.yaml", VEG, "økonomi/tall.csv"]
    assert "    ansvarlig: drift\n" in done[VEG]
    assert done["økonomi/tall.csv"] == "enhet;måned;budsjett;regnskap\r\ndrift;1;10;10\r\ndrift;2;1;1\r\n"


def test_several_unknown_ids_never_become_one() -> None:
    one, two = "    løser: [hp2021.ol]\n", "    løser: [hp2021.01]\n"
    more = "  - id: vp2021-veg.t2\n    tittel: Salte gangvegene\n" + two + "    frist: 2021\n    ansvarlig: veg\n"
    text = base_files()[VEG].replace("    løser: [hp2021.o1]\n", one)
    assert _mended({VEG: text + more}, unsafe=True) == {}
    assert _mended({VEG: text}, unsafe=True) == {VEG: base_files()[VEG]}


def test_an_unknown_id_never_becomes_one_beside_it() -> None:
    text = base_files()[VEG].replace("[hp2021.o1]", "[hp2021.o1, hp2021.ol]")
    assert _mended({VEG: text}, unsafe=True) == {}


def test_an_id_that_differs_in_digits_only_is_not_guessed() -> None:
    text = base_files()[VEG].replace("[hp2021.o1]", "[hp2021.o2]")
    assert _mended({VEG: text}, unsafe=True) == {}


def test_two_names_never_become_one_field() -> None:
    text = base_files()[VEG].replace("    frist: 2021-10-01\n", "    deadline: 2021-10-01\n    due: 2021-11-01\n")
    done = _mended({VEG: text}, unsafe=True)
    assert done == {VEG: text.replace("deadline", "frist")}


def test_a_number_where_a_list_belongs_is_not_quoted() -> None:
    text = base_files()["handlingsprogram.yaml"].replace(
        "målfordeling:\n", "rammer:\n  samfunn: 42000\nmålfordeling:\n"
    )
    assert _mended({"handlingsprogram.yaml": text}) == {}


def test_a_text_over_lines_becomes_a_block_and_the_rest_of_the_file_stays() -> None:
    wrong = "omtale: Vi vil gjøre to ting: bygge\n  og vedlikeholde\narver:   [ klima.d1 ]  # mål\n"
    right = "omtale: >-\n  Vi vil gjøre to ting: bygge\n  og vedlikeholde\narver:   [ klima.d1 ]  # mål\n"
    text = base_files()[VEG].replace("arver: [klima.d1]\n", wrong).rstrip("\n").replace("\n", "\r\n")
    assert _mended({VEG: text}) == {}
    assert _mended({VEG: text}, unsafe=True) == {
        VEG: base_files()[VEG].replace("arver: [klima.d1]\n", right).rstrip("\n").replace("\n", "\r\n")
    }


BLOCKS = [
    ("handlingsprogram.yaml", "    nullpunkt:\n      periode: 2019\n      verdi: 9\n",
     "    nullpunkt:\n    - periode: 2019\n    - verdi: 9\n\n"),
    ("handlingsprogram.yaml", "    nullpunkt:\n      periode: 2019\n      verdi: 9\n",
     "    nullpunkt:\n      - periode: 2019\n        verdi: 9\n"),
    ("handlingsprogram.yaml", "    nullpunkt:\n      periode: 2019\n      verdi: 9\n",
     "    nullpunkt: [{periode: 2019}, {verdi: 9}]\n"),
    ("virksomhetsplaner/veg.yaml", "  - id: vp2021-veg.t1\n", "    id: vp2021-veg.t1\n"),
    ("planctl.yaml", "  - fra: 2019\n", "    fra: 2019\n"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "right", "wrong"), BLOCKS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_list_and_a_group_in_each_others_place(path: str, right: str, wrong: str, newline: str) -> None:
    """The block is written anew, and every line below it stays."""
    whole = base_files()[path]
    assert whole.count(right) == 1
    done = _mended({path: whole.replace(right, wrong).replace("\n", newline)})
    blank = "\n" if wrong.endswith("\n\n") else ""
    assert done == {path: whole.replace(right, right + blank).replace("\n", newline)}


@pytest.mark.parametrize(
    "wrong",
    [
        "    nullpunkt:\n    - periode: 2019 # året\n      verdi: 9\n",
        "    nullpunkt:\n    - periode: 2019\n      verdi: 9.10\n",
        "    nullpunkt:\n    - periode: 2019\n    - periode: 2020\n      verdi: 9\n",
    ],
)
def test_a_block_that_would_lose_something_is_not_written(wrong: str) -> None:
    path, right, _ = BLOCKS[0]
    assert _mended({path: base_files()[path].replace(right, wrong)}) == {}


def _finding(code: str, line: int, edit: Edit | None, message: str = "x") -> Diagnostic:
    place = Location("a.yaml", Span(line, 1, line, 2))
    return Diagnostic(code, "slug", Severity.ERROR, Text(message, {}), place, None, "S0", edit=edit)


@pytest.mark.parametrize("left", ["104", "105"])
def test_a_fix_that_leaves_a_fault_where_it_was_put_is_undone(left: str) -> None:
    """The second line's fix fails: its finding stays, or another of form comes in its place."""
    tree = MemoryTree({"a.yaml": "a\nb\n"})
    first, second = (Edit(Span(line, 1, line, 2), text) for line, text in ((1, "A"), (2, "B")))

    def check_(tree: Tree) -> list[Diagnostic]:
        lines = tree.read("a.yaml").decode().split("\n")
        found = [_finding("104", 1, first)] if lines[0] == "a" else []
        return [*found, _finding("104", 2, second) if lines[1] == "b" else _finding(left, 2, None, "y")]

    done = mend(tree, check_)
    assert done.after == {"a.yaml": b"A\nb\n"}
    assert done.count == 1
    assert [(item.code, item.location.span.line) for item in done.left] == [("104", 2)]


def test_a_fault_that_a_fix_lays_bare_does_not_undo_it() -> None:
    tree = MemoryTree({"a.yaml": "x y\n"})
    edit = Edit(Span(1, 1, 1, 4), "[x, y]")

    def check_(tree: Tree) -> list[Diagnostic]:
        text = tree.read("a.yaml").decode()
        inner = replace(_finding("107", 1, None, "y"), location=Location("a.yaml", Span(1, 5, 1, 6)))
        return [inner] if text.startswith("[") else [_finding("102", 1, edit)]

    done = mend(tree, check_)
    assert (done.after, done.count, done.left) == ({"a.yaml": b"[x, y]\n"}, 1, [])


def test_a_guess_is_only_made_when_asked_for() -> None:
    text = base_files()[VEG].replace("[hp2021.o1]", "[hp2021.01]").replace("frist:", "frits:")
    assert _mended({VEG: text}) == {}
    assert _mended({VEG: text}, unsafe=True) == {VEG: base_files()[VEG]}


def test_a_text_cut_by_a_number_sign_is_quoted_when_asked_for() -> None:
    text = base_files()[VEG].replace("ved stasjonen", '#2 "ved" stasjonen')
    assert _mended({VEG: text}) == {}
    right = 'tittel: "Bygge sykkelparkering #2 \\"ved\\" stasjonen"'
    assert _mended({VEG: text}, unsafe=True)[VEG].splitlines()[10].strip() == right


def test_a_week_is_a_guess() -> None:
    text = base_files()[VEG].replace("2021-10-01", "uke 39")
    assert _mended({VEG: text}) == {}
    assert _mended({VEG: text}, unsafe=True) == {VEG: base_files()[VEG].replace("2021-10-01", "2021-10-03")}


def test_line_ends_and_byte_order_mark_stay() -> None:
    text = "\ufeff" + base_files()[VEG].replace("frist: 2021-10-01", "frist: 01.10.2021").replace("\n", "\r\n")
    assert _mended({VEG: text}) == {VEG: text.replace("01.10.2021", "2021-10-01")}


def test_what_cannot_be_mended_is_left() -> None:
    text = (
        base_files()[VEG]
        .replace("frist: 2021-10-01", "frist: 31.2.2021")
        .replace("periode: 2021\n", "periode: snart\n")
    )
    assert _mended({VEG: text}, unsafe=False) == {}


def test_diff_shows_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in base_files().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text.replace("frist: 2021-10-01", "frist: 1.10.2021"), encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    assert run(["-C", str(tmp_path), "validate", "--fix", "--diff"]) == 0
    shown = capsys.readouterr().out
    assert "-    frist: 1.10.2021\n+    frist: 2021-10-01\n" in shown
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == before
    assert run(["-C", str(tmp_path), "validate", "--fix"]) == 0
    assert (tmp_path / VEG).read_text(encoding="utf-8") == base_files()[VEG]
    assert sorted(path.name for path in (tmp_path / "virksomhetsplaner").iterdir()) == ["veg.yaml"]


@given(st.text("ab\n\ræ😀", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5)), max_size=4))
def test_edits_change_nothing_outside_their_spans(text: str, picks: list[tuple[int, int]]) -> None:
    from planctl.load.files.byte_checks import split_lines

    lines = split_lines(text)
    edits, wanted, taken = [], [list(line) for line in lines], set()
    for number, (at, width) in enumerate(picks):
        row = at % len(lines)
        start = min(at, len(lines[row]))
        end = min(start + width, len(lines[row]))
        if row in taken:
            continue
        taken.add(row)
        edits.append(Edit(Span(row + 1, start + 1, row + 1, end + 1), f"<{number}>"))
        wanted[row][start:end] = [f"<{number}>"]
    result, done = apply(text, edits)
    assert split_lines(result) == ["".join(line) for line in wanted]
    assert [edit for edit, _ in done] == sorted(edits, key=lambda edit: edit.span)
    assert [between(result, span) for _, span in done] == [edit.text for edit, _ in done]
