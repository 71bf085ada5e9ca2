"""The plans and settings that the user guide shows are right: laid into a new planverk, they give no error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli_support import Run
from support import EXAMPLE, RULES, book

GUIDE = Path(__file__).parents[2] / "docs" / "brukerveiledning.md"
TODAY = "2021-09-15"
_BLOCK = re.compile(r"^```(yaml|csv)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_HEAD = re.compile(r"# (?P<path>[\w/æøå-]+\.yaml)(?:, (?P<part>utdrag|bytt (?P<old>\S+)))?\n")
_EXEMPT = re.compile(r"^ *(# planctl: .*)\n *- id: (\S+)$", re.MULTILINE)
_SETTINGS = "planctl.yaml"


def _blocks() -> Iterator[tuple[re.Match[str], str]]:
    """Yield the blocks that name their file; a CSV block goes with the YAML block above it, that names it."""
    named = ""
    for kind, text in _BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        head = _HEAD.match(text)
        if kind == "csv":
            yield _csv(named), text
        elif head is not None:
            named = f"{Path(head['path']).parent}/{yaml.safe_load(text).get('fil', '')}"
            yield head, text


def _csv(path: str) -> re.Match[str]:
    found = re.fullmatch(r"(?P<path>.+\.csv)(?P<part>)(?P<old>)", path)
    assert found is not None
    return found


def _merged(whole: Any, part: Any) -> Any:
    """Lay an excerpt into a file: records by id, and what is new in a list last."""
    if isinstance(whole, dict) and isinstance(part, dict):
        return whole | {name: _merged(whole.get(name), value) for name, value in part.items()}
    if not isinstance(whole, list) or not isinstance(part, list):
        return part
    at = {item["id"]: index for index, item in enumerate(whole) if isinstance(item, dict) and "id" in item}
    found = list(whole)
    for item in part:
        index = at.get(item.get("id")) if isinstance(item, dict) else None
        if index is not None:
            found[index] = _merged(found[index], item)
        elif item not in found:
            found.append(item)
    return found


def _lay(folder: Path, head: re.Match[str], text: str) -> None:
    """Write a file, or lay an excerpt into it; a record that gets a new id is named by it in every file."""
    path = folder / head["path"]
    path.parent.mkdir(parents=True, exist_ok=True)
    if not head["part"]:
        path.write_text(text, encoding="utf-8")
        return
    part = yaml.safe_load(text)
    if head["old"]:
        ((new,),) = part.values()
        for plan in folder.rglob("*.yaml"):
            plan.write_text(plan.read_text(encoding="utf-8").replace(head["old"], new["id"]), encoding="utf-8")
    done = yaml.safe_load(path.read_text(encoding="utf-8"))
    done = _by_id(done, new) if head["old"] else _merged(done, part)
    written = yaml.safe_dump(done, allow_unicode=True, sort_keys=False)
    for exemption, record in _EXEMPT.findall(text):
        written = written.replace(f"- id: {record}\n", f"{exemption}\n- id: {record}\n")
    path.write_text(written, encoding="utf-8")


def _by_id(value: Any, new: dict[str, Any]) -> Any:
    """Lay a record into the one that has its id, wherever it stands."""
    if isinstance(value, dict):
        found = {name: _by_id(inner, new) for name, inner in value.items()}
        return found | new if value.get("id") == new["id"] else found
    return [_by_id(item, new) for item in value] if isinstance(value, list) else value


BLOCKS = tuple(_blocks())


def _errors(planctl: Run, folder: Path) -> list[str]:
    out = planctl("-C", str(folder), "--today", TODAY, "validate").out
    return [line for line in out.splitlines() if re.search(r":\d+ feil \d{3} ", line)]


@pytest.fixture
def solvik(planctl: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert planctl("init", "solvik", "--name", "Solvik", "--today", TODAY).code == 0
    return tmp_path / "solvik"


def test_the_plans_of_the_guide(planctl: Run, solvik: Path) -> None:
    plans = [(head, text) for head, text in BLOCKS if head["path"] != _SETTINGS]
    assert len(plans) > 15
    for head, text in plans:
        _lay(solvik, head, text)
    assert _errors(planctl, solvik) == []
    assert {"vedtak/2021.csv", "prosesser/kommuneplan.yaml"} <= {head["path"] for head, _ in plans}


@pytest.mark.parametrize("text", [text for head, text in BLOCKS if head["path"] == _SETTINGS])
def test_the_settings_of_the_guide(planctl: Run, solvik: Path, text: str) -> None:
    settings = next(head for head, own in BLOCKS if own == text)
    _lay(solvik, settings, text)
    assert _errors(planctl, solvik) == []


_ANSWERS = {
    "Brudd i den røde tråden: 7": ("status",),
    "Tiltak: Sette i drift digital behandling": ("trace", "vp2021-byggesak.t7"),
    "# 2. tertialrapport 2021 – Asker": ("report", "--tertial", "2"),
}
"""What the guide shows of the example: how the block begins, and the command that gives it."""


@pytest.mark.parametrize(("begins", "command"), _ANSWERS.items())
def test_the_answers_of_the_guide(planctl: Run, begins: str, command: tuple[str, ...]) -> None:
    """Each line that is shown stands in what planctl writes; «…» is what is left out."""
    text = GUIDE.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    block = next(block for block in blocks if begins in block)
    written = planctl("-C", str(EXAMPLE), *command).out.replace("\u00a0", " ").splitlines()
    assert [line for line in block.splitlines() if line != "…" and line.replace("\u00a0", " ") not in written] == []


def test_the_message_of_the_guide(planctl: Run, solvik: Path) -> None:
    for head, text in BLOCKS[:2]:
        _lay(solvik, head, text)
    plan = solvik / BLOCKS[0][0]["path"]
    plan.write_text(plan.read_text(encoding="utf-8").replace("2021-10-01", "2022-03-01"), encoding="utf-8")
    said = planctl("-C", str(solvik), "--today", TODAY, "validate").out.replace("solvik/", "")
    assert said.strip() in GUIDE.read_text(encoding="utf-8")


def test_the_changelog_counts_rules_and_types() -> None:
    text = (GUIDE.parents[1] / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"{len(RULES)} rules" in text
    listed = " ".join(text.partition("with JSON Schemas: ")[2].partition(".\n")[0].split())
    assert set(listed.split(", ")) == {*book().types, "planctl.yaml"}
