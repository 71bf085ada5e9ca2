"""`start` of work is shown where its deadline is: in lists, threads, documents, the calendar, `status` and `diff`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from git_support import Repo
from planctl.cli.run import run
from planctl.domain.start import is_behind, planned_start
from planctl.model.record import Record
from support import base_files

VEG = "virksomhetsplaner/veg.yaml"
Said = Callable[..., str]


def begins(when: str, status: str = "ikke startet") -> dict[str, str]:
    """Give the small municipality, its one tiltak to begin at a time."""
    text = base_files()[VEG].replace("    frist: 2021-10-01\n", f"    start: {when}\n    frist: 2021-10-01\n")
    return base_files() | {VEG: text.replace("status: i rute", f"status: {status}")}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Make a repository whose tiltak is to begin in the spring."""
    return Repo(tmp_path / "plan", begins("våren 2021"))


@pytest.fixture
def said(repo: Repo, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    """Give a function that runs a command on a day and returns what it says, on one line."""
    monkeypatch.setenv("COLUMNS", "160")

    def call(*words: str, today: str = "2021-07-01", lang: str = "nb") -> str:
        assert run(["-C", str(repo.folder), "--today", today, "--lang", lang, *words]) == 0
        return " ".join(capsys.readouterr().out.split())

    return call


def test_work_that_is_ahead_and_work_that_should_have_begun(said: Said) -> None:
    ahead, passed = "begynner våren 2021", "skulle ha begynt våren 2021"
    assert f"[ikke startet, {ahead}, frist 1. okt. 2021]" in said("trace", "hp2021.o1", today="2021-06-30")
    assert f"[ikke startet, {passed}, frist 1. okt. 2021]" in said("trace", "hp2021.o1")
    assert "Start våren 2021" in said("show", "vp2021-veg.t1")
    assert "Start Frist" in said("list", "tiltak")
    assert "ikke begynt" in said("list", "tiltak")
    assert "ikke begynt" not in said("list", "tiltak", today="2021-06-30")
    assert "ikkje starta" in said("list", "tiltak", lang="nn")


def test_status_counts_what_should_have_begun(said: Said) -> None:
    assert "1 av dem skulle ha begynt, men står som «ikke startet»." in said("status")
    assert "skulle ha begynt" not in said("status", today="2021-06-30")


@pytest.mark.parametrize("status", ["i rute", "fullført", "utgår", "idé"])
def test_work_with_another_status_is_not_behind(status: str, repo: Repo, said: Said) -> None:
    repo.write(begins("2021-03", status))
    assert "begynt" not in said("status") + said("list", "tiltak") + said("trace", "hp2021.o1")


def test_a_report_that_it_has_begun_counts(repo: Repo, said: Said) -> None:
    report = "type: rapportering\nperiode: 2021-T1\nvirksomhet: veg\ntiltak:\n  vp2021-veg.t1: {status: i rute}\n"
    repo.write({"rapportering/veg.yaml": report})
    assert "begynt" not in said("status")


def test_the_documents_have_a_column_where_something_has_a_start(repo: Repo, said: Said) -> None:
    said("report", "--document", "virksomhetsplan", "--out", str(repo.folder / "ut"))
    plan = next((repo.folder / "ut").glob("virksomhetsplan-*.md"))
    text = plan.read_text(encoding="utf-8")
    assert "| Start | Frist | Status |" in text
    assert "| våren 2021 | 01.10.2021 | Ikke startet |" in text
    repo.write({VEG: base_files()[VEG]})
    said("report", "--document", "virksomhetsplan", "--out", str(repo.folder / "ut"))
    assert "Start" not in plan.read_text(encoding="utf-8")


def test_the_layer_of_the_calendar(repo: Repo, said: Said) -> None:
    assert "Våren 2021 1 Oppstart: Bygge sykkelparkering ved stasjonen" in said("calendar", "--layer", "oppstarter")
    for when, told in (("sommeren 2021", "Sommeren 2021"), ("høsten 2021", "Høsten 2021"), ("2021-03-01", "Mars 1.")):
        repo.write(begins(when))
        assert f"{told} 1 Oppstart:" in said("calendar", "--layer", "oppstarter"), when


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("høsten 2021", "starten er flyttet fra våren 2021 til høsten 2021 (7 måneder senere)"),
        ("2020", "starten er flyttet fra våren 2021 til 2020 (12 måneder tidligere)"),
        ("2021-03-01", "Start endret fra våren 2021 til 1. mars 2021"),
        ("2021", "Start endret fra våren 2021 til 2021"),
    ],
)
def test_diff_and_history_say_where_it_is_moved(when: str, told: str, repo: Repo, said: Said) -> None:
    repo.write(begins(when))
    assert told in said("diff")
    repo.commit("Ny start")
    if "(" in told:
        assert told[told.index("(") :] in said("history", "vp2021-veg.t1")


def test_a_year_is_no_number_of_a_thousand(repo: Repo, said: Said) -> None:
    repo.write({VEG: base_files()[VEG].replace("    frist: 2021-10-01\n", "    frist: 2021-10-01\n    start: 2021\n")})
    repo.commit("Et år")
    repo.edit(VEG, "    start: 2021\n", "")
    assert "Start fjernet (var 2021)" in said("diff")


@pytest.mark.parametrize(
    "when", ["2021-03-01", "2021-03", "våren 2021", "hausten 2021", 2021, "2021-Q1", "snart", None]
)
def test_nothing_is_behind_while_it_may_still_begin_in_time(when: object) -> None:
    record = Record("tiltak", "t1", {"start": when}, VEG, ("tiltak", 0), None)
    start = planned_start(record)
    assert (start is None) == (when in ("2021-Q1", "snart", None))
    if start is not None:
        assert not is_behind(record, "ikke startet", start.last)
        assert not is_behind(record, "i rute", start.last.replace(year=2022))
        assert is_behind(record, "ikke startet", start.last.replace(year=2022))
