"""`validate --against BASE`: all findings, those of history, and those that the change hides by its own settings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli_support import Run
from git_support import Repo

KP, VEG, SETTINGS = "kommuneplan.yaml", "virksomhetsplaner/veg.yaml", "planctl.yaml"
GOAL = "tittel: Innbyggerne reiser miljøvennlig"
NEW_GOAL = "tittel: Innbyggerne lar bilen stå"
DEADLINE = "    frist: 2021-10-01\n"
TODAY = "2021-06-15"
HIDES = "The change hides or softens this by {}, and is judged without that."


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "planer")


def check(planctl: Run, repo: Repo, *options: str, against: str = "HEAD", code: int = 1) -> list[dict[str, Any]]:
    """Check the files as they stand against a revision; the exit code must be as told."""
    where = ("-C", str(repo.folder), "--lang", "en", "--today", TODAY, "validate")
    done = planctl(*where, "--against", against, "--format", "json", *options)
    assert done.code == code, done.out + done.err
    found: list[dict[str, Any]] = json.loads(done.out)["diagnostics"]
    return found


def rows(found: list[dict[str, Any]]) -> list[str]:
    """Show each finding as code, severity and path."""
    return [f"{row['code']} {row['severity']} {row['path']}" for row in found]


def test_nothing_is_changed(planctl: Run, repo: Repo) -> None:
    assert check(planctl, repo, code=0) == []


def test_an_old_error_stays_red_and_an_adopted_goal_is_protected(planctl: Run, repo: Repo) -> None:
    repo.edit(VEG, DEADLINE, "")
    repo.commit("En gammel feil")
    assert rows(check(planctl, repo)) == [f"301 error {VEG}"]
    repo.edit(KP, GOAL, NEW_GOAL)
    assert rows(check(planctl, repo, "--ignore", "221")) == [f"528 error {KP}", f"301 error {VEG}"]


def test_a_new_vedtak_makes_it_right(planctl: Run, repo: Repo) -> None:
    repo.edit(KP, GOAL, NEW_GOAL)
    old = "vedtak:\n  organ: kommunestyret\n  dato: 2020-06-09\n"
    new = "vedtak:\n  - organ: kommunestyret\n    dato: 2020-06-09\n  - organ: kommunestyret\n    dato: 2021-06-08\n"
    repo.edit(KP, old, new)
    assert rows(check(planctl, repo, "--ignore", "221", code=0)) == []


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("regler:\n  ignorer: [301]\n", "regler → ignorer"),
        ("regler:\n  ignorer: ['3']\n", "regler → ignorer"),
        ("regler:\n  alvorlighet:\n    tiltak-uten-frist: av\n", "regler → alvorlighet → tiltak-uten-frist"),
        ("regler:\n  alvorlighet:\n    '301': råd\n", "regler → alvorlighet → 301"),
        ("regler:\n  per_sti:\n    virksomhetsplaner/**:\n      ignorer: [301]\n", "regler → per_sti → virksomhetsplaner/**"),
        ("utelat: [virksomhetsplaner/]\n", "utelat"),
    ],
)  # fmt: skip
def test_a_rule_switched_off_in_the_change(planctl: Run, repo: Repo, text: str, setting: str) -> None:
    before = repo.read(SETTINGS).count("\n")
    repo.edit(VEG, DEADLINE, "")
    repo.write({SETTINGS: repo.read(SETTINGS) + text})
    row = next(row for row in check(planctl, repo) if row["code"] == "301")
    assert (row["severity"], row["path"]) == ("error", VEG)
    assert row["help"].endswith(HIDES.format(f"«{setting}» in planctl.yaml"))
    (related,) = row["related"]
    assert (related["path"], related["message"]) == (SETTINGS, "this hides it")
    assert related["line"] > before


def test_settings_that_stand_in_base_hold(planctl: Run, repo: Repo) -> None:
    repo.write({SETTINGS: repo.read(SETTINGS) + "regler:\n  ignorer: [301]\n"})
    repo.commit("Avtalt")
    repo.edit(VEG, DEADLINE, "")
    assert check(planctl, repo, code=0) == []


def test_the_rule_that_protects_is_switched_off(planctl: Run, repo: Repo) -> None:
    repo.edit(KP, GOAL, NEW_GOAL)
    repo.write({SETTINGS: repo.read(SETTINGS) + "regler:\n  ignorer: [528]\n"})
    row = next(row for row in check(planctl, repo) if row["code"] == "528")
    assert (row["path"], row["severity"]) == (KP, "error")
    assert row["help"].endswith(HIDES.format("«regler → ignorer» in planctl.yaml"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("regler:\n  alvorlighet:\n    '528': av\n", "528 vedtatt-plan-endret"),
        ("regler:\n  alvorlighet:\n    '301': råd\n", "301 tiltak-uten-frist"),
        ("regler:\n  ignorer: [301, 528]\n", "528 vedtatt-plan-endret and 301 tiltak-uten-frist"),
        ("regler:\n  per_sti:\n    arkiv/**:\n      ignorer: [528]\n", "528 vedtatt-plan-endret"),
    ],
)
def test_a_rule_is_weakened_before_it_finds_anything(planctl: Run, repo: Repo, text: str, told: str) -> None:
    repo.write({SETTINGS: repo.read(SETTINGS) + text})
    (row,) = check(planctl, repo, code=0)
    assert (row["code"], row["severity"], row["path"]) == (told[:3], "warning", SETTINGS)
    assert row["message"] == f"The change turns off or softens rules that give errors: {told}"
    repo.commit("Godkjent")
    assert check(planctl, repo, code=0) == []


def test_an_adopted_plan_is_set_under_revision_and_rewritten_at_once(planctl: Run, repo: Repo) -> None:
    repo.edit(KP, "status: vedtatt", "status: under revisjon")
    assert "528" not in [row["code"] for row in check(planctl, repo, code=0)]
    repo.edit(KP, GOAL, NEW_GOAL)
    (row,) = [row for row in check(planctl, repo, code=0) if row["code"] == "528"]
    assert (row["severity"], row["path"], row["field"]) == ("warning", KP, "status")


def test_a_stricter_setting_counts_at_once(planctl: Run, repo: Repo) -> None:
    repo.write({SETTINGS: repo.read(SETTINGS) + "regler:\n  ignorer: [301]\n"})
    repo.edit(VEG, DEADLINE, "")
    repo.commit("Slått av")
    repo.edit(SETTINGS, "regler:\n  ignorer: [301]\n", "")
    (row,) = check(planctl, repo)
    assert (row["code"], row["severity"], row["related"]) == ("301", "error", [])


def test_a_comment_that_comes_with_the_change(planctl: Run, repo: Repo) -> None:
    repo.edit(VEG, DEADLINE, "")
    repo.edit(VEG, "  - id: vp2021-veg.t1\n", "  # planctl: unntak 301 – etter avtale\n  - id: vp2021-veg.t1\n")
    (row,) = check(planctl, repo)
    line = repo.read(VEG).partition("# planctl")[0].count("\n") + 1
    assert (row["code"], row["severity"]) == ("301", "error")
    assert row["help"].endswith(HIDES.format(f"the comment in {VEG}, line {line}"))
    assert [(item["path"], item["line"]) for item in row["related"]] == [(VEG, line)]
    repo.commit("Godkjent")
    assert check(planctl, repo, code=0) == []
    repo.write({VEG: "# Veg og trafikk\n" + repo.read(VEG)})
    repo.edit(VEG, "id: vp2021-veg.t1\n", "id: vp2021-veg.t9\n    tidligere_id: [vp2021-veg.t1]\n")
    assert check(planctl, repo, code=0) == []


def test_a_comment_moved_to_another_record_is_new(planctl: Run, repo: Repo) -> None:
    measure = repo.read(VEG)[repo.read(VEG).index("  - id: vp2021-veg.t1\n") :]
    comment = "  # planctl: unntak 301 – etter avtale\n"
    bare = measure.replace(DEADLINE, "")
    repo.edit(VEG, measure, comment + bare)
    repo.commit("Godkjent")
    other = bare.replace("veg.t1", "veg.t2").replace("tittel: ", "tittel: Den andre ", 1)
    repo.edit(VEG, comment + bare, measure + comment + other)
    found = [row for row in check(planctl, repo) if row["code"] == "301"]
    assert [row["record"] for row in found] == ["vp2021-veg.t2"]


def test_a_baseline_that_comes_with_the_change(planctl: Run, repo: Repo) -> None:
    repo.edit(VEG, DEADLINE, "")
    planctl("-C", str(repo.folder), "--today", TODAY, "baseline", "write")
    (row,) = check(planctl, repo)
    assert (row["code"], row["severity"]) == ("301", "error")
    assert row["help"].endswith(HIDES.format("the baseline"))
    repo.commit("Godkjent")
    assert check(planctl, repo, code=0) == []
    repo.edit(KP, GOAL, "tittel: Øke sykling")
    planctl("-C", str(repo.folder), "--today", TODAY, "baseline", "write")
    assert "301" not in {row["code"] for row in check(planctl, repo, "--fail-on", "info")}


def test_no_baseline_hides_that_an_adopted_goal_is_changed(planctl: Run, repo: Repo, tmp_path: Path) -> None:
    """Also one that stood in BASE, or is the caller's own, with the fingerprint of a change that comes later."""
    repo.edit(KP, GOAL, NEW_GOAL)
    where = ("-C", str(repo.folder), "--today", TODAY, "validate", "--against", "HEAD", "--select", "528")
    (shown,) = json.loads(planctl(*where, "--format", "sarif").out)["runs"][0]["results"]
    (mark,) = shown["partialFingerprints"].values()
    row = {"fingerprint": mark, "code": "528", "path": KP, "record": "klima.d1"}
    text = json.dumps({"schema_version": 1, "findings": [row]})
    repo.write({"planctl-baseline.json": text})
    assert f"528 error {KP}" in rows(check(planctl, repo))
    repo.edit(KP, NEW_GOAL, GOAL)
    repo.commit("En grunnlinje for det som kommer")
    repo.edit(KP, GOAL, NEW_GOAL)
    assert f"528 error {KP}" in rows(check(planctl, repo))
    (tmp_path / "kjent.json").write_text(text)
    assert f"528 error {KP}" in rows(check(planctl, repo, "--baseline", str(tmp_path / "kjent.json")))


def test_a_baseline_outside_the_repository_is_the_callers_own(planctl: Run, repo: Repo, tmp_path: Path) -> None:
    repo.edit(VEG, DEADLINE, "")
    planctl("-C", str(repo.folder), "--today", TODAY, "baseline", "write", "--out", str(tmp_path / "kjent.json"))
    assert check(planctl, repo, "--baseline", str(tmp_path / "kjent.json"), code=0) == []


@pytest.mark.parametrize(
    ("name", "text"), [(".gitignore", "virksomhetsplaner/\n"), ("virksomhetsplaner/planctl.yaml", "format: 1\n")]
)
def test_a_file_kept_from_being_read(planctl: Run, repo: Repo, name: str, text: str) -> None:
    repo.edit(VEG, DEADLINE, "")
    repo.write({name: text})
    row = next(row for row in check(planctl, repo) if row["code"] == "301")
    assert row["help"].endswith(HIDES.format(f"a .gitignore or a planctl.yaml above «{VEG}»"))


@pytest.mark.parametrize("day", ["2021-01-15", "2099-01-01"])
def test_a_fixed_date_set_back_or_into_the_future(planctl: Run, repo: Repo, day: str) -> None:
    repo.edit(VEG, "2021-10-01", "2021-03-01")
    repo.edit(SETTINGS, "dato: 2021-06-15", f"dato: {day}")
    row = next(row for row in dated(planctl, repo) if row["code"] == "306")
    assert row["help"].endswith(HIDES.format("«dato» in planctl.yaml"))


def test_a_fixed_date_set_on_as_time_passes(planctl: Run, repo: Repo) -> None:
    repo.edit(VEG, "2021-10-01", "2021-07-01")
    repo.edit(SETTINGS, "dato: 2021-06-15", "dato: 2021-07-15")
    (row,) = dated(planctl, repo)
    assert (row["code"], row["severity"], row["related"]) == ("306", "warning", [])


def dated(planctl: Run, repo: Repo) -> list[dict[str, Any]]:
    """Check deadlines by the dates that the settings pin."""
    where = ("-C", str(repo.folder), "--lang", "en", "validate", "--against", "HEAD", "--select", "306")
    found: list[dict[str, Any]] = json.loads(planctl(*where, "--format", "json").out)["diagnostics"]
    return found


def test_settings_where_there_were_none(planctl: Run, repo: Repo) -> None:
    """Facts of the municipality count at once; rules turned off and files left out do not."""
    settings = repo.read(SETTINGS)
    repo.write({SETTINGS: None})
    repo.edit(VEG, DEADLINE, "")
    repo.commit("Planer uten innstillinger")
    repo.write({SETTINGS: settings + "utelat: [virksomhetsplaner/]\n"})
    (row,) = check(planctl, repo)
    assert row["help"].endswith(HIDES.format("«utelat» in planctl.yaml"))


def test_settings_moved_out_of_the_folder_of_the_plans(planctl: Run, repo: Repo) -> None:
    """The plans are then judged by settings that BASE does not have, and BASE reads no plans there."""
    whole = Repo(repo.folder.with_name("ytre"), {"README.md": "x\n"})
    names = [name for name in repo.git("ls-files", "-z").split("\0") if name]
    whole.write({f"planer/{name}": repo.read(name) for name in names})
    whole.commit("Planer i en mappe")
    whole.edit(f"planer/{KP}", GOAL, NEW_GOAL)
    whole.write({SETTINGS: repo.read(SETTINGS) + "regler:\n  ignorer: [222, 528]\n", f"planer/{SETTINGS}": None})
    row = check(planctl, whole)[0]
    assert (row["code"], row["severity"]) == ("222", "error")
    assert row["message"].endswith("the plans in «planer» had settings of their own, which are taken away")


def linked(planctl: Run, repo: Repo, base: str = "HEAD") -> list[dict[str, Any]]:
    """Check the plans of the folder «plan», named so also when it is a link."""
    where = ("-C", str(repo.folder / "plan"), "--lang", "en", "--today", TODAY, "validate", "--against", base)
    found: list[dict[str, Any]] = json.loads(planctl(*where, "--format", "json").out)["diagnostics"]
    return found


def test_the_folder_of_the_plans_becomes_a_link(planctl: Run, repo: Repo) -> None:
    """BASE has a folder there, and would be read where the link leads, where it has no plans."""
    names = [name for name in repo.git("ls-files", "-z").split("\0") if name]
    whole = Repo(repo.folder.with_name("ytre"), {f"plan/{name}": repo.read(name) for name in names})
    whole.edit(f"plan/{KP}", GOAL, NEW_GOAL)
    assert rows(linked(planctl, whole))[0] == f"528 error {KP}"
    (whole.folder / "plan").rename(whole.folder / "plan2")
    (whole.folder / "plan").symlink_to("plan2")
    row = linked(planctl, whole)[0]
    assert (row["code"], row["severity"]) == ("222", "error")
    assert row["message"].endswith("«plan» is a link now, and was something else in the revision compared with")
    whole.commit("Godkjent")
    assert [row["code"] for row in linked(planctl, whole) if row["severity"] == "error"] == []
    whole.edit(f"plan/{KP}", NEW_GOAL, "tittel: Innbyggerne sykler")
    assert f"528 error {KP}" in rows(linked(planctl, whole))
    (whole.folder / "plan2").rename(whole.folder / "plan3")
    (whole.folder / "plan2").symlink_to("plan3")
    assert "«plan2» is a link now" in linked(planctl, whole)[0]["message"]
    (whole.folder / "plan").unlink()
    (whole.folder / "plan").symlink_to("plan3")
    assert "«plan» is a link now" in linked(planctl, whole)[0]["message"]


def test_deletions(planctl: Run, repo: Repo) -> None:
    repo.write({"årshjul.yaml": None})
    check(planctl, repo, code=0)
    repo.write({KP: None})
    assert {"201", "528"} <= {row["code"] for row in check(planctl, repo)}


def test_the_first_change_of_all_is_judged_by_its_own_settings(planctl: Run, repo: Repo) -> None:
    settings = repo.read(SETTINGS)
    empty = Repo(repo.folder.with_name("ny"), {"README.md": "x\n"})
    names = repo.git("ls-files", "-z").split("\0")
    empty.write({name: repo.read(name) for name in names if name})
    empty.write({SETTINGS: settings + "regler:\n  ignorer: [301]\n"})
    empty.edit(VEG, DEADLINE, "")
    assert check(planctl, empty, code=0) == []


def test_broken_settings_in_base_are_told_and_mended(planctl: Run, repo: Repo) -> None:
    settings = repo.read(SETTINGS)
    repo.write({SETTINGS: "format: [\n"})
    repo.commit("Ødelagt")
    repo.write({SETTINGS: settings})
    (row,) = check(planctl, repo, code=0)
    assert row["code"] == "222"
    assert row["message"].endswith("the settings of the revision compared with cannot be used")


def test_before_the_first_commit_it_is_unknown(planctl: Run, repo: Repo) -> None:
    unborn = Repo(repo.folder.with_name("ufødt"), {})
    unborn.write({name: repo.read(name) for name in repo.git("ls-files", "-z").split("\0") if name})
    (row,) = check(planctl, unborn, code=0)
    assert (row["code"], row["message"].rpartition(": ")[2]) == ("222", "nothing is committed yet")


def test_the_two_options_exclude_each_other_and_a_name_must_be_there(planctl: Run, repo: Repo) -> None:
    done = planctl("-C", str(repo.folder), "--lang", "en", "validate", "--since", "HEAD", "--against", "HEAD")
    assert (done.code, done.err) == (
        2,
        "planctl: --against shows all findings and --since only new ones: use one of them\n",
    )
    done = planctl("-C", str(repo.folder), "--lang", "en", "validate", "--against", "borte")
    assert (done.code, done.err) == (2, "planctl: There is no revision «borte»\n")
