"""One choice made in many records is one line in the text for people; every other format keeps each finding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_support import Run
from git_support import copy_base
from planctl.output.repeated import MANY

FIRST = "tittel: Kommunen skal gjøre det enklere å gå og sykle"


def place(folder: Path, count: int) -> Path:
    """Lay a municipality whose plan has `count` strategies in the infinitive."""
    rows = "".join(
        f"\n              - id: klima.x.s{n}\n                tittel: Bygge veg {n}" for n in range(1, count)
    )
    return copy_base(folder, {"kommuneplan.yaml": {FIRST: f"tittel: Gjøre det enklere å gå og sykle{rows}"}})


def rows(planctl: Run, root: Path, *more: str) -> tuple[int, str]:
    found = planctl("-C", str(root), "validate", "--ignore", "212", *more)
    return found.code, found.out


def test_many_findings_of_one_choice_are_one_line_with_a_count(
    tmp_path: Path, planctl: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = place(tmp_path, MANY + 2)
    monkeypatch.chdir(root)
    code, out = rows(planctl, root)
    assert code == 0
    assert out.splitlines() == [
        "kommuneplan.yaml:22:25 advarsel 402 strategi-uten-skal-vil: 7 funn i 1 fil",
        "",
        "34 poster i 7 filer: 0 feil, 7 advarsler, 0 råd",
        "Det samme valget i mange poster står på én linje; --select 402 viser hvert funn.",
        "«planctl explain KODE» forklarer en regel.",
    ]


def test_few_are_told_one_by_one_and_so_are_those_asked_for(tmp_path: Path, planctl: Run) -> None:
    _, few = rows(planctl, place(tmp_path / "few", MANY - 1))
    assert few.count(" 402 ") == MANY - 1
    root = place(tmp_path / "many", MANY + 2)
    for asked in ("402", "4", "strategi-uten-skal-vil"):
        _, each = rows(planctl, root, "--select", asked)
        assert each.count("402 strategi-uten-skal-vil\n") == MANY + 2
        assert "--select" not in each


def test_the_exit_code_is_that_of_each_finding(tmp_path: Path, planctl: Run) -> None:
    code, out = rows(planctl, place(tmp_path, MANY), "--fail-on", "warning")
    assert (code, out.count("402")) == (1, 2)


def test_json_sarif_and_the_formats_of_hosts_keep_each(tmp_path: Path, planctl: Run) -> None:
    root = place(tmp_path, MANY + 2)
    found = json.loads(rows(planctl, root, "--format", "json")[1])
    assert [item["code"] for item in found["diagnostics"]] == ["402"] * (MANY + 2)
    sarif = json.loads(rows(planctl, root, "--format", "sarif")[1])
    assert len(sarif["runs"][0]["results"]) == MANY + 2
    assert len(json.loads(rows(planctl, root, "--format", "gitlab")[1])) == MANY + 2
    assert rows(planctl, root, "--format", "github")[1].count("402 strategi-uten-skal-vil") == MANY + 2
    assert rows(planctl, root, "--format", "junit", "--fail-on", "warning")[1].count("<failure") == MANY + 2
    assert rows(planctl, root, "--format", "markdown")[1].count("402") >= MANY + 2


def test_a_baseline_and_an_exemption_take_single_findings(tmp_path: Path, planctl: Run) -> None:
    root = place(tmp_path, MANY + 1)
    plan = root / "kommuneplan.yaml"
    text = plan.read_text(encoding="utf-8")
    marked = "tittel: Bygge veg 1  # planctl: unntak 402 det heter vegen"
    plan.write_text(text.replace("tittel: Bygge veg 1\n", f"{marked}\n", 1), encoding="utf-8")
    assert " 402 strategi-uten-skal-vil: 5 funn i 1 fil\n" in rows(planctl, root)[1]
    assert planctl("-C", str(root), "baseline", "write").code == 0
    known = json.loads((root / "planctl-baseline.json").read_text(encoding="utf-8"))
    assert sum("402" in json.dumps(item) for item in known["findings"]) == MANY
