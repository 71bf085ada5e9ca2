"""Measured values, from YAML and from CSV."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.load.loader import load
from planctl.model.planset import Measurement
from planctl.world import World
from support import MemoryTree, book, found, places, world

YAML = "målinger/sykkel.yaml"
CSV = "målinger/sykkel.csv"
HEAD = "indikator;periode;verdi;gjelder\n"


def files(text: str | bytes, name: str = "sykkel.csv") -> dict[str, str | bytes | None]:
    return {YAML: f"type: målinger\nfil: {name}\n", CSV: text}


def measured(text: str | bytes) -> list[tuple[str, str, float | None, str | None]]:
    rows = world(files(text)).plans.measurements
    return [(row.indicator, row.period, row.value, row.unit) for row in rows]


def where(opened: World, row: Measurement) -> str:
    location = opened.locator.locate(row.place)
    return f"{location.path}:{location.span.line}:{location.span.column}"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "klima.i1;2020;12,5;veg\n",
        HEAD + "klima.i1;2020;12.5;veg",
        "\ufeff" + HEAD + "klima.i1;2020;12,5;veg\n",
        (HEAD + "klima.i1;2020;12,5;veg\n").replace("\n", "\r\n"),
        (HEAD + "klima.i1;2020;12,5;veg\n").replace("\n", "\r"),
        HEAD + "\n \n;;;\nklima.i1;2020;12,5;veg\n\n",
        HEAD.upper() + " klima.i1 ; 2020 ;\t12,5 ; veg \n",
        HEAD + '"klima.i1";"2020";"12,5";"veg"\n',
        "gjelder;verdi;indikator;periode\nveg;12,5;klima.i1;2020\n",
    ],
)
def test_one_row_in_many_clothes(text: str) -> None:
    assert measured(text) == [("klima.i1", "2020", 12.5, "veg")]
    assert places(found(files(text))) == []


def test_not_measured_minus_and_no_unit() -> None:
    text = "indikator;periode;verdi\nklima.i1;2018;ikke målt\nklima.i1;2019;IKKE MÅLT\nklima.i1;2020;−3\nklima.i1;2021;-3\n"
    assert [row[2:] for row in measured(text)] == [(None, None), (None, None), (-3.0, None), (-3.0, None)]


def test_letters_typed_in_two_ways_are_one() -> None:
    assert measured(HEAD + "ma\u030al.i1;2020;ikke ma\u030alt;\n") == [("mål.i1", "2020", None, None)]


def test_a_bad_row_is_left_out_and_the_others_are_read() -> None:
    text = (
        HEAD + 'klima.i1;2019;1;\nklima.i1;2020;x;\nklima.i1;;1;\nklima.i1;2021\nklima.i1;2021;"1;\nklima.i1;2022;2;\n'
    )
    assert [row[1:3] for row in measured(text)] == [("2019", 1.0), ("2022", 2.0)]
    assert places(found(files(text), "1")) == [f"{CSV}:{row}" for row in ("3:15 110", "4:10 111", "5:1 111", "6:1 111")]


def test_references_in_a_csv_stand_at_their_cells() -> None:
    text = HEAD + 'klima.i1;2020;1;veg\n"klima.i9";2020;1;"borte"\n'
    assert places(found(files(text), "201", "202")) == [f"{CSV}:3:1 201", f"{CSV}:3:19 201"]


def test_values_from_yaml_and_csv_are_both_read() -> None:
    text = "type: målinger\nfil: sykkel.csv\nillustrativ: true\nmålinger:\n  - indikator: klima.i1\n    periode: 2019\n    verdi: 4.93\n"
    opened = world({YAML: text, CSV: HEAD + "klima.i1;2020;5;\n"})
    assert [(row.period, row.value, row.illustrative, where(opened, row)) for row in opened.plans.measurements] == [
        ("2019", 4.93, True, f"{YAML}:7:12"),
        ("2020", 5.0, True, f"{CSV}:2:15"),
    ]


def test_a_csv_is_named_from_its_own_folder_or_another() -> None:
    both = {YAML: "type: målinger\nfil: ../data/a.csv\n", "data/a.csv": HEAD + "klima.i1;2020;1;\n"}
    assert places(found(both)) == []


def test_an_impossible_name_is_no_crash() -> None:
    assert "901" not in {item.code for item in found({YAML: 'type: målinger\nfil: "a\\0b.csv"\n'}, "0", "901")}


CELLS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"], exclude_characters="\ufeff\ufffe\uffff"),
    max_size=8,
)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_any_cells_are_split_as_the_csv_module_writes_them(rows: list[tuple[str, ...]], line_end: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator=line_end).writerows(rows)
    diagnostics = found(files(HEAD + out.getvalue()), "0", "1", "901")
    assert {item.code for item in diagnostics} <= {"106", "110", "111"}
    for item in diagnostics:
        assert "cells" not in item.message.msgid
        assert "quote" not in item.message.msgid


@given(st.text(max_size=60))
def test_random_csv_never_crashes(text: str) -> None:
    tree = MemoryTree({YAML: "type: målinger\nfil: sykkel.csv\n", CSV: text.encode("utf-8", errors="surrogatepass")})
    codes = {item.code for item in load(tree, book()).findings}
    assert "901" not in codes


@given(st.floats(-1e6, 1e6).map(lambda value: round(value, 4)), st.sampled_from([".", ","]), st.integers(1900, 2200))
def test_numbers_come_through(value: float, sign: str, year: int) -> None:
    written = f"{value:.4f}".replace(".", sign)
    assert measured(HEAD + f"klima.i1;{year};{written};\n") == [("klima.i1", str(year), value, None)]
