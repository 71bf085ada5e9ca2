"""Rule 528 over several commits and pull requests, in scripted repositories."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from cli_support import Run
from git_support import Repo

KP = "kommuneplan.yaml"
GOAL = "Innbyggerne reiser miljøvennlig"
NEW_GOAL = "Innbyggerne lar bilen stå"
TITLE = "kommuneplan.yaml:19 «tittel» of «klima.d1» is changed in «kp2020», which is adopted"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Four commits: adopted, under revision, written on, adopted again without a new vedtak."""
    made = Repo(tmp_path / "planer")
    made.edit(KP, "status: vedtatt", "status: under revisjon")
    made.commit("Under revisjon")
    made.edit(KP, GOAL, NEW_GOAL)
    made.commit("Nytt mål")
    made.edit(KP, "status: under revisjon", "status: vedtatt")
    made.commit("Vedtatt igjen")
    return made


def new_vedtak(old: str, new: str) -> tuple[str, str]:
    """Give the vedtak of a plan as it is written, and with a later one under it."""
    rows = "".join(f"  - organ: kommunestyret\n    dato: {day}\n" for day in (old, new))
    return f"vedtak:\n  organ: kommunestyret\n  dato: {old}\n", f"vedtak:\n{rows}"


def since(planctl: Run, folder: Path, revision: str) -> list[str]:
    """Check the files as they stand against a revision: each 528 as path, line and message."""
    done = planctl("-C", str(folder), "--lang", "en", "validate", "--since", revision, "--format", "json")
    found = [row for row in json.loads(done.out)["diagnostics"] if row["code"] == "528"]
    assert done.code == (1 if found else 0)
    return [f"{row['path']}:{row['line']} {row['message']}" for row in found]


def shallow(repo: Repo, depth: int) -> Path:
    """Clone the last commits only."""
    target = repo.folder.with_name("grunn")
    subprocess.run(["git", "clone", "-q", "--depth", str(depth), f"file://{repo.folder}", str(target)], check=True)
    return target


def test_from_adopted_to_adopted_over_small_commits(planctl: Run, repo: Repo) -> None:
    assert since(planctl, repo.folder, "HEAD~3") == [TITLE]


def test_the_diff_of_the_whole_is_grave(planctl: Run, repo: Repo) -> None:
    done = planctl("-C", str(repo.folder), "--lang", "en", "diff", "HEAD~3...HEAD", "--format", "json", "--exit-code")
    found = json.loads(done.out)
    assert done.code == 1
    assert [(row["record"], row["field"], row["weight"]) for row in found["changes"]] == [
        ("klima.d1", "tittel", "error")
    ]
    assert [row["code"] for row in found["findings"]["new"] if row["code"] == "528"] == ["528"]


def test_the_steps_while_it_is_under_revision_are_free(planctl: Run, repo: Repo) -> None:
    for tip in ("HEAD~2", "HEAD~1"):
        repo.git("checkout", "-q", "--detach", f"main{tip.removeprefix('HEAD')}")
        assert since(planctl, repo.folder, "HEAD~1") == []
        assert since(planctl, repo.folder, "main~3") == []


@pytest.mark.parametrize("base", ["HEAD~2", "HEAD~1"])
def test_a_later_pull_request_that_only_sets_the_status_back(planctl: Run, repo: Repo, base: str) -> None:
    assert since(planctl, repo.folder, base) == [TITLE]
    text = planctl("-C", str(repo.folder), "--lang", "en", "validate", "--since", base, "--select", "528").out
    sha = repo.git("rev-parse", "--short=9", "HEAD~2").strip()
    assert f"not with the text it had until 2021-01-03 ({sha})" in " ".join(text.split())
    shown = planctl("-C", str(repo.folder), "--lang", "en", "diff", f"{base}...HEAD", "--exit-code")
    assert shown.code == 1
    assert "error 528 kommuneplan.yaml:19" in shown.out


def test_set_back_by_work_that_is_not_committed(planctl: Run, repo: Repo) -> None:
    repo.git("reset", "-q", "--hard", "HEAD~1")
    repo.edit(KP, "status: under revisjon", "status: vedtatt")
    assert since(planctl, repo.folder, "HEAD") == [TITLE]


def test_a_new_vedtak_settles_it(planctl: Run, repo: Repo) -> None:
    repo.edit(KP, *new_vedtak("2020-06-09", "2021-06-09"))
    for base in ("HEAD~3", "HEAD~2", "HEAD~1"):
        assert since(planctl, repo.folder, base) == []


def test_a_vedtak_written_while_under_revision_settles_it_too(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    repo.edit(KP, "status: vedtatt", "status: under revisjon")
    repo.edit(KP, GOAL, NEW_GOAL)
    repo.edit(KP, *new_vedtak("2020-06-09", "2021-06-09"))
    repo.commit("Under revisjon, med vedtaket")
    repo.edit(KP, "status: under revisjon", "status: vedtatt")
    assert since(planctl, repo.folder, "HEAD") == []


def test_a_revision_that_is_given_up_needs_no_vedtak(planctl: Run, repo: Repo) -> None:
    repo.edit(KP, NEW_GOAL, GOAL)
    for base in ("HEAD~3", "HEAD~2", "HEAD~1"):
        assert since(planctl, repo.folder, base) == []


def test_the_plan_has_moved_and_its_goal_has_a_new_id(planctl: Run, repo: Repo) -> None:
    repo.git("reset", "-q", "--hard", "HEAD~1")
    repo.git("mv", KP, "plan.yaml")
    repo.edit("plan.yaml", "id: klima.d1.s1", "id: klima.s1\n                tidligere_id: [klima.d1.s1]")
    repo.edit("handlingsprogram.yaml", "[klima.d1.s1]", "[klima.s1]")
    repo.commit("Flyttet")
    repo.edit("plan.yaml", "status: under revisjon", "status: vedtatt")
    assert since(planctl, repo.folder, "HEAD") == [TITLE.replace("kommuneplan", "plan")]


def test_two_rounds_are_held_against_the_text_before_the_revision_given(planctl: Run, repo: Repo) -> None:
    repo.edit(KP, "status: vedtatt", "status: under revisjon")
    repo.commit("Under revisjon igjen")
    repo.edit(KP, "status: under revisjon", "status: vedtatt")
    repo.commit("Vedtatt en gang til")
    assert since(planctl, repo.folder, "HEAD~4") == [TITLE]
    assert since(planctl, repo.folder, "HEAD~1") == []


def test_a_shallow_clone_says_unknown(planctl: Run, repo: Repo) -> None:
    message = "«kp2020» is vedtatt again without a new vedtak, and its adopted text is unknown"
    folder = shallow(repo, 2)
    assert since(planctl, folder, "HEAD~1") == [f"{KP}:5 {message}"]
    subprocess.run(["git", "-C", str(folder), "fetch", "-q", "--unshallow"], check=True)
    assert since(planctl, folder, "HEAD~1") == [TITLE]


def test_a_first_adoption_is_no_return(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer", {})
    from support import base_files

    repo.write({**base_files(), KP: base_files()[KP].replace("status: vedtatt", "status: utkast")})
    repo.commit("Utkast")
    repo.edit(KP, "status: utkast", "status: vedtatt")
    repo.edit(KP, GOAL, NEW_GOAL)
    assert since(planctl, repo.folder, "HEAD") == []


def test_calling_it_illustrative_in_the_same_change_frees_nothing(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    repo.edit(KP, "status: vedtatt", "status: vedtatt\nillustrativ: true")
    repo.edit(KP, GOAL, NEW_GOAL)
    assert since(planctl, repo.folder, "HEAD") == [TITLE.replace(":19", ":20")]


def test_the_whole_plan_taken_away(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    repo.write({KP: None})
    done = planctl("-C", str(repo.folder), "--lang", "en", "validate", "--since", "HEAD", "--format", "json")
    found = [row for row in json.loads(done.out)["diagnostics"] if row["code"] == "528"]
    assert [(row["path"], row["line"], row["column"], row["message"]) for row in found] == [
        (KP, 1, 1, "«kp2020» is adopted, and is taken away")
    ]
    shown = json.loads(planctl("-C", str(repo.folder), "--lang", "en", "diff", "--format", "json").out)
    assert {row["weight"] for row in shown["changes"] if row["record"] in {"klima.d1", "klima"}} == {"error"}


def test_a_plan_that_is_moved_to_another_file_is_not_taken_away(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    repo.write({"planer/kp.yaml": repo.read(KP), KP: None})
    assert since(planctl, repo.folder, "HEAD") == []


STRATEGY = """\
type: strategiplan
id: sp-ung
tittel: Strategi for ung medvirkning
periode: 2021-2025
status: vedtatt
ansvarlig: samfunn
vedtak:
  organ: kommunestyret
  dato: 2021-04-20
arver: [klima.d1]
strategier:
  - id: sp-ung.s1
    tittel: Kommunen skal høre ungdomsrådet før hvert budsjett
    bidrar_til: [klima.d1]
"""


def test_a_new_id_and_an_empty_field_are_no_change(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    repo.write({"strategi.yaml": STRATEGY})
    repo.commit("Strategi")
    for name in (KP, "strategi.yaml", "handlingsprogram.yaml", "virksomhetsplaner/veg.yaml"):
        repo.write({name: re.sub(r"\bklima\.d1(?!\.)", "klima.x", repo.read(name))})
    repo.edit(KP, "id: klima.x\n", "id: klima.x\n            tidligere_id: [klima.d1]\n            bærekraftsmål: []\n")
    assert since(planctl, repo.folder, "HEAD") == []
    repo.edit("strategi.yaml", "bidrar_til: [klima.x]", "bidrar_til: [klima]")
    assert since(planctl, repo.folder, "HEAD") == [
        "strategi.yaml:14 «bidrar_til» of «sp-ung.s1» is changed in «sp-ung», which is adopted"
    ]


HP = "handlingsprogram.yaml"


def test_a_moved_band_needs_a_vedtak(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    repo.edit(HP, "≥ 15", "≥ 12")
    repo.edit(HP, "10–14", "10–11")
    told = "handlingsprogram.yaml:27 «bånd» of «klima.i1» is changed in «hp2021», which is adopted"
    assert since(planctl, repo.folder, "HEAD") == [told]
    repo.edit(HP, *new_vedtak("2020-12-15", "2020-12-16"))
    assert since(planctl, repo.folder, "HEAD") == []


def test_back_from_revision_with_other_limits(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    repo.edit(HP, "status: vedtatt", "status: under revisjon")
    repo.edit(HP, "verdi: 9", "verdi: 8")
    repo.commit("Under revisjon")
    assert since(planctl, repo.folder, "HEAD~1") == []
    repo.edit(HP, "status: under revisjon", "status: vedtatt")
    told = "handlingsprogram.yaml:31 «nullpunkt» of «klima.i1» is changed in «hp2021», which is adopted"
    assert since(planctl, repo.folder, "HEAD") == [told]


def test_an_indicator_taken_out_is_grave(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    text = repo.read(HP)
    repo.write({HP: text[: text.index("indikatorer:\n")]})
    assert since(planctl, repo.folder, "HEAD") == [
        "handlingsprogram.yaml:2 «klima.i1» is taken out of «hp2021», which is adopted"
    ]
    done = planctl("-C", str(repo.folder), "--lang", "en", "diff", "--format", "json")
    found = [(row["kind"], row["record"], row["weight"]) for row in json.loads(done.out)["changes"]]
    assert found == [("removed", "klima.i1", "error")]
