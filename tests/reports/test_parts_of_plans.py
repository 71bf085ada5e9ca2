"""Status for a part of a plan: told in a report, shown in lists, in `status`, in the reports and in the plan's document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from git_support import Repo
from planctl.cli.run import run
from planctl.disciplines.plandeler.chapter import chapter
from planctl.domain.parts import parts_at
from planctl.model.chapter import Occasion
from planctl.model.period import tertial
from support import Files, base_files, found, places, world

DAY = date(2021, 10, 1)
THEME = """\
type: temaplan
id: tp-sykkel
tittel: Temaplan for sykkel
periode: 2021-2033
status: vedtatt
ansvarlig: veg
vedtak: {organ: kommunestyret, sak: 1/21, dato: 2021-01-05}
arver: [klima.d1]
innsatsområder:
  - id: tp-sykkel.skole
    tittel: Trygg skolevei
    ansvarlig: veg
    strategier: [{id: tp-sykkel.s1, tittel: Kommunen skal bygge sykkelveger, bidrar_til: [klima.d1]}]
  - id: tp-sykkel.by
    tittel: Sykkelbyen
    ansvarlig: park
    strategier: [{id: tp-sykkel.s2, tittel: Kommunen skal brøyte om natta, bidrar_til: [klima.d1]}]
"""
FIRST = """\
type: rapportering
periode: 2021-T1
gjelder: kommunen
levert: 2021-05-20
deler:
  tp-sykkel.skole: {status: i rute}
  klima: {status: i rute}
"""
SECOND = """\
type: rapportering
periode: 2021-T2
virksomhet: veg
levert: 2021-09-20
deler:
  tp-sykkel: {status: i rute, kommentar: Alt går bra}
  tp-sykkel.skole: {status: risiko, kommentar: Grunneier sier nei}
  tp-sykkel.by: {kommentar: Ingen vet}
"""


def town() -> Files:
    """Give a town whose temaplan is reported on, part by part, twice."""
    return {"temaplaner/sykkel.yaml": THEME, "rapportering/1.yaml": FIRST, "rapportering/2.yaml": SECOND}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a repository of the town."""
    return Repo(tmp_path / "plan", base_files() | {path: str(text) for path, text in town().items()}).folder


def told(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a command on 1 October 2021; return what it prints, on one line."""
    assert run(["-C", str(folder), "--today", "2021-10-01", "--lang", "nb", *words]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_the_newest_report_of_each_part_in_the_order_of_the_plans() -> None:
    here = world(town(), DAY)
    assert [(item.record.id, item.entry.status) for item in parts_at(here, DAY)] == [
        ("klima", "i rute"), ("tp-sykkel", "i rute"), ("tp-sykkel.skole", "risiko"),
    ]  # fmt: skip
    before = [(item.record.id, item.entry.status) for item in parts_at(here, date(2021, 8, 30))]
    assert before == [("klima", "i rute"), ("tp-sykkel.skole", "i rute")]
    since = [item.record.id for item in parts_at(here, DAY, date(2021, 5, 1))]
    assert since == ["tp-sykkel", "tp-sykkel.skole"]


def test_it_is_right_and_changes_nothing_for_work() -> None:
    assert places(found(town(), "1", "201", "202", "612")) == []
    here = world(town(), DAY)
    assert here.plans.thread.work == ("oppdrag", "tiltak")


def test_it_is_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "tp-sykkel.skole Trygg skolevei risiko" in told(folder, capsys, "list", "innsatsområde")
    assert "tp-sykkel Temaplan for sykkel vedtatt" in told(folder, capsys, "list", "temaplan")
    assert "Trygg skolevei tp-sykkel.skole" in told(folder, capsys, "show", "tp-sykkel.skole").replace("  ", " ")
    assert "2021-T2 risiko Grunneier sier nei" in told(folder, capsys, "show", "tp-sykkel.skole")
    assert "[risiko]" in told(folder, capsys, "trace", "tp-sykkel.skole")
    line = "Sist meldt: 2 i rute og 1 i risiko."
    assert line in told(folder, capsys, "status")


def test_a_status_in_the_plan_is_sent_to_the_report() -> None:
    bad = THEME.replace("    tittel: Trygg skolevei\n", "    tittel: Trygg skolevei\n    status: risiko\n")
    assert places(found({"temaplaner/sykkel.yaml": bad}, "1")) == ["temaplaner/sykkel.yaml:12:5 101"]


def test_the_chapter_of_the_tertial_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = told(folder, capsys, "report", "--tertial", "2")
    assert "Deler av planer" in text
    assert "| Trygg skolevei | Temaplan for sykkel | Risiko | Grunneier sier nei | Veg og trafikk |" in text
    assert "| Temaplan for sykkel | – | I rute | Alt går bra | Veg og trafikk |" in text
    assert "Sykkelbyen |" not in text
    first = told(folder, capsys, "report", "--tertial", "1")
    assert "| Trygg skolevei | Temaplan for sykkel | I rute | – | Prøve |" in first
    assert "Deler av planer" in told(folder, capsys, "report", "--tertial", "2", "--unit", "veg")


def test_a_report_of_others_has_no_such_chapter() -> None:
    here, period = world(town(), DAY), tertial(2021, 2)
    assert chapter(here, Occasion(period, lambda _: True)) is not None
    assert chapter(here, Occasion(period, lambda owner: owner == "park")) is None
    assert chapter(here, Occasion(tertial(2020, 2), lambda _: True)) is None


def test_the_document_of_the_plan(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = told(folder, capsys, "report", "--document", "temaplan")
    assert "Rapportert for 2. tertial 2021: i rute. Alt går bra" in text
    assert "## Trygg skolevei Rapportert for 2. tertial 2021: risiko. Grunneier sier nei" in text
    assert text.count("Rapportert for") == 2


def test_diff_tells_of_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "rapportering" / "2.yaml"
    path.write_text(SECOND.replace("status: risiko", "status: forsinket"), encoding="utf-8")
    said = told(folder, capsys, "diff")
    assert "Trygg skolevei (tp-sykkel.skole), Status endret fra risiko til forsinket" in said
