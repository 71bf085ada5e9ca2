"""The line of time up to one of its commits is the same whether it is cut or asked for again."""

from __future__ import annotations

from pathlib import Path

import pytest

from git_support import Repo
from planctl.history.log import GitLog
from planctl.history.memory import MemoryLog

PLAN = "virksomhetsplaner/veg.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with a branch merged into it, and a confirmation on that branch."""
    repo = Repo(tmp_path / "repo")
    repo.git("checkout", "-q", "-b", "gren")
    repo.edit(PLAN, "status: i rute", "status: risiko")
    repo.commit("Risiko\n\nBekrefter: klima.d1.s1")
    repo.git("checkout", "-q", "main")
    repo.write({"ny.yaml": "a: 1\n"})
    repo.commit("Ny")
    repo.git("merge", "-q", "--no-edit", "gren")
    repo.write({"ny.yaml": None})
    repo.commit("Bort")
    return repo


def test_every_commit_of_the_line(repo: Repo) -> None:
    whole = GitLog.open(repo.folder)
    assert whole is not None
    assert len(whole.commits) == 4
    assert "klima.d1.s1" in whole.commits[2].confirms
    for commit in whole.commits:
        cut, asked = whole.until(commit.sha), GitLog.open(repo.folder, commit.sha)
        assert cut is not None
        assert asked is not None
        assert (cut.commits, cut.changes, cut.complete) == (asked.commits, asked.changes, asked.complete)


def test_a_commit_beside_the_line(repo: Repo) -> None:
    whole = GitLog.open(repo.folder)
    assert whole is not None
    assert whole.until(repo.git("rev-parse", "gren").strip()) is None


def test_in_memory() -> None:
    log = MemoryLog([({"a": b"1"}, frozenset()), ({"a": b"2"}, frozenset({"x"}))])
    cut = log.until(log.commits[0].sha)
    assert cut is not None
    assert cut.commits == log.commits[:1]
    assert log.until("0" * 40) is None
