"""`rules` and `explain`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_support import Run, columns
from git_support import copy_base
from support import RULES


def test_every_rule_is_listed(base: Run) -> None:
    found = json.loads(base("rules", "--format", "json").out)
    assert [rule["code"] for rule in found["rules"]] == [rule.code for rule in RULES]
    text = base("rules").out
    assert [rule.slug for rule in RULES if rule.slug not in text] == []
    assert columns(text) <= 80


def test_severity_as_it_is_here(planctl: Run, tmp_path: Path) -> None:
    own = "regler:\n  alvorlighet:\n    301: råd\n  ignorer: [tiltak-uten-ansvarlig]\ndato:"
    folder = copy_base(tmp_path, {"planctl.yaml": {"dato:": own}})
    rows = json.loads(planctl("rules", "--format", "json", "-C", str(folder)).out)["rules"]
    levels = {row["code"]: row["severity"] for row in rows}
    assert levels["301"] == "info"
    assert levels.get("302", "off") == "off"


def test_rules_need_no_repository(planctl: Run, tmp_path: Path) -> None:
    assert planctl("rules", "-C", str(tmp_path)).code == 0
    assert planctl("explain", "301", "-C", str(tmp_path)).code == 0


def test_explain_shows_what_differs(base: Run) -> None:
    code, out, _ = base("explain", "301")
    assert code == 0
    assert out.startswith("error 301 tiltak-uten-frist\nMeasure without a deadline\n")
    assert "\n  +     frist: 2021-10-01\n" in out
    assert "S0 «Begrepsapparat»: tiltak" in out
    assert "tiltak-uten-frist: advarsel" in out
    assert base("explain", "tiltak-uten-frist").out == out


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_every_rule_can_be_explained(planctl: Run, rule: object) -> None:
    for lang in ("nb", "nn", "en"):
        code, out, _ = planctl("explain", rule.code, "--lang", lang)  # type: ignore[attr-defined]
        assert code == 0
        assert columns(out) <= 80


def test_unknown_rule(base: Run) -> None:
    code, _, err = base("explain", "tiltak-uten-frst")
    assert code == 2
    assert "Did you mean «tiltak-uten-frist»?" in err
    assert "planctl rules" in base("explain", "qqqqq").err
