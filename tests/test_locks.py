"""The locks: what is tested is what is installed, and the lowest that pyproject.toml allows is what it says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)
DECLARED = [
    Requirement(text) for text in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
]


def pins(name: str) -> dict[str, str]:
    """Give the version of each package in a lock."""
    return dict(PINNED.findall((ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", ["run", "all", "bench"])
def test_a_lock_pins_the_versions_that_are_tested(name: str) -> None:
    tested = pins("dev")
    shared = pins(name).keys() & tested.keys()
    assert {package: pins(name)[package] for package in shared} == {package: tested[package] for package in shared}
    assert name == "bench" or shared == pins(name).keys()


@pytest.mark.parametrize("name", ["pip", "run", "all", "dev", "bench", "lowest"])
def test_every_version_has_its_checksums(name: str) -> None:
    blocks = re.split(r"\n(?=\S)", (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8").strip())
    assert blocks
    for block in blocks:
        assert re.match(r"[A-Za-z0-9._-]+==\S+.*\\\n", block), block
        assert "--hash=sha256:" in block, block


def test_the_lowest_lock_holds_the_lowest_versions_allowed() -> None:
    lowest = pins("lowest")
    for need in DECLARED:
        (bound,) = [one.version for one in need.specifier if one.operator == ">="]
        found = Version(lowest[need.name.lower().replace(".", "-")])
        least = Version(bound).release
        assert found.release[: len(least)] == least, need
        assert found in need.specifier


def test_the_newest_lock_is_allowed() -> None:
    newest = pins("run")
    for need in DECLARED:
        assert Version(newest[need.name.lower().replace(".", "-")]) in need.specifier
