"""A plan that is not adopted yet may lack its period: every command takes it as a draft that binds nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from git_support import Repo
from planctl.cli.run import run
from support import base_files

PLANS = [path for path, text in base_files().items() if re.search(r"^status: \w+$", text, re.MULTILINE)]
COMMANDS = (
    ("validate",), ("validate", "--since", "HEAD~1"), ("status",), ("list",), ("list", "--open"), ("list", "--postponed"),
    ("list", "tiltak", "--format", "csv"), ("trace", "klima.d1"), ("trace", "vp2021-veg.t1"), ("show", "hp2021.o1"),
    ("show", "{id}"), ("history", "{id}"), ("history", "--goalposts"), ("diff", "HEAD~1"), ("calendar",),
    ("calendar", "--layer", "frister,planer,høringer"), ("codeowners",), ("report", "--tertial", "1"),
    ("report", "--annual"), ("report", "--document", "oppdragsbrev"), ("report", "--document", "planregister"),
    ("report", "--document", "målekart"), ("report", "--document", "høringsdokument"), ("report", "--document", "kommuneplan"),
    ("report", "--document", "handlingsprogram"), ("report", "--document", "virksomhetsplan"),
)  # fmt: skip
THEME = """\
type: temaplan
id: tp-sykkel
tittel: Temaplan for sykkel
status: på høring
arver: [klima.d1]
strategier:
  - {id: tp-sykkel.s1, tittel: Kommunen skal bygge sykkelveger, bidrar_til: [klima.d1]}
tiltak:
  - {id: tp-sykkel.t1, tittel: Telle syklister, løser: [tp-sykkel.s1], frist: 2021-03-01, ansvarlig: veg}
"""


@pytest.mark.parametrize("path", PLANS)
@pytest.mark.parametrize("status", ["utkast", "på høring"])
def test_no_command_fails(path: str, status: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "plan")
    text = re.sub(r"^periode: .*\n", "", repo.read(path), count=1, flags=re.MULTILINE)
    repo.write({path: re.sub(r"^status: \w+$", f"status: {status}", text, count=1, flags=re.MULTILINE)})
    repo.commit("Et utkast")
    name = str(re.search(r"^id: (\S+)$", text, re.MULTILINE)[1])  # type: ignore[index]
    place = ["-C", str(repo.folder), "--today", "2021-06-15", "--lang", "nb"]
    for command in COMMANDS:
        words = [word.format(id=name) for word in command]
        more = ["--out", str(tmp_path / "out")] if command[0] == "report" else []
        assert run([*place, *words, *more]) in (0, 1, 2), words
        told = capsys.readouterr()
        assert "901" not in told.out, words
        assert not re.search(r"\bNone\b", told.out), words
    for document in (tmp_path / "out").glob("*.md"):
        assert not re.search(r"\bNone\b", document.read_text(encoding="utf-8")), document.name


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Make a town of the profile `fri` with a temaplan out for comment, whose years nobody has decided."""
    settings = base_files()["planctl.yaml"].replace("format: 1\n", "format: 1\nprofil: fri\n")
    return Repo(tmp_path, base_files() | {"temaplaner/sykkel.yaml": THEME, "planctl.yaml": settings}).folder


def told(town: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a command on 15 June 2021; return what it prints in bokmål."""
    assert run(["-C", str(town), "--today", "2021-06-15", "--lang", "nb", *words]) == 0
    return capsys.readouterr().out


def test_a_draft_without_a_period_binds_nobody(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(town, capsys, "validate").startswith("Alt i orden")
    assert "over fristen" not in told(town, capsys, "list", "tiltak")
    assert "over fristen" not in told(town, capsys, "trace", "tp-sykkel.t1")


def test_its_documents_say_that_its_years_are_not_decided(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("høringsdokument",), ("temaplan", "--plan", "tp-sykkel")):
        told(town, capsys, "report", "--document", *words, "--out", str(town / "ut"))
        written = (town / "ut" / f"{words[0]}-tp-sykkel.md").read_text(encoding="utf-8")
        assert "Periode: ikke fastsatt ennå. Status: på høring." in written
        assert "Telle syklister" in written


def test_an_adopted_plan_is_told_what_to_write(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = town / "temaplaner" / "sykkel.yaml"
    plan.write_text(THEME.replace("på høring", "vedtatt"), encoding="utf-8")
    assert run(["-C", str(town), "--today", "2021-06-15", "--lang", "nb", "validate", "--select", "103"]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "temaplaner/sykkel.yaml:2:1 feil 103 mangler-felt Feltet «periode» mangler." in said
    assert "Skriv «periode:» og verdien." in said
    assert "Perioden kan mangle så lenge planen er en idé, et utkast eller på høring." in said
