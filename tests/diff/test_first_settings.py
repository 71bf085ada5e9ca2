"""The change that brings planctl.yaml, or all of the plans, is a diff like any other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_support import Run
from git_support import Repo
from support import base_files


@pytest.mark.parametrize(("first", "weight"), [(False, "warning"), (True, "info")])
def test_planctl_yaml_added_or_taken_away(planctl: Run, tmp_path: Path, *, first: bool, weight: str) -> None:
    files: dict[str, str | None] = dict(base_files())
    settings = files["planctl.yaml"]
    repo = Repo(tmp_path / "planer", {name: str(text) for name, text in files.items() if name != "planctl.yaml"})
    repo.write({"planctl.yaml": settings})
    if not first:
        repo.commit("Innstillinger")
        repo.write({"planctl.yaml": None})
    done = planctl("-C", str(repo.folder), "--lang", "en", "diff", "--format", "json")
    assert done.code == 0, done.err
    (row,) = (row for row in json.loads(done.out)["changes"] if row["record"] == "planctl.yaml")
    assert (row["kind"], row["weight"]) == ("added" if first else "removed", weight)


def test_all_the_plans_are_new(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path, {"README.md": "x\n"})
    repo.write({f"planer/{name}": text for name, text in base_files().items()})
    done = planctl("-C", str(repo.folder / "planer"), "--lang", "en", "diff", "HEAD")
    assert done.code == 0, done.err
    assert "  planctl.yaml: added" in done.out.splitlines()
