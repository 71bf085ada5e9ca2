"""The ready-made jobs install planctl from a git address at a full commit SHA, with locked versions, or say why not."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from git_support import IDENTITY
from planctl.cli.init import init
from planctl.cli.session import Session

ROOT = Path(__file__).resolve().parents[2]
BASH = shutil.which("bash")
LINES = [line for line in (ROOT / "ci/install.sh").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
SCRIPT = "\n".join(LINES) + "\n"
SHA = "0123456789abcdef0123456789abcdef01234567"
UNSAID = (
    "PLANCTL_SOURCE mangler: skriv adressen til git-repoet som planctl hentes fra, @ og hele SHA-en til en commit.\n"
)

# Stands in for Python: notes how it is called, and makes itself the venv's Python.
FAKE_PYTHON = """#!/bin/sh
echo "$@" >> "$CALLS"
case "$*" in *"-m venv "*) mkdir -p "$4/bin"; cp "$0" "$4/bin/python" ;; esac
"""


def starter(folder: Path, source: str = "") -> Path:
    """Make a plan repository with `init`."""
    init(Session(folder=folder, today=date(2026, 11, 28)), Path("k"), "Vår", "3099", source)
    return folder / "k"


def read(path: Path) -> Any:
    """Read a YAML file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def jobs(folder: Path) -> dict[str, tuple[str, str]]:
    """Give each ready-made job's setting and its script that installs."""
    gitlab, azure = read(ROOT / "ci/gitlab.yml"), read(ROOT / "ci/azure-pipelines.yml")
    steps = read(folder / ".github/workflows/planctl.yml")["jobs"]["validate"]["steps"]
    github = next(step for step in steps if step.get("name") == "Install planctl")
    own = next(job for job in read(folder / ".gitlab-ci.yml").values() if "before_script" in job)
    return {
        "ci/gitlab.yml": (gitlab["variables"]["PLANCTL_SOURCE"], gitlab["planctl"]["before_script"][0]),
        "ci/azure-pipelines.yml": (
            azure["variables"]["PLANCTL_SOURCE"],
            next(step["bash"] for step in azure["steps"] if step.get("displayName") == "Install planctl"),
        ),
        "init: GitHub": (github["env"]["PLANCTL_SOURCE"], github["run"]),
        "init: GitLab": (own["variables"]["PLANCTL_SOURCE"], own["before_script"][0]),
    }


def test_every_job_installs_by_the_same_lines_and_knows_no_address(tmp_path: Path) -> None:
    assert jobs(starter(tmp_path)) == dict.fromkeys(
        ("ci/gitlab.yml", "ci/azure-pipelines.yml", "init: GitHub", "init: GitLab"), ("", SCRIPT)
    )


def test_init_writes_the_address_it_is_given(tmp_path: Path) -> None:
    source = f"https://git.example.org/planctl.git@{SHA}"
    found = jobs(starter(tmp_path, source))
    assert [found[name][0] for name in ("init: GitHub", "init: GitLab")] == [source, source]


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
@pytest.mark.parametrize(
    "source", [None, "", "planctl", "https://git.example.org/planctl.git", f"@{SHA}", f"https://x.no/p@{SHA[:12]}",
               "https://x.no/p@v1.0", f"https://x.no/p @{SHA}"],
)  # fmt: skip
def test_without_a_full_commit_the_job_stops_with_a_plain_line(tmp_path: Path, source: str | None) -> None:
    env = {"PATH": os.environ["PATH"], "RUNNER_TEMP": str(tmp_path)} | (
        {} if source is None else {"PLANCTL_SOURCE": source}
    )
    done = subprocess.run([str(BASH), "-c", SCRIPT], env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, UNSAID, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_what_planctl_needs_comes_from_the_lock_of_that_commit(tmp_path: Path) -> None:
    source = tmp_path / "planctl's own repo"
    git(source.parent, "init", "--quiet", str(source))
    (source / "requirements").mkdir()
    (source / "requirements/run.txt").write_text("the lock of the first commit\n", encoding="utf-8")
    git(source, "add", ".")
    git(source, "commit", "--quiet", "-m", "first")
    first = git(source, "rev-parse", "HEAD").strip()
    (source / "requirements/run.txt").write_text("moved\n", encoding="utf-8")
    git(source, "commit", "--quiet", "-am", "second")
    home, bin_ = tmp_path / "temp", tmp_path / "bin"
    home.mkdir()
    bin_.mkdir()
    (bin_ / "python3").write_text(FAKE_PYTHON, encoding="utf-8")
    (bin_ / "python3").chmod(0o755)
    env = {
        "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(home),
        "CALLS": str(tmp_path / "calls"),
        "PLANCTL_SOURCE": f"{source.as_uri()}@{first}",
    }
    done = subprocess.run([str(BASH), "-c", SCRIPT], env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (home / "planctl-source/requirements/run.txt").read_text() == "the lock of the first commit\n"
    pip = "-I -m pip install --quiet --disable-pip-version-check"
    assert (tmp_path / "calls").read_text().splitlines() == [
        f"-I -m venv {home}/planctl-venv",
        f"{pip} --require-hashes -r {home}/planctl-source/requirements/pip.txt",
        f"{pip} --require-hashes -r {home}/planctl-source/requirements/run.txt",
        f"{pip} --no-deps --no-build-isolation {home}/planctl-source",
    ]


def git(folder: Path, *args: str) -> str:
    """Run git in a folder."""
    env = {**os.environ, **IDENTITY}
    return subprocess.run(["git", *args], cwd=folder, env=env, capture_output=True, text=True, check=True).stdout


def test_no_text_tells_anyone_to_install_the_stranger() -> None:
    """The name planctl on the index is another program, so nothing we write or show installs it by that name."""
    told = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "action.yml", *(ROOT / "ci").iterdir()]
    told += [*(ROOT / "docs").rglob("*.md"), *(ROOT / "templates/init").rglob("*"), *(ROOT / "src").rglob("*.po")]
    for path in (path for path in told if path.is_file()):
        for line in path.read_text(encoding="utf-8").splitlines():
            words = line.replace("'", " ").replace("`", " ").replace('"', " ").split()
            installs = {"install", "run"} & set(words) and {"pip", "pipx", "uv", "uvx"} & set(words)
            bare = [word for word in words if word == "planctl" or word.startswith("planctl[")]
            assert not (installs and bare) or "Ikke skriv" in line, f"{path.name}: {line}"
