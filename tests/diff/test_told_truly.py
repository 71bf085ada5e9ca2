"""What is neither new nor solved is not told as if it were."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cli_support import Run
from git_support import Repo
from planctl.check import pipeline
from planctl.check.registry import RuleBook
from planctl.findings.diagnostic import Finding
from planctl.load.files.git import GitError, git, resolve
from planctl.world import World
from support import RULES

VEG = "virksomhetsplaner/veg.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with an oppdrag that no tiltak solves."""
    made = Repo(tmp_path / "planer")
    made.edit("handlingsprogram.yaml", "indikatorer:\n", OTHER + "indikatorer:\n")
    made.commit("Et oppdrag til")
    return made


OTHER = """\
  - id: hp2021.o2
    tittel: Sikre skolevegene for gående og syklende
    følger_opp: [klima.d1.s1]
    til: [veg]
    styringsmodell: linje
    frist: 2023
"""


def solved(planctl: Run, repo: Repo) -> list[str]:
    found = json.loads(planctl("-C", str(repo.folder), "--lang", "en", "diff", "--format", "json").out)
    return [f"{row['code']} {row['record']}" for row in found["findings"]["solved"]]


def test_a_rule_that_waits_has_solved_nothing(planctl: Run, repo: Repo) -> None:
    before = json.loads(planctl("-C", str(repo.folder), "validate", "--format", "json").out)["diagnostics"]
    assert "213" in {row["code"] for row in before}
    repo.edit(VEG, "hp2021.o1", "hp2021.o9")
    after = json.loads(planctl("-C", str(repo.folder), "validate", "--format", "json").out)["diagnostics"]
    assert {row["code"] for row in after} == {"201"}
    assert solved(planctl, repo) == []


def test_what_is_mended_is_solved(planctl: Run, repo: Repo) -> None:
    repo.edit("handlingsprogram.yaml", OTHER, "")
    assert solved(planctl, repo) == ["213 hp2021.o2"]


def test_nothing_new_is_not_all_is_well(planctl: Run, repo: Repo) -> None:
    out = planctl("-C", str(repo.folder), "--lang", "en", "validate", "--since", "HEAD").out
    assert out.startswith("Nothing new. ")
    assert "1 older finding is not shown." in out
    page = planctl("-C", str(repo.folder), "--lang", "en", "validate", "--since", "HEAD", "--format", "markdown").out
    assert "Nothing new." in page
    assert "1 older finding is not shown." in page


def test_a_folder_that_looks_like_a_git_folder_is_none(repo: Repo) -> None:
    trap = repo.folder / "felle"
    for name in ("objects", "refs"):
        (trap / name).mkdir(parents=True)
    (trap / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (trap / "config").write_text("[core]\n\tbare = true\n\trepositoryformatversion = 0\n", encoding="utf-8")
    with pytest.raises(GitError):
        git(trap, "rev-parse", "--git-dir")


@pytest.mark.parametrize("name", ["^HEAD", "HEAD HEAD", "main\nHEAD", "@{-1}"])
def test_a_revision_is_one_commit(repo: Repo, name: str) -> None:
    with pytest.raises(GitError) as caught:
        resolve(repo.folder, name)
    assert caught.value.message.msgid == "There is no revision «{revision}»"


def test_a_file_that_cannot_be_read_concerns_everyone(planctl: Run, repo: Repo) -> None:
    repo.write({"handlingsprogram.yaml": "type: handlingsprogram\nid: [\n"})
    for mine in (("--plan", "hp2021"), ("--owner", "veg")):
        done = planctl("-C", str(repo.folder), "--lang", "en", "diff", *mine, "--exit-code", "--format", "json")
        assert done.code == 1
        found = json.loads(done.out)
        assert "handlingsprogram.yaml" in {row["record"] for row in found["changes"]}
        assert any(row["code"].startswith("0") for row in found["findings"]["new"])


def test_a_rule_that_fails_on_both_sides_is_told(planctl: Run, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_: World) -> list[Finding]:
        raise ZeroDivisionError("au")

    rule = replace(next(rule for rule in RULES if rule.code == "213"), whole=stumble)
    others = [replace(other, each=None, whole=None) for other in RULES if other.code != "213"]
    monkeypatch.setattr(pipeline, "rules_for", lambda *_: RuleBook(lambda: (*others, rule)))
    done = planctl("-C", str(repo.folder), "--lang", "en", "diff", "--format", "json")
    assert done.code == 3
    found = json.loads(done.out)["findings"]
    assert ([row["code"] for row in found["new"]], found["solved"]) == (["901"], [])
