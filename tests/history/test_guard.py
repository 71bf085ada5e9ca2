"""No program that a repository's settings, hooks or folders name is run, whichever road a command takes to git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from git_support import IDENTITY, Repo
from planctl.cli.run import run
from planctl.i18n import Language
from planctl.load.files.clone import opened
from planctl.load.files.git import GitError
from support import base_files

PLAN = "virksomhetsplaner/veg.yaml"
COMMANDS = {
    "git-setup": ("git-setup",),
    "codeowners": ("codeowners", "--out", ".github/CODEOWNERS"),
    "freeze": ("report", "--tertial", "1", "--year", "2021", "--freeze", "tall.json", "--out", "ut"),
    "freeze at": ("report", "--tertial", "1", "--year", "2021", "--at", "HEAD", "--freeze", "t.json", "--out", "ut"),
    "history": ("history", "vp2021-veg.t1"),
    "goalposts": ("history", "--goalposts"),
    "postponed": ("list", "--postponed"),
    "diff": ("diff", "HEAD"),
    "validate": ("validate", "--against", "HEAD~1"),
}
HOOKS = (
    "post-checkout",
    "post-index-change",
    "pre-commit",
    "reference-transaction",
    "post-update",
    "fsmonitor-watchman",
)


@pytest.fixture
def marker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is there when a program of the repository was run; git has none of the user's own settings."""
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)
    return tmp_path / "kjørt"


def trap(folder: Path, marker: Path) -> Path:
    """Write a program that tells that it was run."""
    script = folder / "felle"
    script.write_text(f"#!/bin/sh\ntouch '{marker}'\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    return script


def hostile(repo: Repo, script: Path) -> None:
    """Name a program wherever git's settings can, and change a plan so that git has to look at it."""
    settings = {
        "core.fsmonitor": script, "core.pager": script, "core.editor": script, "core.sshCommand": script,
        "core.hooksPath": script.parent / "kroker", "core.gitProxy": script, "core.askPass": script,
        "credential.helper": script, "diff.external": script, "diff.evil.command": script,
        "diff.evil.textconv": script, "filter.evil.clean": script, "filter.evil.smudge": script,
        "filter.e=v.l.clean": script, "filter.e=v.l.required": "true", "merge.evil.driver": script,
        "gpg.program": script, "log.showSignature": "true", "trailer.Bekrefter.cmd": script,
        "remote.origin.url": f"ext::{script}", "remote.origin.uploadpack": script, "remote.origin.promisor": "true",
        "protocol.ext.allow": "always", "alias.config": f"!{script}", "alias.status": f"!{script}",
    }  # fmt: skip
    hooks = script.parent / "kroker"
    hooks.mkdir()
    for hook in HOOKS:
        (hooks / hook).write_bytes(script.read_bytes())
        (hooks / hook).chmod(0o755)
    repo.write({".gitattributes": "*.yaml diff=evil filter=evil merge=evil\norganisasjon.yaml filter=e=v.l\n"})
    repo.commit("Egenskaper")
    for name, value in settings.items():
        repo.git("config", name, str(value))
    (repo.folder / PLAN).write_text(repo.read(PLAN).replace("2021-10-01", "2021-12-01"), encoding="utf-8")
    os.utime(repo.folder / "organisasjon.yaml", (1, 1))


@pytest.fixture
def repo(tmp_path: Path, marker: Path) -> Repo:
    """A repository whose settings are traps, in which plain git is caught."""
    made = Repo(tmp_path / "planer")
    hostile(made, trap(tmp_path, marker))
    made.git("status", ok=False)
    assert marker.exists()
    marker.unlink()
    return made


@pytest.mark.parametrize("command", COMMANDS)
def test_no_program_of_the_settings_is_run(
    repo: Repo, marker: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert run(["-C", str(repo.folder), *COMMANDS[command]]) in {0, 1}, capsys.readouterr().err
    assert not marker.exists()


@pytest.mark.parametrize("words", ["filter.evil.clean", "filter.e=v.l.clean"])
def test_the_filters_are_traps(repo: Repo, marker: Path, words: str) -> None:
    """Each filter catches a git that only has the guard against fsmonitor."""
    other = "filter.e=v.l" if "evil" in words else "filter.evil"
    repo.git("config", "--remove-section", other)
    repo.git("-c", "core.fsmonitor=false", "status", ok=False)
    assert marker.exists()


def bare_looking(folder: Path, marker: Path, script: Path) -> None:
    """Make a folder look like a git folder whose settings run a program."""
    for name in ("objects", "refs"):
        (folder / name).mkdir(parents=True)
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    config = f"[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = {folder}\n\tfsmonitor = {script}\n"
    (folder / "config").write_text(config)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_folder_of_the_plans_is_taken_for_a_git_folder(
    tmp_path: Path, marker: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    repo = Repo(tmp_path / "repo", {f"planer/{name}": text for name, text in base_files().items()})
    repo.commit("Tom")
    folder = repo.folder / "planer"
    bare_looking(folder, marker, trap(tmp_path, marker))
    subprocess.run(["git", "status"], cwd=folder, env={**os.environ, **IDENTITY}, capture_output=True, check=False)
    assert marker.exists()
    marker.unlink()
    assert run(["-C", str(folder), *COMMANDS[command]]) in {0, 1, 2}
    assert not marker.exists()
    with pytest.raises(GitError) as error, opened(folder):
        pass
    assert "safe.bareRepository is 'explicit'" in Language("en")(error.value.message)


def test_nothing_is_fetched_where_an_object_is_lacking(repo: Repo, marker: Path) -> None:
    repo.git("config", "core.repositoryformatversion", "1")
    repo.git("config", "extensions.partialClone", "origin")
    repo.git("config", "remote.origin.url", f"ext::touch {marker}")
    with opened(repo.folder) as clone, pytest.raises(GitError):
        clone.ask("cat_file", "-p", "1" * 40)
    assert not marker.exists()
    repo.git("cat-file", "-p", "1" * 40, ok=False)
    assert marker.exists()


def test_a_git_folder_that_is_none_is_not_replaced_by_the_folder_around_it(tmp_path: Path, marker: Path) -> None:
    folder = tmp_path / "planer"
    bare_looking(folder, marker, trap(tmp_path, marker))
    (folder / "planctl.yaml").write_text("format: 1\n")
    (folder / ".git").mkdir()
    with pytest.raises(GitError) as error, opened(folder):
        pass
    assert Language("en")(error.value.message).startswith("git cannot read the repository here (")
    assert not marker.exists()


@pytest.mark.parametrize("name", ["$HOME", "${PATH}", "~", "a b æ"])
def test_the_name_of_a_folder_is_taken_as_it_stands(tmp_path: Path, marker: Path, name: str) -> None:
    repo = Repo(tmp_path / name)
    with opened(repo.folder) as clone:
        assert clone.ask("rev_parse", "--show-toplevel") == str(repo.folder)


@pytest.mark.parametrize(("mode", "kept"), [(None, None), ("raise", "raise")])
def test_a_git_that_is_missing_is_told_and_the_environment_kept(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    mode: str | None,
    kept: str | None,
) -> None:
    repo = Repo(tmp_path / "planer")
    monkeypatch.setenv("PATH", str(tmp_path / "ingen"))
    monkeypatch.delenv("GIT_PYTHON_REFRESH", raising=False)
    if mode is not None:
        monkeypatch.setenv("GIT_PYTHON_REFRESH", mode)
    assert run(["-C", str(repo.folder), "--lang", "en", "git-setup"]) == 2
    assert "there is a .git folder here, but git is not installed. Install git" in capsys.readouterr().err
    assert os.environ.get("GIT_PYTHON_REFRESH") == kept
