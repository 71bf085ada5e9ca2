"""The GitHub Action: its steps run under bash with GitHub's variables set, and a fake gh."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from git_support import Repo

sys.path.insert(0, str(Path(__file__).parent))
from action_support import BASH, PLAN, STEPS, Run, runner

pytestmark = pytest.mark.skipif(BASH is None, reason="bash is not installed")


@pytest.fixture
def job(tmp_path: Path) -> Run:
    """A pull request that postpones a deadline and breaks a reference."""
    repo = Repo(tmp_path / "planer")
    base = repo.git("rev-parse", "HEAD").strip()
    repo.edit(PLAN, "2021-10-01", "2021-12-01")
    repo.edit(PLAN, "løser: [hp2021.o1]", "løser: [hp2021.o9]")
    repo.commit("Endret av @alle ::error::x")
    return runner(repo, tmp_path, base=base, pull="7")


def test_no_expression_stands_in_a_script() -> None:
    for step in STEPS:
        assert "${{" not in step["run"], step["name"]
        assert step["shell"] == "bash"


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["name"])
def test_every_script_is_bash(step: dict[str, Any]) -> None:
    subprocess.run([str(BASH), "-n"], input=step["run"], text=True, check=True)


def test_every_python_is_isolated() -> None:
    scripts = "\n".join(step["run"] for step in STEPS)
    calls = re.findall(r'(?:"\$python"|/python")(?! -I| \])', scripts)
    assert calls == []


def test_a_pull_request_gets_comment_and_summary(job: Run) -> None:
    assert job.whole() == 1
    assert len(job.comments) == 1
    body = job.comments[0]["body"]
    assert body.startswith("<!-- planctl ")
    assert "hp2021.o9" in body
    assert "201" in body
    assert "vp2021-veg.t1" in job.summary
    assert "<!-- planctl" not in job.summary


def test_the_comment_is_kept_not_doubled(job: Run) -> None:
    job.whole()
    job.repo.edit(PLAN, "hp2021.o9", "hp2021.o1")
    job.repo.commit("Rettet")
    assert job.whole() == 0
    assert len(job.comments) == 1
    assert "hp2021.o9" not in job.comments[0]["body"].split("###")[-1]


def test_a_token_of_a_person_keeps_one_comment_too(job: Run) -> None:
    job.inputs = {"token": "kari"}
    for _ in range(3):
        job.whole()
    assert [row["author"] for row in job.comments] == ["kari"]


def test_another_ones_comment_is_left_alone(job: Run) -> None:
    job.whole()
    rows = job.comments
    rows[0]["author"] = "ola"
    (job.temp / "comments.json").write_text(json.dumps(rows))
    job.whole()
    assert [row["author"] for row in job.comments] == ["ola", "token"]


def test_without_permission_the_job_goes_on(job: Run) -> None:
    job.extra = {"FAKE_GH_FAILS": "1"}
    assert job.whole() == 1
    assert job.comments == []
    assert job.summary


def test_no_comment_when_not_wanted_or_no_pull_request(job: Run) -> None:
    job.inputs = {"comment": "false"}
    job.whole()
    job.inputs, job.pull, job.base = {}, "", ""
    assert job.whole() == 1
    assert not (job.temp / "comments.json").exists()
    assert not (job.temp / "comments.calls").exists()


def test_annotations_and_fail_on(job: Run) -> None:
    job.outputs["install"] = {"bin": str(Path(sys.executable).parent)}
    done = job.step("Validate")
    assert "::error file=virksomhetsplaner/veg.yaml,line=" in done.stdout
    assert job.outputs["validate"] == {"exit-code": "1"}
    job.inputs = {"fail-on": "error; touch pwned"}
    done = job.step("Validate")
    assert done.returncode == 2
    assert not (job.repo.folder / "pwned").exists()


@pytest.mark.parametrize("path", ["$(touch pwned)", "`touch pwned`", '"; touch pwned; "', "--help"])
def test_a_hostile_path_is_a_path(job: Run, path: str) -> None:
    job.outputs["install"] = {"bin": str(Path(sys.executable).parent)}
    job.inputs = {"path": path}
    for name in ("Fetch the history that is needed", "Validate", "Compare with the base"):
        job.step(name)
    assert job.outputs["validate"].get("exit-code") != "0"
    assert not (job.repo.folder / "pwned").exists()


def test_modules_of_the_pull_request_are_not_imported(job: Run) -> None:
    for name in ("hashlib", "json", "yaml", "typer", "planctl", "sitecustomize"):
        job.repo.write({f"{name}.py": "open('pwned', 'w')\nraise SystemExit('pwned')\n"})
    job.whole()
    assert not (job.repo.folder / "pwned").exists()


def test_a_shallow_clone_is_fetched(job: Run, tmp_path: Path) -> None:
    target = tmp_path / "grunn"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{job.repo.folder}", str(target)], check=True)
    job.repo.folder = target
    job.step("Fetch the history that is needed")
    assert job.repo.git("rev-parse", "--is-shallow-repository").strip() == "false"
    assert job.repo.git("cat-file", "-t", job.base).strip() == "commit"


def test_a_long_comment_is_cut_at_whole_lines(job: Run) -> None:
    job.outputs["install"] = {"bin": str(Path(sys.executable).parent)}
    lines = "<details><summary>x</summary>\n\n" + "".join(f"- linje {number} æøå\n" for number in range(9000))
    (job.temp / "planctl-findings.md").write_text(lines, encoding="utf-8")
    assert job.step("Write the summary").returncode == 0
    comment = (job.temp / "planctl-comment.md").read_text(encoding="utf-8")
    assert len(comment.encode()) < 65_536
    assert comment.rstrip().endswith("</details>\n\n**The rest did not fit here: GitHub takes no more.**")
    assert len(job.summary) > len(comment)


def test_a_long_diff_leaves_room_for_the_findings(job: Run) -> None:
    job.outputs["install"] = {"bin": str(Path(sys.executable).parent)}
    (job.temp / "planctl-diff.md").write_text("- endring æøå\n" * 5000, encoding="utf-8")
    (job.temp / "planctl-findings.md").write_text("### 3000 feil\n\n" + "- feil\n" * 3000, encoding="utf-8")
    assert job.step("Write the summary").returncode == 0
    comment = (job.temp / "planctl-comment.md").read_text(encoding="utf-8")
    assert len(comment.encode()) < 65_536
    assert comment.count("The rest did not fit here") == 1
    assert "### 3000 feil" in comment
    assert comment.count("- feil\n") == 3000
    assert job.summary.count("- endring") == 5000


def test_a_folder_that_looks_like_a_git_folder_runs_nothing(job: Run) -> None:
    """Git takes HEAD, objects and refs for a bare repository, and its config may name programs."""
    made, marker = job.repo.folder / "felle", job.temp / "pwned"
    made.mkdir()
    config = f'[core]\n\tsshCommand = "touch {marker};"\n[remote "origin"]\n\turl = ssh://vert.example/x\n'
    for name, text in {"HEAD": f"{job.base}\n", "objects/x": "", "refs/x": "", "config": config}.items():
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text(text)
    (made / "shallow").write_text(f"{job.base}\n")
    known = subprocess.run(["git", "-C", str(made), "fetch", "-q"], capture_output=True, check=False)
    assert known.returncode
    assert marker.exists()
    marker.unlink()
    job.inputs = {"path": "felle"}
    done = job.step("Fetch the history that is needed")
    assert done.returncode == 0
    assert not marker.exists()
