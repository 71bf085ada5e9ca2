"""Objects that a git repository lacks: told of, and never the end of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from git_support import Repo
from planctl.cli.run import run
from planctl.load.files.git import Blobs, LackingError, git
from planctl.load.files.os_errors import reason
from planctl.load.files.revision import RevisionTree

PLAN = "kommuneplan.yaml"


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """Make a repository whose first version of a plan is gone."""
    repo = Repo(tmp_path)
    first = repo.git("rev-parse", f"HEAD:{PLAN}").strip()
    repo.write({PLAN: repo.read(PLAN) + "# ny\n"})
    repo.commit("Andre versjon")
    _lose(tmp_path, first)
    return tmp_path


def _lose(root: Path, sha: str) -> None:
    (root / ".git" / "objects" / sha[:2] / sha[2:]).unlink()


def test_the_file_is_told_of_and_the_others_are_read(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = RevisionTree(damaged, "HEAD~1")
    assert PLAN in [entry.path for entry in tree.walk().files]
    with pytest.raises(LackingError) as caught:
        tree.read(PLAN)
    assert "git fsck" in reason(caught.value).msgid
    assert tree.read("organisasjon.yaml").startswith(b"type: organisasjon")
    assert run(["-C", str(damaged), "--lang", "en", "diff", "HEAD~1"]) == 0
    assert PLAN in capsys.readouterr().out


@pytest.mark.parametrize("words", [["validate"], ["validate", "--since", "HEAD~1"]])
def test_what_is_judged_by_the_history_is_unknown(
    words: list[str], damaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(damaged), "--lang", "en", *words]) == 0
    told = capsys.readouterr().out
    assert "901" not in told
    assert "note 222" in told


def test_a_folder_that_is_lacking_is_one_clear_line(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _lose(damaged, git(damaged, "rev-parse", "HEAD~1^{tree}").decode().strip())
    assert run(["-C", str(damaged), "--lang", "en", "validate"]) == 0
    capsys.readouterr()
    assert run(["-C", str(damaged), "--lang", "en", "diff", "HEAD~1"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("planctl: git says: ")


def test_blobs_hold_those_that_are_there(damaged: Path) -> None:
    blobs = Blobs(damaged)
    here = git(damaged, "rev-parse", f"HEAD:{PLAN}").decode().strip()
    blobs.fetch(["0" * 40, here])
    assert here in blobs
    assert "0" * 40 not in blobs


def test_the_gate_is_not_green_when_base_has_lost_a_file(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(damaged), "--lang", "en", "validate", "--against", "HEAD~1"]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert ":1:1 error 222 " in said
    assert "is unknown: an object that git should have is missing" in said
    assert "clone the repository anew" in said
    assert "unshallow" not in said


def test_a_file_that_git_has_lost_is_no_solved_finding(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(damaged), "--lang", "en", "diff", "HEAD~1"]) == 0
    said = capsys.readouterr().out
    assert PLAN in said
    assert "012" not in said
