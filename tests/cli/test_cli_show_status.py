"""`show` and `status`."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import BASE, Run, columns
from git_support import copy_base
from support import EXAMPLE, HERE


def test_show_gives_fields_place_and_references(base: Run) -> None:
    code, out, _ = base("show", "hp2021.o1")
    assert code == 0
    for words in (
        "handlingsprogram.yaml:14",
        "Følger opp            Kommunen skal gjøre det enklere å gå og sykle\n                      (klima.d1.s1)",
        "Styringsmodell        linje",
        "Stands in             Handlingsprogram 2021–2024 (hp2021)",
        "vp2021-veg.t1",
        "(løser)",
        "Not reported on yet.",
    ):
        assert words in out, words


def test_show_gives_reports(reported: Run) -> None:
    out = reported("show", "vp2021-veg.t1").out
    assert "2021-T1   delayed       40 %   new deadline 1 Jun 2021 Telen sitter lenge i år." in out
    assert "Frist                 2021-10-01" in out


def test_show_gives_measurements(planctl: Run, tmp_path: Path) -> None:
    folder = copy_base(tmp_path)
    (folder / "målinger.yaml").write_text(
        "type: målinger\nmålinger:\n  - indikator: klima.i1\n    periode: 2020\n    verdi: 11\n"
        "  - indikator: klima.i1\n    periode: 2019\n    verdi: ikke målt\n"
        "  - indikator: klima.i1\n    periode: 2018\n    verdi: -3\n"
        "  - indikator: klima.i1\n    periode: 2021\n    verdi: 12\n",
        encoding="utf-8",
    )
    out = planctl("show", "klima.i1", "-C", str(folder), "--lang", "en", "--today", "2021-09-15").out
    rows = [line.split() for line in out.splitlines() if line.startswith("20")]
    assert rows == [["2018", "−3"], ["2019", "not", "measured"], ["2020", "11"]]
    assert "Not measured yet." in planctl("show", "klima.i1", "-C", str(BASE), "--lang", "en").out


def test_show_names_what_a_group_says(reported: Run) -> None:
    out = " ".join(reported("show", "rapport.yaml").out.split())
    assert "vp2021-veg.t1: Status: forsinket; Framdrift: 40; Ny frist: 2021-06-01; Årsak: Telen" in out


def test_show_counts_what_stands_in_it(base: Run) -> None:
    assert "Satsingsområder       Handling mot klimaendringene (klima)" in base("show", "kp2020").out
    assert "Virksomheter          2 units" in base("show", "organisasjon.yaml").out
    assert "Vedtak                Organ: kommunestyret" in base("show", "kp2020").out


def test_status_counts(base: Run, reported: Run) -> None:
    code, out, _ = base("status")
    assert code == 0
    assert out.startswith("Prøve (3025) · 15 June 2021\n")
    assert [line.split() for line in out.splitlines() if line.startswith("Samfunn ")] == [
        ["Samfunn", "1", "0", "0", "1"]
    ]
    late = [line.split() for line in reported("status").out.splitlines() if line.startswith("Samfunn ")]
    assert late == [["Samfunn", "1", "1", "0", "0"]]


@pytest.mark.parametrize(
    ("day", "said"), [("2021-04-29", False), ("2021-04-30", True), ("2022-01-01", True), ("2020-12-31", False)]
)
def test_status_counts_no_report_on_a_period_that_has_not_ended(reported: Run, day: str, said: bool) -> None:
    counts = reported("status", "--today", day).out.partition("\n\n")[0].replace("\u00a0", " ")
    assert ("1 status report" in counts) is said


def test_status_tells_of_breaks(planctl: Run, tmp_path: Path) -> None:
    folder = copy_base(tmp_path, {"virksomhetsplaner/veg.yaml": {"hp2021.o1": "hp2021.o9"}})
    out = planctl("status", "-C", str(folder), "--lang", "en").out
    assert "Breaks in the rød tråd:" in out
    assert " 201 " in out


@pytest.mark.skipif(not (EXAMPLE / "planctl.yaml").is_file(), reason="the example is not here")
def test_status_of_the_example_is_short(planctl: Run) -> None:
    """One screen for the plans, and two lines at most for each discipline in use."""
    out = planctl("status", "-C", str(EXAMPLE)).out
    told = len(list((HERE.parent / "src" / "planctl" / "disciplines").glob("*/status_line.py")))
    assert len(out.splitlines()) <= 24 + 2 * told
    assert columns(out) <= 80


def test_no_plan_files(planctl: Run, tmp_path: Path) -> None:
    for command in (["status"], ["list"], ["trace", "x"], ["show", "x"]):
        assert planctl("-C", str(tmp_path), *command).code == 2
