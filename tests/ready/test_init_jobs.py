"""The jobs that `planctl init` writes for GitHub and GitLab judge a change against what was there before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli_support import Run, runner
from git_support import Repo

WORKFLOW, GITLAB = ".github/workflows/planctl.yml", ".gitlab-ci.yml"
PLAN = "kommuneplan/samfunnsdel.yaml"


@pytest.fixture
def planctl(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(capsys, monkeypatch)


def started(planctl: Run, folder: Path, lang: str = "nb") -> Repo:
    """Start a plan repository whose plans are no examples any more."""
    assert planctl("init", str(folder), "--lang", lang, "--today", "2026-11-28").code == 0
    for path in folder.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("illustrativ: true\n", ""), encoding="utf-8")
    repo = Repo(folder, {})
    repo.commit("Start")
    return repo


def read(repo: Repo, name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(repo.read(name))
    return found


def checks(lines: list[str]) -> list[list[str]]:
    """Give the arguments of the calls of planctl among a job's commands."""
    return [line.split()[1:] for line in lines if line.split(" ")[0].endswith("/planctl")]


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_the_jobs_get_the_history_and_a_git(planctl: Run, tmp_path: Path, lang: str) -> None:
    repo = started(planctl, tmp_path / "planer", lang)
    steps = read(repo, WORKFLOW)["jobs"]["validate"]["steps"]
    assert next(step["with"]["fetch-depth"] for step in steps if "checkout" in step.get("uses", "")) == 0
    run = [step["run"] for step in steps if "run" in step]
    assert checks(run) == [["validate", "--against", "auto", "--format", "github"]]
    job = read(repo, GITLAB)["validate"]
    assert job["variables"]["GIT_DEPTH"] == "0"
    assert not job["image"].endswith(("slim", "alpine"))
    assert checks(job["script"]) == [["validate", "--against", "auto"]]


@pytest.mark.parametrize("name", [WORKFLOW, GITLAB])
def test_a_rewritten_adopted_goal_is_red(planctl: Run, tmp_path: Path, name: str) -> None:
    repo = started(planctl, tmp_path / "planer")
    base = repo.git("rev-parse", "HEAD").strip()
    goal = next(line for line in repo.read(PLAN).splitlines() if "tittel: Innbyggerne reiser" in line)
    repo.edit(PLAN, goal, goal.partition("Innbyggerne")[0] + "Innbyggerne lar bilen stå")
    repo.commit("Omskrevet")
    job = next(iter(read(repo, name)["jobs"].values())) if name == WORKFLOW else read(repo, name)["validate"]
    lines = [step.get("run", "") for step in job["steps"]] if name == WORKFLOW else job["script"]
    event = tmp_path / "event.json"
    event.write_text(f'{{"before": "{base}"}}')
    hosts = {
        WORKFLOW: {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": str(event)},
        GITLAB: {"GITLAB_CI": "true", "CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BEFORE_SHA": base},
    }
    for words in checks(lines):
        command = [str(Path(sys.executable).parent / "planctl"), "--today", "2026-11-28", *words]
        done = subprocess.run(command, cwd=repo.folder, env={"PATH": os.environ["PATH"], **hosts[name]}, capture_output=True, text=True, check=False)  # fmt: skip
        assert done.returncode == 1, done.stdout + done.stderr
        assert "528 vedtatt-plan-endret" in done.stdout
