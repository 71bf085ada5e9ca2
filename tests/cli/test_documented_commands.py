"""Every command that the README and the docs show can be given as it stands: in a new planverk, or in the example."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli_support import Run
from support import EXAMPLE

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:\$ )?planctl ([a-z-].*)")
_EXPLAINED = re.compile(r"\s{2,}|\s+# ")
_OUTSIDE = ("init", "-C")
"""Commands that are given outside a planverk: in an empty folder, or with the planverk in it."""


def _commands() -> Iterator[tuple[str, ...]]:
    for page in PAGES:
        for block in _FENCE.findall(page.read_text(encoding="utf-8")):
            for line in block.splitlines():
                match = _COMMAND.fullmatch(line)
                if match:
                    yield tuple(shlex.split(_EXPLAINED.split(match[1])[0]))


COMMANDS = sorted(set(_commands()))


def _git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-C", folder, "-c", "user.name=T", "-c", "user.email=t@t", *words], check=True, capture_output=True
    )


def _history(folder: Path) -> None:
    """Keep a planverk in git, with a branch, a tag and a proposal."""
    _git(folder, "init", "-q", "-b", "main")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "Planer")
    _git(folder, "tag", "v2021-09")
    _git(folder, "branch", "forslag")


@pytest.fixture(scope="module")
def planverk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A new planverk, and a copy of the example; both kept in git."""
    from planctl.cli.run import run

    folder = tmp_path_factory.mktemp("planverk")
    assert run(["-C", str(folder), "init", "solvik", "--name", "Solvik"]) == 0
    shutil.copytree(EXAMPLE, folder / "asker")
    for name in ("solvik", "asker"):
        _history(folder / name)
    return folder / "solvik", folder / "asker"


def test_there_are_commands() -> None:
    assert len(COMMANDS) > 40
    assert {words[0] for words in COMMANDS} >= {"validate", "report", "trace", "list", "diff", "calendar"}


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_documented_command(
    words: tuple[str, ...], planctl: Run, planverk: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no wrong use of planctl (2) and no fault of it (3): findings are allowed."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    said = []
    for folder in planverk:
        here = tmp_path / folder.name
        if words[0] != "init":
            shutil.copytree(folder, here, symlinks=True)
        monkeypatch.chdir(tmp_path if words[0] in _OUTSIDE else here)
        done = planctl(*words)
        if done.code in {0, 1}:
            return
        said.append(done.err)
    pytest.fail("\n".join(said))


def test_the_readme_counts_as_validate_does(planctl: Run) -> None:
    """The last lines that the README shows of the example are those that planctl writes."""
    counted = next(line for line in planctl("validate", str(EXAMPLE)).out.splitlines() if " poster i " in line)
    assert counted in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
