"""The ground under every command: folders, exit codes, options before and after."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

from planctl.cli.run import run
from planctl.world import World
from support import EXAMPLE, base_files

VEG = "virksomhetsplaner/veg.yaml"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The small municipality on disk."""
    for name, text in base_files().items():
        path = tmp_path / "town" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "town"


def test_a_folder_without_plans_is_told_with_exit_code_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(tmp_path), "--lang", "en", "validate"]) == 2
    assert f"There are no plan files in «{tmp_path}»" in capsys.readouterr().err


def test_repositories_below_a_folder_are_named(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "validate", str(town.parent)]) == 2
    assert town.name in capsys.readouterr().err


def test_a_folder_inside_means_its_repository(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(town), "validate", "virksomhetsplaner", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["files"] == len(base_files())


def test_a_file_limits_the_findings_to_itself(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / VEG).write_text(base_files()[VEG].replace("    ansvarlig: veg\n", ""), encoding="utf-8")
    (town / "kommuneplan.yaml").write_text(base_files()["kommuneplan.yaml"] + "x: 1\n", encoding="utf-8")
    assert run(["-C", str(town), "validate", VEG, "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert [(item["code"], item["path"]) for item in document["diagnostics"]] == [("302", VEG)]
    assert document["summary"]["files"] == len(base_files())


def test_findings_below_the_limit_do_not_fail(town: Path) -> None:
    (town / VEG).write_text(base_files()[VEG].replace("frist: 2021-10-01", "frist: 2021-05-01"), encoding="utf-8")
    assert run(["-C", str(town), "validate"]) == 0
    assert run(["-C", str(town), "validate", "--fail-on", "warning"]) == 1
    assert run(["-C", str(town), "validate", "--fail-on", "warning", "--ignore", "306"]) == 0


@pytest.mark.parametrize(
    "words",
    [
        ["--today", "2022-02-01", "validate", "--select", "306", "--format", "json"],
        ["validate", "--today", "2022-02-01", "--select", "306", "--format", "json"],
        ["validate", "--select", "306", "--format", "json", "--today=2022-02-01"],
    ],
)
def test_global_options_stand_before_or_after(town: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (town / VEG).write_text(
        base_files()[VEG].replace("periode: 2021", "periode: 2022").replace("2021-10", "2022-01"), encoding="utf-8"
    )
    assert run(["-C", str(town), *words]) == 0
    assert [item["code"] for item in json.loads(capsys.readouterr().out)["diagnostics"]] == ["306"]
    assert run(["-C", str(town), "validate", "--select", "306", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["diagnostics"] == []


@pytest.mark.parametrize(
    "words",
    [["validate", "--today", "i går"], ["--lang", "se", "validate"], ["-C", "/finnes/ikke", "validate"], ["tull"],
     ["validate", "--tull"], ["validate", "finnes-ikke.yaml"], ["validate", "--select", "999"], ["trace"],
     ["report", "--tertial", "3"], ["--today"]],
    ids=" ".join,
)  # fmt: skip
def test_wrong_use_is_one_line_and_exit_code_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(EXAMPLE), *words]) == 2
    said = capsys.readouterr()
    assert said.err.startswith("planctl: ")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_help_is_in_the_users_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "nb", "validate", "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Bruk:" in shown
    assert "Sjekk planene" in shown


@pytest.mark.parametrize("words", [["status"], ["report", "--tertial", "1", "--year", "2021"], ["list", "tiltak"]])
def test_a_call_in_a_process_that_lives_on_keeps_nothing(town: Path, words: list[str]) -> None:
    """A plan set is spared the collector only where it lives as long as the process."""
    kept, worlds = gc.get_freeze_count(), _worlds()
    assert run(["-C", str(town), *words]) == 0
    assert gc.get_freeze_count() <= kept
    assert _worlds() == worlds


def _worlds() -> int:
    """Count the plan sets that something holds."""
    gc.collect()
    return sum(isinstance(item, World) for item in gc.get_objects())
