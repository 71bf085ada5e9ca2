"""Every rule: its example fires and its mended example does not; its cases, to the line and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from planctl.check.collected import unused
from planctl.model.period import parse_date
from planctl.resources import SHIPPED
from planctl.rules.rule import Rule
from support import RULES, Files, base_files, found, places, world

HERE = Path(__file__).parent
CASES = {path.stem: path for path in [*HERE.glob("rules/*.yml"), *HERE.glob("disciplines/*/*.yml")]}
"""The cases of each rule, by its slug: a discipline's stand in its own folder."""
# no plan names a file on the command line, makes a clone shallow, or planctl crash:
# see cli/test_cli_named.py, history/test_unknown.py and test_crash.py
JUDGING = [rule for rule in RULES if rule.code not in {"019", "222", "901"}]


def _cases() -> list[Any]:
    rows = []
    for _, path in sorted(CASES.items()):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            rows.append(pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}"))
    return rows


def _home(rule: Rule) -> str:
    """Give the package of the discipline that a rule stands in; empty for one that is of none."""
    judge = rule.whole or rule.each  # none where the loader judges
    module = judge.__module__ if judge is not None else ""
    return module.rpartition(".rules.")[0] if module.startswith("planctl.disciplines.") else ""


def test_the_small_municipality_is_clean() -> None:
    assert places(found({})) == []


def test_codes_and_slugs_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.slug for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", JUDGING, ids=lambda rule: rule.slug)
def test_example_fires_and_mended_example_does_not(rule: Rule) -> None:
    example = rule.example
    past: list[tuple[Files, str]] = (
        [({**example.with_files, example.path: example.before}, "")] if example.before else []
    )
    bad = found({**example.with_files, example.path: example.bad}, rule.code, *example.with_rules, past=past)
    good = found(
        {**example.with_files, example.renamed or example.path: example.good}, rule.code, *example.with_rules, past=past
    )
    assert {item.code for item in bad} == {rule.code}
    assert places(good) == []


@pytest.mark.parametrize("rule", JUDGING, ids=lambda rule: rule.slug)
def test_every_rule_has_cases(rule: Rule) -> None:
    cases = yaml.safe_load(CASES[rule.slug].read_text(encoding="utf-8"))
    assert any(case["expect"] for case in cases), "no case that fires"
    assert any(not case["expect"] for case in cases), "no near miss"


@pytest.mark.parametrize(("slug", "case"), _cases())
def test_case(slug: str, case: dict[str, Any]) -> None:
    """Cases: `files` over the base (`null` removes; `replace` edits base files), exact `expect`.

    `encoding` names the files that are saved in another encoding than UTF-8, `past` the commits
    before: each with `files`, `replace`, and the ids it `confirms`.
    """
    files = _laid(case)
    past: list[tuple[Files, str]] = [(_laid(step), step.get("confirms", "")) for step in case.get("past", ())]
    for path, encoding in case.get("encoding", {}).items():
        files[path] = files[path].encode(encoding)
    today = parse_date(str(case["today"])) if "today" in case else None
    diagnostics = found(files, *case.get("select", [slug]), today=today, past=past)
    assert places(diagnostics) == case["expect"]


def _laid(case: dict[str, Any]) -> dict[str, Any]:
    """Give the files that a case lays over the base."""
    files: dict[str, Any] = dict(case.get("files") or {})
    for path, edits in (case.get("replace") or {}).items():
        text = base_files()[path]
        for old, new in edits.items():
            assert text.count(old) == 1, f"«{old}» stands {text.count(old)} times in {path}"
            text = text.replace(old, new)
        files[path] = text
    return files


@pytest.mark.parametrize("rule", [rule for rule in JUDGING if _home(rule)], ids=lambda rule: rule.slug)
def test_a_discipline_is_in_use_wherever_its_rule_fires(rule: Rule) -> None:
    """`JUDGES` names every kind that gives its rules something to say: else they would not be read."""
    cases = yaml.safe_load(CASES[rule.slug].read_text(encoding="utf-8"))
    firing = [_laid(case) for case in cases if any(f" {rule.code}" in line for line in case["expect"])]
    for files in [*firing, {**rule.example.with_files, rule.example.path: rule.example.bad}]:
        here = world(files)
        held = {record.kind for record in here.plans.records}
        assert _home(rule) not in unused(SHIPPED, held.__contains__, here.config.groups)
