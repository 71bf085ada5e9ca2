"""Old plans pass with a baseline, also after lines have moved; a new finding fails all the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planctl.cli.run import run
from support import base_files

VEG = "virksomhetsplaner/veg.yaml"


def _measure(number: int) -> str:
    return f"  - id: vp2021-veg.x{number}\n    tittel: Male felt nummer {number}\n    løser: [hp2021.o1]\n    ansvarlig: veg\n"


@pytest.fixture
def old_plans(tmp_path: Path) -> Path:
    """A repository with 500 tiltak without a deadline."""
    for name, text in base_files().items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + ("".join(map(_measure, range(500))) if name == VEG else ""), encoding="utf-8")
    return tmp_path


def _run(folder: Path, *args: str) -> int:
    return run(["-C", str(folder), "--lang", "en", *args])


def test_five_hundred_known_findings_pass_and_the_next_fails(
    old_plans: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(old_plans, "validate") == 1
    assert _run(old_plans, "baseline", "write") == 0
    assert "500 findings noted as known" in capsys.readouterr().out
    assert _run(old_plans, "validate") == 0
    assert "500 known findings in the baseline." in capsys.readouterr().out
    plan = old_plans / VEG
    plan.write_text(
        "# En ny linje\n\n" + plan.read_text(encoding="utf-8").replace("  - id", "\n  - id"), encoding="utf-8"
    )
    assert _run(old_plans, "validate") == 0
    plan.write_text(plan.read_text(encoding="utf-8") + _measure(500), encoding="utf-8")
    capsys.readouterr()
    assert _run(old_plans, "validate", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [(item["code"], item["record"]) for item in found] == [("301", "vp2021-veg.x500")]


def test_mended_findings_are_told(old_plans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run(old_plans, "baseline", "write")
    (old_plans / VEG).write_text(base_files()[VEG] + "".join(map(_measure, range(499))), encoding="utf-8")
    assert _run(old_plans, "validate") == 0
    assert "1 finding of the baseline is gone." in capsys.readouterr().out


def test_findings_are_not_gone_while_a_file_cannot_be_read(old_plans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run(old_plans, "baseline", "write")
    (old_plans / VEG).write_text(base_files()[VEG] + "    frist: a: b\n", encoding="utf-8")
    assert _run(old_plans, "validate") == 1
    told = capsys.readouterr().out
    assert f"{VEG}:16:" in told
    assert "of the baseline" not in told


def test_alike_findings_are_counted(old_plans: Path) -> None:
    """A second mistake of the same kind in a file without ids is not hidden by the first."""
    (old_plans / "a.yaml").write_text("type: møteplan\nid: m\ntittel: M\nperiode: 2021\nx: 1\n", encoding="utf-8")
    _run(old_plans, "baseline", "write")
    assert _run(old_plans, "validate") == 0
    (old_plans / "a.yaml").write_text("type: møteplan\nid: m\ntittel: M\nperiode: 2021\nx: 1\ny: 2\n", encoding="utf-8")
    assert _run(old_plans, "validate") == 1


def test_another_file_by_name(old_plans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(old_plans, "baseline", "write", "--out", "kjent.json") == 0
    assert not (old_plans / "planctl-baseline.json").exists()
    assert _run(old_plans, "validate") == 1
    assert _run(old_plans, "validate", "--baseline", "kjent.json") == 0
    capsys.readouterr()
    (old_plans / "kjent.json").write_text('{"schema_version": 9}', encoding="utf-8")
    assert _run(old_plans, "validate", "--baseline", "kjent.json") == 2
    assert "«" in capsys.readouterr().err
    assert _run(old_plans, "validate", "--baseline", "finnes-ikke.json") == 2


def test_writing_twice_gives_the_same_bytes(old_plans: Path) -> None:
    _run(old_plans, "baseline", "write")
    first = (old_plans / "planctl-baseline.json").read_bytes()
    _run(old_plans, "baseline", "write")
    assert (old_plans / "planctl-baseline.json").read_bytes() == first


def test_settings_that_cannot_be_used_are_never_known(old_plans: Path) -> None:
    (old_plans / "planctl.yaml").write_text("format: 99\n", encoding="utf-8")
    _run(old_plans, "baseline", "write")
    assert _run(old_plans, "validate") == 2
