"""`validate --format`: several formats, files, paths as the host sees them, and steady fingerprints."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest

from planctl.output.formats import FINDING_FORMATS

BASE = Path(__file__).parents[1] / "base"
EDITS = {"    frist: 2021-10-01\n": "", "    ansvarlig: veg\n": "    ansvarlig: vegg\n"}


class Outcome(NamedTuple):
    """What one run gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a faulty repository in `plan`."""
    shutil.copytree(BASE, tmp_path / "plan")
    plan = tmp_path / "plan" / "virksomhetsplaner" / "veg.yaml"
    text = plan.read_text(encoding="utf-8")
    for old, new in EDITS.items():
        assert old in text
        text = text.replace(old, new, 1)
    plan.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("PLANCTL_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def validate(here: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run `planctl validate` there, in English."""
    from planctl.cli.run import run

    def call(*argv: str) -> Outcome:
        capsys.readouterr()
        code = run(["validate", "--lang", "en", *argv])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


ALL = [argument for form in ("text", *FINDING_FORMATS) for argument in ("--format", f"{form}=out/{form}")]


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def test_several_formats_at_once(validate: Any, here: Path) -> None:
    outcome = validate("plan", "--format", "text", *ALL)
    files = contents(here / "out")
    assert (outcome.code, outcome.err) == (1, "")
    assert set(files) == {"text", *FINDING_FORMATS}
    assert files["text"] == outcome.out
    assert files["text"].startswith("plan/virksomhetsplaner/veg.yaml:")
    for form in FINDING_FORMATS:
        assert validate("plan", "--format", form).out == files[form]


def test_only_files_leave_the_screen_empty(validate: Any, here: Path) -> None:
    assert validate("plan", "--format", "sarif=planctl.sarif") == (1, "", "")
    assert (here / "planctl.sarif").is_file()


def test_a_file_has_no_colours(validate: Any, here: Path) -> None:
    validate("plan", "--color", "--format", "text", "--format", "text=a.txt")
    assert "\x1b" not in (here / "a.txt").read_text(encoding="utf-8")


def test_two_runs_are_the_same_bytes(validate: Any, here: Path) -> None:
    validate("plan", *ALL)
    first = contents(here / "out")
    validate("plan", *ALL)
    assert contents(here / "out") == first


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (
            ["--format", "srif"],
            "--format takes one of text, json, github, gitlab, sarif, azure, junit, markdown, not «srif»",
        ),
        (["--format", "sarif="], "--format sarif= needs the name of a file, as sarif=FILE"),
        (["--format", "sarif=out/"], "--format sarif= needs the name of a file, as sarif=FILE"),
        (
            ["--format", "json", "--format", "sarif"],
            "Only one format goes to standard output, not json, sarif: write the others to files, as sarif=FILE",
        ),
        (["--format", "json=a", "--format", "sarif=a"], "Two formats are to be written to the same file, «a»"),
        (["--format", "json=plan"], "«plan» is a folder, and --format needs a file"),
    ],
)
def test_usage_errors(validate: Any, here: Path, argv: list[str], said: str) -> None:
    assert validate("plan", *argv) == (2, "", f"planctl: {said}\n")
    assert [path.name for path in here.iterdir()] == ["plan"]


def paths(validate: Any, *argv: str) -> dict[str, str]:
    """Give the path of the first finding in the formats that name one."""
    sarif = json.loads(validate(*argv, "--format", "sarif").out)["runs"][0]["results"][0]
    return {
        "json": json.loads(validate(*argv, "--format", "json").out)["diagnostics"][0]["path"],
        "github": validate(*argv, "--format", "github").out.partition("file=")[2].partition(",")[0],
        "gitlab": json.loads(validate(*argv, "--format", "gitlab").out)[0]["location"]["path"],
        "azure": validate(*argv, "--format", "azure").out.partition("sourcepath=")[2].partition(";")[0],
        "sarif": sarif["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
    }


PLAN = "virksomhetsplaner/veg.yaml"


@pytest.mark.parametrize(
    ("git", "folder", "argv", "prefix"),
    [
        (".git", ".", ["plan"], "plan/"),
        (".git", "plan", [], "plan/"),
        (".git", "plan/virksomhetsplaner", ["veg.yaml"], "plan/"),
        ("plan/.git", ".", ["plan"], ""),
        ("../.git", "plan", [], "her/plan/"),
        (None, ".", ["plan"], "plan/"),
        (None, "plan", [], ""),
    ],
)
def test_paths_are_what_the_host_expects(
    validate: Any,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    git: str | None,
    folder: str,
    argv: list[str],
    prefix: str,
) -> None:
    inner = here / "her"
    inner.mkdir()
    shutil.move(here / "plan", inner / "plan")
    if git is not None:
        (inner / git).resolve().mkdir()
    monkeypatch.chdir(inner / folder)
    found = paths(validate, *argv, "--ignore", "222")  # its .git holds no history
    assert found == {form: PLAN if form == "json" else f"{prefix}{PLAN}" for form in found}


def marks(validate: Any) -> dict[str, list[str]]:
    sarif = json.loads(validate("plan", "--format", "sarif").out)["runs"][0]["results"]
    root = ET.fromstring(validate("plan", "--format", "junit").out)
    return {
        "sarif": [result["partialFingerprints"]["planctl/v1"] for result in sarif],
        "gitlab": [row["fingerprint"] for row in json.loads(validate("plan", "--format", "gitlab").out)],
        "junit": [str(case.get("name")) for case in root.iter("testcase")],
    }


def test_fingerprints_stay_when_lines_move(validate: Any, here: Path) -> None:
    before, text = marks(validate), validate("plan").out
    plan = here / "plan" / PLAN
    lines = plan.read_text(encoding="utf-8").splitlines(keepends=True)
    moved = "# En merknad\n\n" + "".join(
        line for pair in zip(lines, ["# mer\n"] * len(lines), strict=True) for line in pair
    )
    plan.write_text(moved, encoding="utf-8")
    assert validate("plan").out != text
    assert marks(validate) == before
    assert len(set(before["sarif"])) == len(before["sarif"]) >= 2


def test_a_new_finding_has_a_new_fingerprint(validate: Any, here: Path) -> None:
    before = set(marks(validate)["sarif"])
    plan = here / "plan" / PLAN
    plan.write_text(plan.read_text(encoding="utf-8").replace("ansvarlig: vegg", "ansvarlig: veggg"), encoding="utf-8")
    after = set(marks(validate)["sarif"])
    assert len(after - before) == len(before - after) == 1
