"""A host as GitHub's runner: the Action's steps run under bash with GitHub's variables set, and a fake gh."""

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
me = os.environ["GH_TOKEN"]
if args[1] == "graphql":
    fields = [args[place + 1] for place, word in enumerate(args) if word in ("-f", "-F")]
    asked = dict(field.split("=", 1) for field in fields)
    nodes = [{{"fullDatabaseId": str(row["id"]), "viewerDidAuthor": row["author"] == me, "body": row["body"]}} for row in rows]
    assert all(name in asked["query"] for node in nodes for name in node), asked["query"]
    assert (asked["owner"], asked["name"]) == ("kommune", "planer")
    assert "select(.viewerDidAuthor and (.body | startswith(env.PLANCTL_MARK))) | .fullDatabaseId" in " ".join(args)
    mark = os.environ["PLANCTL_MARK"]
    mine = [node for node in nodes if node["viewerDidAuthor"] and node["body"].startswith(mark)]
    print("\\n".join(node["fullDatabaseId"] for node in mine))
    sys.exit()
method = args[args.index("--method") + 1]
name, _, value = args[args.index("--field") + 1].partition("=@")
body = Path(value).read_text()
if method == "POST":
    rows.append({{"id": 100 + len(rows), "author": me, "body": body}})
else:
    wanted = int(args[args.index("--method") + 2].rpartition("/")[2])
    next(row for row in rows if row["id"] == wanted)["body"] = body
store.write_text(json.dumps(rows))
"""


@dataclass
class Run:
    """A run of the action over a repository."""

    repo: Repo
    temp: Path
    base: str = ""
    pull: str = ""
    head: str = ""
    before: str = ""
    inputs: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    shown: str = ""

    def value(self, expression: str) -> str:
        """Give what an expression of the action stands for."""
        if "||" in expression:
            return next(filter(None, (self.value(part.strip()) for part in expression.split("||"))), "")
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
            "github.event.merge_group.base_sha": "",
            "github.event.before": self.before,
        }[expression]

    def event(self) -> Path:
        """Write what GitHub tells of the event: a pull request, or else a push."""
        path = self.temp / "event.json"
        event: dict[str, Any] = {"before": self.before or "0" * 40}
        if self.pull:
            head = self.head or self.repo.git("rev-parse", "HEAD").strip()
            pull = {"number": int(self.pull), "base": {"sha": self.base}, "head": {"sha": head}}
            event = {"pull_request": pull, "before": "1" * 40}  # as when commits are added to a pull request
        path.write_text(json.dumps(event))
        return path

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
            "GITHUB_EVENT_PATH": str(self.event()),
            "GITHUB_SHA": self.repo.git("rev-parse", "HEAD").strip(),
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
            self.shown += done.stdout + done.stderr
            assert done.returncode == 0, done.stdout + done.stderr
        return self.step("Result").returncode

    def planctl(self, *args: str) -> None:
        """Run planctl in the repository, as its people do."""
        planctl = Path(sys.executable).parent / "planctl"
        subprocess.run([str(planctl), *args], cwd=self.repo.folder, capture_output=True, check=True)

    @property
    def comments(self) -> list[dict[str, Any]]:
        """The comments on the pull request."""
        path = self.temp / "comments.json"
        return json.loads(path.read_text()) if path.exists() else []

    @property
    def summary(self) -> str:
        """The summary of the job."""
        return (self.temp / "summary.md").read_text(encoding="utf-8")


def runner(repo: Repo, folder: Path, **about: str) -> Run:
    """Set a runner up for a repository, in a folder that holds its own files and the fake gh."""
    temp = folder / "temp"
    (temp / "bin").mkdir(parents=True)
    gh = temp / "bin" / "gh"
    gh.write_text(FAKE_GH)
    gh.chmod(0o755)
    return Run(repo, temp, **about)
