"""What commands tell of the user's clone: its remote, its last commit and who works there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from git_support import IDENTITY, Repo
from planctl.cli.run import run
from planctl.load.files.remote_pages import remote_of

PLAN = "virksomhetsplaner/veg.yaml"
FREEZE = ("report", "--tertial", "1", "--year", "2021", "--out", "ut", "--freeze", "t.json")
VERIFY = ("report", "--tertial", "1", "--year", "2021", "--verify", "t.json")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)
    made = Repo(tmp_path / "planer")
    made.git("remote", "add", "origin", "https://kari:hemmelig@github.com/kommune/planer.git")
    made.git("config", "user.name", "Kari Nordmann")
    return made


@pytest.mark.parametrize(
    ("address", "commits"),
    [
        ("https://github.com/k/p.git", "https://github.com/k/p/commit/"),
        ("https://u:token@github.com/k/p", "https://github.com/k/p/commit/"),
        ("git@github.com:k/p.git", "https://github.com/k/p/commit/"),
        ("ssh://git@gitlab.kommune.no:2222/a/b/c.git", "https://gitlab.kommune.no/a/b/c/-/commit/"),
        ("git@ssh.dev.azure.com:v3/org/prosjekt/planer", "https://dev.azure.com/org/prosjekt/_git/planer/commit/"),
        ("https://org@dev.azure.com/org/p/_git/planer", "https://dev.azure.com/org/p/_git/planer/commit/"),
        ("https://git.example.no/k/p", None),
    ],
)
def test_the_pages_of_commits(address: str, commits: str | None) -> None:
    found = remote_of(address)
    assert found is not None
    assert found.commits == commits
    assert "@" not in found.shown


@pytest.mark.parametrize(
    "address", ["/srv/git/p", "../p", "file:///srv/p", "ext::touch x", "https://github.com/a/../b", ""]
)
def test_what_is_no_address_of_a_host(address: str) -> None:
    assert remote_of(address) is None


def test_frozen_figures_say_where_they_come_from(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["-C", str(repo.folder), "--lang", "en"]
    sha = repo.git("rev-parse", "HEAD").strip()
    assert run([*call, *FREEZE]) == 0
    source = {
        "commit": sha, "date": "2021-01-02", "uncommitted": False,
        "remote": "github.com/kommune/planer", "frozen_by": "Kari Nordmann",
    }  # fmt: skip
    assert json.loads((repo.folder / "t.json").read_text(encoding="utf-8"))["source"] == source
    capsys.readouterr()
    assert run([*call, *VERIFY]) == 0
    assert capsys.readouterr().out == (
        "The figures are those that were frozen.\n"
        f"They were frozen by Kari Nordmann, at commit {sha[:9]} of 2021-01-02.\n"
        "The plans were those of github.com/kommune/planer.\n"
    )
    repo.write({PLAN: None})
    assert run([*call, *VERIFY]) == 1
    assert f"«planctl diff {sha[:9]}» shows what has changed in the plans since.\n" in capsys.readouterr().out
    assert run([*call, *FREEZE]) == 0
    assert json.loads((repo.folder / "t.json").read_text(encoding="utf-8"))["source"] == source | {"uncommitted": True}


def test_codeowners_tells_where_the_host_reads_it(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["-C", str(repo.folder), "--lang", "en", "codeowners", "--out"]
    assert run([*call, ".github/CODEOWNERS"]) == 0
    assert capsys.readouterr().err == ""
    assert run([*call, "eiere"]) == 0
    places = ".github/CODEOWNERS, CODEOWNERS, docs/CODEOWNERS"
    assert capsys.readouterr().err == f"planctl: GitHub reads CODEOWNERS only as: {places}.\n"


def test_history_tells_where_the_commits_are(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["-C", str(repo.folder), "--lang", "en", "history", "vp2021-veg.t1"]
    line = "A commit's page is https://github.com/kommune/planer/commit/ and its number.\n"
    assert run(call) == 0
    assert capsys.readouterr().out.endswith(line)
    repo.git("remote", "remove", "origin")
    assert run(call) == 0
    assert line not in capsys.readouterr().out
