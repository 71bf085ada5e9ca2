"""A fault in planctl itself is told (901), hides nothing else, and ends with exit code 3."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planctl.check import pipeline
from planctl.check.pipeline import Choice, check, run_rules
from planctl.check.registry import RuleBook
from planctl.cli.run import run
from planctl.findings.diagnostic import Finding, finding
from planctl.i18n import Text
from planctl.load.files.tree import WorkTree
from planctl.model.record import Record
from planctl.rules.rule import Rule
from planctl.world import World, open_world
from support import BY_CODE, HERE, RULES, MemoryTree, base_files, book, places, said, world

VEG = "virksomhetsplaner/veg.yaml"


def _stumble(record: Record, world: World) -> Iterator[Finding]:
    if record.id == "vp2021-veg.t2":
        raise RuntimeError("no such luck")
    yield finding("303", record, Text("found before the fall"), "ansvarlig")


STUMBLING = replace(BY_CODE["303"], whole=None, each=_stumble, visits=("tiltak",))
TWO_WITHOUT_DEADLINE = base_files()[VEG].replace("    frist: 2021-10-01\n", "") + (
    "  - id: vp2021-veg.t2\n    tittel: Male sykkelfelt\n    løser: [hp2021.o1]\n    ansvarlig: veg\n"
)


def _with(rule: Rule) -> RuleBook:
    return RuleBook(lambda: tuple(rule if other.code == rule.code else other for other in RULES))


def test_a_rule_that_fails_hides_no_other_finding() -> None:
    here = world({VEG: TWO_WITHOUT_DEADLINE})
    book = _with(STUMBLING)
    found = list(run_rules(here, book.severities(here.config), book.rules))
    assert [item.code for item in found] == ["301", "301", "303", "901"]


def test_a_rule_that_fails_is_told_also_when_others_are_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "rules_for", lambda *_: _with(STUMBLING))
    found = check(world({VEG: TWO_WITHOUT_DEADLINE}), Choice(select=["303"]))
    assert places(found) == [".:1:1 901", f"{VEG}:13:16 303"]
    assert "no such luck" in said(found, "en")[0]


class StumblingTree(MemoryTree):
    """A tree where planctl itself fails on one file."""

    def read(self, path: str) -> bytes:
        """Return a file's bytes, or fail in a way that no code foresees."""
        if path == "kaputt.yaml":
            raise RuntimeError("no such luck")
        return super().read(path)


def test_a_file_that_fails_hides_no_other_finding() -> None:
    tree = StumblingTree({**base_files(), VEG: TWO_WITHOUT_DEADLINE, "kaputt.yaml": "type: temaplan\n"})
    found = check(open_world(tree, None, lambda: pytest.fail("dato is pinned"), book()))
    assert places(found) == ["kaputt.yaml:1:1 901", f"{VEG}:10:5 301", f"{VEG}:15:5 301"]


def _folder(target: Path) -> Path:
    for path in (HERE / "base").rglob("*.yaml"):
        copy = target / path.relative_to(HERE / "base")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (target / VEG).write_text(TWO_WITHOUT_DEADLINE, encoding="utf-8")
    return target


@pytest.mark.parametrize("path", [".", VEG])
def test_a_rule_that_fails_gives_exit_code_3(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "rules_for", lambda *_: _with(STUMBLING))
    assert run(["-C", str(_folder(tmp_path)), "validate", path]) == 3
    shown = capsys.readouterr().out
    assert "901" in shown
    assert "301" in shown


def test_a_file_that_fails_gives_exit_code_3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read = WorkTree.read

    def stumble(self: WorkTree, path: str) -> bytes:
        if path == "kommuneplan.yaml":
            raise RuntimeError("no such luck")
        return read(self, path)

    monkeypatch.setattr(WorkTree, "read", stumble)
    assert run(["-C", str(_folder(tmp_path)), "validate"]) == 3
    shown = capsys.readouterr().out
    assert "kommuneplan.yaml" in shown
    assert "301" in shown
