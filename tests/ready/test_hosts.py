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
from support import base_files

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


GOAL, NEW_GOAL = "tittel: Innbyggerne reiser miljøvennlig", "tittel: Innbyggerne lar bilen stå"


def rewritten(folder: Path) -> Repo:
    """Make a repository whose last commit rewrites an adopted goal: an error only where BASE is known."""
    made = Repo(folder / "planer")
    made.edit("kommuneplan.yaml", GOAL, NEW_GOAL)
    made.commit("Omskrevet")
    return made


def gitlab_env(repo: Repo) -> dict[str, str]:
    """Give what GitLab tells of a merge request."""
    return {
        "GITLAB_CI": "true",
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_PROJECT_DIR": str(repo.folder),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": repo.git("rev-parse", "HEAD~1").strip(),
        "CI_COMMIT_SHA": repo.git("rev-parse", "HEAD").strip(),
    }


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_gitlab(repo: Repo) -> None:
    template = read("ci/gitlab.yml")
    job = template["planctl"]
    env = {key: str(value) for key, value in template["variables"].items()}
    done = bash("\n".join(job["script"]), repo, env | gitlab_env(repo))
    assert done.returncode == 1, done.stderr
    rows = json.loads((repo.folder / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert any(row["location"]["path"] == PLAN for row in rows)
    assert (repo.folder / job["artifacts"]["reports"]["junit"]).is_file()
    assert "vp2021-veg.t1" in (repo.folder / job["artifacts"]["paths"][0]).read_text(encoding="utf-8")


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_gitlab_judges_against_base(tmp_path: Path) -> None:
    repo = rewritten(tmp_path)
    template = read("ci/gitlab.yml")
    job = template["planctl"]
    assert job["variables"]["GIT_DEPTH"] == "0"
    env = {key: str(value) for key, value in template["variables"].items()}
    done = bash("\n".join(job["script"]), repo, env | gitlab_env(repo))
    assert done.returncode == 1, done.stderr
    assert "kommuneplan.yaml:19:21 feil 528 vedtatt-plan-endret" in done.stdout


def azure(repo: Repo) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Run the check of the Azure example for a pull request; return what it gave, and its folder for files."""
    example = read("ci/azure-pipelines.yml")
    assert next(step for step in example["steps"] if "checkout" in step)["fetchDepth"] == 0
    script = next(step["bash"] for step in example["steps"] if step.get("displayName") == "Check the plans")
    repo.git("update-ref", "refs/remotes/origin/main", "HEAD~1")
    temp = repo.folder.parent / "temp"
    temp.mkdir()
    env = {key: str(value) for key, value in example["variables"].items()}
    env |= {"AGENT_TEMPDIRECTORY": str(temp), "TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"}
    return bash(script, repo, env), temp


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_azure(repo: Repo) -> None:
    done, temp = azure(repo)
    assert done.returncode == 1, done.stderr
    assert "##vso[task.logissue type=error" in done.stdout
    assert "##vso[task.uploadsummary]" in done.stdout
    assert (temp / "planctl-junit.xml").is_file()


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_azure_judges_against_base(tmp_path: Path) -> None:
    done, _ = azure(rewritten(tmp_path))
    assert done.returncode == 1, done.stderr
    assert "code=528" in done.stdout


def test_the_hook_says_what_pre_commit_needs() -> None:
    (hook,) = read(".pre-commit-hooks.yaml")
    assert (hook["id"], hook["entry"]) == ("planctl-validate", "planctl validate --against HEAD")
    assert (hook["pass_filenames"], hook["always_run"]) == (False, True)
    assert hook["stages"] == ["pre-commit", "pre-merge-commit"]


class Committing:
    """A repository in which pre-commit runs the hook of the file, for commits and merges, without the network.

    The hook's own environment is replaced by this one.
    """

    def __init__(self, repo: Repo) -> None:
        (hook,) = read(".pre-commit-hooks.yaml")
        config = {
            "default_install_hook_types": ["pre-commit", "pre-merge-commit"],
            "repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}],
        }
        repo.write({".pre-commit-config.yaml": yaml.safe_dump(config, allow_unicode=True)})
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self.env = {**os.environ, **IDENTITY, "PATH": path, "PRE_COMMIT_HOME": str(repo.folder.parent / "cache")}
        self.repo = repo
        self.run(str(PRE_COMMIT), "install")

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the repository."""
        return subprocess.run(
            words, cwd=self.repo.folder, env=self.env, capture_output=True, text=True, check=False
        )  # fmt: skip

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Commit everything, with the hooks."""
        self.repo.git("add", "-A")
        return self.run("git", "commit", "-m", "Endret")


def test_pre_commit_runs_the_hook_from_the_file(repo: Repo) -> None:
    people = Committing(repo)
    repo.edit(PLAN, "status: i rute", "status: risiko")
    done = people.commit()
    assert done.returncode == 1, done.stdout
    assert "201" in done.stdout + done.stderr
    repo.edit(PLAN, "hp2021.o9", "hp2021.o1")
    done = people.commit()
    assert done.returncode == 0, done.stdout + done.stderr
    repo.edit("kommuneplan.yaml", GOAL, NEW_GOAL)
    done = people.commit()
    assert done.returncode == 1
    assert " 528 vedtatt-plan-endret" in done.stdout + done.stderr


def test_pre_commit_checks_a_commit_that_only_deletes(tmp_path: Path) -> None:
    people = Committing(Repo(tmp_path / "planer"))
    assert people.commit().returncode == 0
    people.repo.write({"handlingsprogram.yaml": None})
    done = people.commit()
    assert done.returncode == 1
    assert " 201 ukjent-referanse" in done.stdout + done.stderr


def test_pre_commit_checks_the_first_commit_of_all(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer", {})
    repo.write(dict(base_files()))
    done = Committing(repo).commit()
    assert done.returncode == 0, done.stdout + done.stderr


def test_pre_commit_checks_a_merge(tmp_path: Path) -> None:
    """Each branch is right, but not both: one renames an id, the other refers to it."""
    repo = Repo(tmp_path / "planer")
    people = Committing(repo)
    assert people.commit().returncode == 0
    repo.git("checkout", "-q", "-b", "ny-id")
    repo.edit("handlingsprogram.yaml", "id: hp2021.o1", "id: hp2021.o7\n    tidligere_id: [hp2021.o1]")
    repo.edit(PLAN, "løser: [hp2021.o1]", "løser: [hp2021.o7]")
    assert people.commit().returncode == 0
    repo.git("checkout", "-q", "main")
    text = repo.read(PLAN)
    measure = text[text.index("  - id: vp2021-veg.t1") :].replace("veg.t1", "veg.t2").replace("Bygge", "Male")
    repo.write({PLAN: text + "\n" * 3 + measure})
    assert people.commit().returncode == 0
    done = people.run("git", "merge", "--no-edit", "ny-id")
    assert done.returncode != 0
    assert " 201 ukjent-referanse" in done.stdout + done.stderr
