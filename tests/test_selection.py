"""Which rules run, and how gravely they are taken: planctl.yaml, the profile and the command line."""

from __future__ import annotations

import pytest

from planctl.check.pipeline import Choice, check
from planctl.check.registry import ALWAYS, rule_book
from planctl.findings.diagnostic import Severity
from planctl.i18n import Language
from support import RULES, base_files, found, places, said, world

BOOK = rule_book()

CONFIG = "planctl.yaml"
VEG = "virksomhetsplaner/veg.yaml"
LATE = base_files()[VEG].replace("2021-10-01", "2021-06-01").replace("    ansvarlig: veg\n", "")
"""One tiltak that is late (306, advarsel) and nobody's (302, feil)."""


def _settings(text: str) -> dict[str, str]:
    return {CONFIG: base_files()[CONFIG] + text, VEG: LATE}


def _levels(text: str, select: list[str] | None = None, ignore: list[str] | None = None) -> dict[str, Severity]:
    return BOOK.severities(world(_settings(text)).config, select or (), ignore or ())


def _on(levels: dict[str, Severity]) -> set[str]:
    return {code for code, level in levels.items() if level is not Severity.OFF}


def test_without_settings_every_rule_has_its_own_severity() -> None:
    assert _levels("") == {rule.code: rule.severity for rule in RULES}
    assert [(item.code, item.severity) for item in found(_settings(""))] == [
        ("302", Severity.ERROR),
        ("306", Severity.WARNING),
    ]


@pytest.mark.parametrize("name", ["306", '"306"', "frist-passert"])
@pytest.mark.parametrize(
    ("word", "level"), [("feil", "error"), ("advarsel", "warning"), ("råd", "info"), ("av", "off")]
)
def test_severity_is_set_by_code_or_name(name: str, word: str, level: str) -> None:
    assert _levels(f"regler:\n  alvorlighet:\n    {name}: {word}\n")["306"] == level


def test_severity_of_one_rule_goes_before_that_of_its_prefix_in_any_order() -> None:
    levels = _levels('regler:\n  alvorlighet:\n    frist-passert: feil\n    "3": råd\n    30: av\n')
    assert levels["306"] is Severity.ERROR
    assert levels["311"] is Severity.INFO
    assert levels["302"] is Severity.OFF
    assert levels["510"] is Severity.ERROR


def test_profile_fri_keeps_to_law_and_logic() -> None:
    config = {CONFIG: base_files()[CONFIG].replace("format: 1\n", "format: 1\nprofil: fri\n")}
    levels = BOOK.severities(world(config).config)
    assert levels == {rule.code: rule.severity if rule.severity_fri is None else rule.severity_fri for rule in RULES}
    assert levels["510"] is levels["310"] is levels["309"] is Severity.OFF
    assert levels["301"] is levels["201" if "201" in levels else "302"] is Severity.ERROR


def test_a_rule_that_the_profile_turns_off_can_be_turned_on() -> None:
    config = base_files()[CONFIG].replace("format: 1\n", "format: 1\nprofil: fri\n")
    config += "regler:\n  alvorlighet:\n    temaplan-definerer-mål: råd\n"
    levels = BOOK.severities(world({CONFIG: config}).config)
    assert levels["510"] is Severity.INFO


@pytest.mark.parametrize(
    ("ignored", "left"),
    [
        ("[306]", ["302"]),
        ("[frist-passert, 302]", []),
        ('["3"]', []),
        ('["31"]', ["302", "306"]),
        ("[003]", ["302", "306"]),
    ],
)
def test_ignorer_turns_rules_off(ignored: str, left: list[str]) -> None:
    assert [item.code for item in found(_settings(f"regler:\n  ignorer: {ignored}\n"))] == left


def test_a_code_with_noughts_in_front_means_that_code_alone() -> None:
    off = set(_levels("")) - _on(_levels("regler:\n  ignorer: [009, 001]\n"))
    assert off == {"009", "001"} & set(_levels(""))


def test_per_sti_turns_rules_off_for_some_files() -> None:
    files = _settings(
        'regler:\n  per_sti:\n    "virksomhetsplaner/**":\n      ignorer: [306, 999]\n    "arkiv/**":\n      ignorer: [302]\n'
    )
    assert [item.code for item in found(files)] == ["903", "302"]
    moved = {**files, VEG: None, "arkiv/veg.yaml": LATE}
    assert [item.code for item in found(moved)] == ["306", "903"]


@pytest.mark.parametrize(
    ("select", "wanted"),
    [(["306"], {"306"}), (["frist-passert", "302"], {"302", "306"}), (["90"], {"901", "902", "903", "904"})],
)
def test_select_keeps_only_what_it_names_and_what_tells_that_planctl_failed(
    select: list[str], wanted: set[str]
) -> None:
    assert _on(_levels("", select)) == wanted | ALWAYS


def test_select_and_ignore_take_first_digits() -> None:
    levels = _levels("", ["3"], ["30"])
    assert _on(levels) - ALWAYS == {
        rule.code for rule in RULES if rule.code.startswith("3") and not rule.code.startswith("30")
    }


def test_select_turns_on_a_rule_that_is_off() -> None:
    assert _levels("regler:\n  alvorlighet:\n    306: av\n", ["306"])["306"] is Severity.WARNING


def test_ignore_goes_before_select() -> None:
    assert _on(_levels("", ["3"], ["3"])) == ALWAYS
    assert check(world(_settings("")), Choice(["306"], ["frist-passert"])) == []


def test_unknown_codes_are_told_where_they_stand() -> None:
    settings = (
        "regler:\n  alvorlighet:\n    frist-pasert: råd\n  ignorer: [306, tiltak_uten_frist, 4711]\n"
        '  per_sti:\n    "arkiv/**":\n      ignorer: [duplisert-titel]\n'
    )
    diagnostics = [item for item in found(_settings(settings)) if item.code == "903"]
    first = base_files()[CONFIG].count("\n") + 1
    assert places(diagnostics) == [
        f"{CONFIG}:{first + 2}:5 903",
        f"{CONFIG}:{first + 3}:18 903",
        f"{CONFIG}:{first + 3}:37 903",
        f"{CONFIG}:{first + 6}:17 903",
    ]
    assert said(diagnostics, "en")[0] == "No rule is called «frist-pasert»"
    assert [Language("en")(item.help) for item in diagnostics if item.help] == [
        "Did you mean «frist-passert»?",
        "Did you mean «tiltak-uten-frist»?",
        "«planctl rules» lists them all.",
        "Did you mean «duplisert-tittel»?",
    ]


def test_matching_and_suggestion() -> None:
    assert [rule.slug for rule in BOOK.matching("306")] == ["frist-passert"]
    assert [rule.code for rule in BOOK.matching("frist-passert")] == ["306"]
    assert {rule.code[:2] for rule in BOOK.matching("30")} == {"30"}
    assert list(BOOK.matching("3x")) == list(BOOK.matching("")) == list(BOOK.matching("3066")) == []
    assert BOOK.suggestion("fristpassert") == "frist-passert"
    assert BOOK.suggestion("zzz") is None
