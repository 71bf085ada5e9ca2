"""The GitHub Action: its steps run under bash with GitHub's variables set, and a fake gh."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from git_support import Repo

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
BASH = shutil.which("bash")
PLAN = "virksomhetsplaner/veg.yaml"
EXPRESSION = re.compile(r"\$\{\{\s*([^}]+?)\s*\}\}")

FAKE_GH = f"""#!{sys.executable}
import json, os, sys
from pathlib import Path
store = Path(os.environ["FAKE_GH_STORE"])
rows = json.loads(store.read_text()) if store.exists() else []
calls = store.with_suffix(".calls")
calls.write_text((calls.read_text() if calls.exists() else "") + json.dumps(sys.argv[1:]) + "\\n")
if os.environ.get("FAKE_GH_FAILS"):
    sys.exit("HTTP 403: Resource not accessible by integration")
args = sys.argv[1:]
method = args[args.index("--method") + 1] if "--method" in args else "GET"
if method == "GET":
    mark = os.environ["PLANCTL_MARK"]
    print("\\n".join(str(row["id"]) for row in rows if row["bot"] and row["body"].startswith(mark)))
    sys.exit()
name, _, value = args[args.index("--field") + 1].partition("=@")
body = Path(value).read_text()
if method == "POST":
    rows.append({{"id": 100 + len(rows), "bot": True, "body": body}})
else:
    wanted = int(args[args.index("--method") + 2].rpartition("/")[2])
    next(row for row in rows if row["id"] == wanted)["body"] = body
store.write_text(json.dumps(rows))
"""

pytestmark = pytest.mark.skipif(BASH is None, reason="bash is not installed")


@dataclass
class Run:
    """A run of the action over a repository."""

    repo: Repo
    temp: Path
    base: str = ""
    pull: str = ""
    inputs: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)

    def value(self, expression: str) -> str:
        """Give what an expression of the action stands for."""
        parts = expression.split(".")
        if parts[0] == "inputs":
            default = str(ACTION["inputs"][parts[1]].get("default", ""))
            return self.inputs.get(parts[1], "token" if parts[1] == "token" else default)
        if parts[0] == "steps":
            return self.outputs.get(parts[1], {}).get(parts[3], "")
        return {
            "github.action_path": str(ROOT),
            "github.event.pull_request.base.sha": self.base,
            "github.event.pull_request.number": self.pull,
        }[expression]

    def step(self, name: str) -> subprocess.CompletedProcess[str]:
        """Run a step as the runner does."""
        step = next(item for item in STEPS if item["name"] == name)
        output, script = self.temp / "output", self.temp / "step.sh"
        output.write_text("")
        script.write_text(step["run"], encoding="utf-8")
        env = {
            key: EXPRESSION.sub(lambda found: self.value(found[1]), text) for key, text in step.get("env", {}).items()
        }
        known = {
            "PATH": f"{self.temp / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.temp),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            "GITHUB_REPOSITORY": "kommune/planer",
            "GITHUB_ACTIONS": "true",
            "RUNNER_TEMP": str(self.temp),
            "FAKE_GH_STORE": str(self.temp / "comments.json"),
            "PLANCTL_LANG": "en",
        }
        done = subprocess.run(
            [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.repo.folder, env={**known, **self.extra, **env}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        rows = [line.partition("=") for line in output.read_text().splitlines()]
        if "id" in step:
            self.outputs[step["id"]] = {key: text for key, _, text in rows}
        return done

    def whole(self) -> int:
        """Run all steps but the installation; return the job's exit code."""
        self.outputs["install"] = {"bin": str(Path(sys.executable).parent)}
        for step in STEPS[1:-1]:
            if "pull_request" in step.get("if", "") and not self.pull:
                continue
            if "inputs.comment" in step.get("if", "") and self.value("inputs.comment") != "true":
                continue
            done = self.step(step["name"])
            assert done.returncode == 0, done.stdout + done.stderr
        return self.step("Result").returncode

    @property
    def comments(self) -> list[dict[str, Any]]:
        """The comments on the pull request."""
        path = self.temp / "comments.json"
        return json.loads(path.read_text()) if path.exists() else []

    @property
    def summary(self) -> str:
        """The summary of the job."""
        return (self.temp / "summary.md").read_text(encoding="utf-8")


@pytest.fixture
def job(tmp_path: Path) -> Run:
    """A pull request that postpones a deadline and breaks a reference."""
    repo = Repo(tmp_path / "planer")
    base = repo.git("rev-parse", "HEAD").strip()
    repo.edit(PLAN, "2021-10-01", "2021-12-01")
    repo.edit(PLAN, "løser: [hp2021.o1]", "løser: [hp2021.o9]")
    repo.commit("Endret av @alle ::error::x")
    temp = tmp_path / "temp"
    (temp / "bin").mkdir(parents=True)
    gh = temp / "bin" / "gh"
    gh.write_text(FAKE_GH)
    gh.chmod(0o755)
    return Run(repo, temp, base, "7")


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


def test_another_ones_comment_is_left_alone(job: Run) -> None:
    job.whole()
    rows = job.comments
    rows[0]["bot"] = False
    (job.temp / "comments.json").write_text(json.dumps(rows))
    job.whole()
    assert len(job.comments) == 2


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
