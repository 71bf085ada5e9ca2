"""`språk` in a plan: its documents are in that language, and its titles are read in it; messages are the user's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from git_support import Repo
from planctl.cli.run import run
from support import base_files

THEME = """\
type: temaplan
id: tp-sykkel
tittel: Temaplan for sykkel
status: på høring
språk: nn
arver: [klima.d1]
høring: {fra: 2021-06-01, til: 2021-08-15}
strategier:
  - {id: tp-sykkel.s1, tittel: Kommunen skal byggje sykkelvegar, bidrar_til: [klima.d1]}
"""
Told = Callable[..., str]


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Make a town that writes bokmål and has one plan in nynorsk, and one more that says nothing."""
    settings = base_files()["planctl.yaml"].replace("format: 1\n", "format: 1\nprofil: fri\nspråk: nb\n")
    other = THEME.replace("tp-sykkel", "tp-gange").replace("språk: nn\n", "").replace("byggje", "bygge")
    files = {"planctl.yaml": settings, "temaplaner/sykkel.yaml": THEME, "temaplaner/gange.yaml": other}
    return Repo(tmp_path / "plan", base_files() | files)


@pytest.fixture
def told(repo: Repo, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    """Give a function that runs a command and returns what it says."""
    monkeypatch.delenv("PLANCTL_LANG", raising=False)

    def call(*words: str, code: int = 0) -> str:
        assert run(["-C", str(repo.folder), "--today", "2021-06-15", *words]) == code
        return " ".join(capsys.readouterr().out.split())

    return call


def written(repo: Repo, told: Told, *words: str) -> dict[str, str]:
    """Give the documents that a command writes, by name."""
    folder = repo.folder.parent / "ut"
    told("report", *words, "--out", str(folder))
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}


def test_each_document_is_in_the_language_of_its_plan(repo: Repo, told: Told) -> None:
    found = written(repo, told, "--document", "høringsdokument")
    assert "på høyring" in found["høringsdokument-tp-sykkel"]
    assert "på høring" in found["høringsdokument-tp-gange"]


def test_a_document_for_a_screen_and_what_the_user_asks_for(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("report", "--document", "temaplan", "--plan", "tp-sykkel")
    assert "på høyring" in told(*words)
    assert "out for comment from" in told(*words, "--lang", "en")
    monkeypatch.setenv("PLANCTL_LANG", "en")  # the language of messages
    assert "på høyring" in told(*words)


def test_the_plan_of_a_unit_and_of_the_municipality(repo: Repo, told: Told) -> None:
    for path in ("virksomhetsplaner/veg.yaml", "kommuneplan.yaml", "handlingsprogram.yaml"):
        repo.edit(path, "status: vedtatt\n", "status: vedtatt\nspråk: nn\n")
    assert "Ansvarleg" in written(repo, told, "--document", "virksomhetsplan")["virksomhetsplan-2021-veg"]
    assert "vedteke" in written(repo, told, "--document", "handlingsprogram")["handlingsprogram-hp2021"]
    assert "Ansvarleg" not in written(repo, told, "--document", "oppdragsbrev")["oppdragsbrev-2021-veg"]


def test_messages_are_in_the_language_of_the_user(told: Told, repo: Repo) -> None:
    repo.edit("temaplaner/sykkel.yaml", "byggje sykkelvegar", "bygge sykkelveger uten hull")
    said = told("validate", "--select", "409")
    assert "«tp-sykkel.s1» er på bokmål («uten»), og planen er på nynorsk." in said
    assert "Skriv den på nynorsk, eller rett «språk» i planen." in said


def test_a_language_in_words_is_mended(told: Told, repo: Repo) -> None:
    repo.edit("temaplaner/sykkel.yaml", "språk: nn", "målform: nynorsk")
    told("validate", "--fix", "--unsafe-fixes")
    assert "språk: nn" in repo.read("temaplaner/sykkel.yaml")
