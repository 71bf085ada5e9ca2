"""What a change does to hide findings is told: settings that silence rules, and exemptions in comments."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from git_support import Repo

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))
from cli_support import Run, runner

KP, VEG = "kommuneplan.yaml", "virksomhetsplaner/veg.yaml"


@pytest.fixture
def planctl(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(capsys, monkeypatch)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "planer")


def important(planctl: Run, repo: Repo) -> list[str]:
    out = planctl("-C", str(repo.folder), "--lang", "en", "diff").out
    rows = out.partition("\nImportant\n")[2].partition("\n\n")[0].splitlines()
    return [row.strip() for row in rows]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("utelat: [virksomhetsplaner/]\n", "planctl.yaml: Utelat set to virksomhetsplaner/"),
        ("regler:\n  ignorer: [frist-passert]\n", "planctl.yaml: Regler set to Ignorer: frist-passert"),
        ("profil: tom\n", "planctl.yaml: Profil set to tom"),
    ],
)
def test_settings_that_silence_are_important(planctl: Run, repo: Repo, text: str, line: str) -> None:
    repo.write({"planctl.yaml": repo.read("planctl.yaml") + text})
    assert line in important(planctl, repo)


@pytest.mark.parametrize(
    ("new", "line"),
    [
        ("status: vedtatt\nillustrativ: true\n", "Illustrativ set to yes"),
        ("status: under revisjon\n", "Status changed from adopted to under revision"),
    ],
)
def test_what_takes_a_plan_out_of_protection_is_important(planctl: Run, repo: Repo, new: str, line: str) -> None:
    repo.edit(KP, "status: vedtatt\n", new)
    assert [row.rpartition(": ")[2] for row in important(planctl, repo)] == [line]


def test_an_exemption_is_told_once_and_when_it_goes(planctl: Run, repo: Repo) -> None:
    before = repo.read(VEG)
    mark = "  - id: vp2021-veg.t1\n"
    repo.edit(VEG, mark, f"  # planctl: unntak 301, frist-passert – etter avtale\n{mark}")
    line = f"{VEG}:{before[: before.index(mark)].count(chr(10)) + 2}"
    assert important(planctl, repo) == [
        f"{line}: a comment exempts from 301 tiltak-uten-frist and 306 frist-passert: «etter avtale»"
    ]
    repo.commit("Unntak")
    repo.edit(VEG, ", frist-passert – etter avtale", "")
    out = planctl("-C", str(repo.folder), "--lang", "en", "diff").out
    assert f"  {line}: the exemption from 306 frist-passert is taken away" in out.splitlines()


def test_an_exemption_without_a_reason_and_one_in_a_moved_file(planctl: Run, repo: Repo) -> None:
    repo.edit(VEG, "  - id: vp2021-veg.t1\n", "  - id: vp2021-veg.t1 # planctl: unntak 301\n")
    assert important(planctl, repo)[0].endswith("a comment exempts from 301 tiltak-uten-frist, and gives no reason")
    repo.commit("Unntak")
    repo.write({"virksomhetsplaner/vei.yaml": repo.read(VEG), VEG: None})
    assert "exempt" not in planctl("-C", str(repo.folder), "--lang", "en", "diff").out.partition("New findings")[0]


def test_exemptions_stand_in_the_json_and_only_mine_are_shown(planctl: Run, repo: Repo) -> None:
    repo.edit(VEG, "  - id: vp2021-veg.t1\n", "  - id: vp2021-veg.t1 # planctl: unntak 301\n")
    here = ("-C", str(repo.folder), "--lang", "en", "diff", "--format", "json")
    wanted = [{"path": VEG, "line": 10, "rules": ["301"], "reason": "", "new": True}]
    assert json.loads(planctl(*here).out)["exemptions"] == wanted
    assert json.loads(planctl(*here, "--plan", "vp2021-veg").out)["exemptions"] == wanted
    assert json.loads(planctl(*here, "--plan", "kp2020").out)["exemptions"] == []


def test_what_is_removed_together_tells_all_that_follows(planctl: Run, repo: Repo) -> None:
    """Every strategy inside the goal that goes away has followers of its own."""
    text = repo.read(KP)
    goal = text[text.index("          - id: klima.d1\n") :]
    two = (
        goal.rstrip("\n") + "\n              - id: klima.d1.s2\n                tittel: Kommunen skal bygge gangveier\n"
    )
    repo.write({KP: text.replace(goal, two)})
    programme = repo.read("handlingsprogram.yaml")
    first = programme[programme.index("  - id: hp2021.o1\n") :].partition("\nindikatorer")[0].rstrip("\n") + "\n"
    second = first.replace("hp2021.o1", "hp2021.o2").replace("klima.d1.s1", "klima.d1.s2")
    repo.write({"handlingsprogram.yaml": programme.replace(first, first + second)})
    repo.commit("To strategier")
    repo.write({KP: repo.read(KP).replace(two, "")})
    out = planctl("-C", str(repo.folder), "--lang", "en", "diff").out
    assert "2 assignments" in out
    assert "still refer to what is removed" in out
