"""The GitLab template, the Azure example and the pre-commit hook run what they say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from git_support import IDENTITY, Repo

ROOT = Path(__file__).resolve().parents[2]
BASH = shutil.which("bash")
PRE_COMMIT = Path(sys.executable).parent / "pre-commit"
PLAN = "virksomhetsplaner/veg.yaml"


def read(name: str) -> Any:
    """Read one of the files."""
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def bash(script: str, repo: Repo, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script of a host, with this interpreter's planctl."""
    known = {
        "PATH": os.environ["PATH"],
        "HOME": str(repo.folder.parent),
        "PLANCTL_BIN": str(Path(sys.executable).parent),
    }
    return subprocess.run(
        [str(BASH), "-e", "-c", script],
        cwd=repo.folder,
        env={**known, **env},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository whose last commit breaks a reference and moves a deadline."""
    made = Repo(tmp_path / "planer")
    made.edit(PLAN, "2021-10-01", "2021-12-01")
    made.edit(PLAN, "løser: [hp2021.o1]", "løser: [hp2021.o9]")
    made.commit("Endret")
    return made


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_gitlab(repo: Repo) -> None:
    template = read("ci/gitlab.yml")
    job = template["planctl"]
    env = {key: str(value) for key, value in template["variables"].items()}
    env |= {
        "CI_PROJECT_DIR": str(repo.folder),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": repo.git("rev-parse", "HEAD~1").strip(),
    }
    done = bash("\n".join(job["script"]), repo, env)
    assert done.returncode == 1, done.stderr
    rows = json.loads((repo.folder / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert any(row["location"]["path"] == PLAN for row in rows)
    assert (repo.folder / job["artifacts"]["reports"]["junit"]).is_file()
    assert "vp2021-veg.t1" in (repo.folder / job["artifacts"]["paths"][0]).read_text(encoding="utf-8")


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_azure(repo: Repo) -> None:
    example = read("ci/azure-pipelines.yml")
    script = next(step["bash"] for step in example["steps"] if step.get("displayName") == "Check the plans")
    repo.git("update-ref", "refs/remotes/origin/main", "HEAD~1")
    temp = repo.folder.parent / "temp"
    temp.mkdir()
    env = {key: str(value) for key, value in example["variables"].items()}
    env |= {"AGENT_TEMPDIRECTORY": str(temp), "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"}
    done = bash(script, repo, env)
    assert done.returncode == 1, done.stderr
    assert "##vso[task.logissue type=error" in done.stdout
    assert "##vso[task.uploadsummary]" in done.stdout
    assert (temp / "planctl-junit.xml").is_file()


def test_the_hook_says_what_pre_commit_needs() -> None:
    (hook,) = read(".pre-commit-hooks.yaml")
    assert (hook["id"], hook["entry"], hook["pass_filenames"]) == ("planctl-validate", "planctl validate", False)


def test_pre_commit_runs_the_hook_from_the_file(repo: Repo) -> None:
    """Run the hook in the scratch repository; its own environment is replaced by this one, which needs no network."""
    (hook,) = read(".pre-commit-hooks.yaml")
    config = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
    repo.write({".pre-commit-config.yaml": yaml.safe_dump(config, allow_unicode=True)})
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, **IDENTITY, "PATH": path, "PRE_COMMIT_HOME": str(repo.folder.parent / "cache")}

    def commit() -> subprocess.CompletedProcess[str]:
        repo.git("add", "-A")
        return subprocess.run(
            [str(PRE_COMMIT), "run"], cwd=repo.folder, env=env, capture_output=True, text=True, check=False
        )

    repo.edit(PLAN, "status: i rute", "status: risiko")
    done = commit()
    assert done.returncode == 1, done.stdout
    assert "201" in done.stdout
    repo.edit(PLAN, "hp2021.o9", "hp2021.o1")
    done = commit()
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout
