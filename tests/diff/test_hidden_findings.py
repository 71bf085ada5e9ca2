"""What a change does to hide findings is told: settings that silence rules, and exemptions in comments."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from git_support import Repo
from planctl.findings.diagnostic import Severity
from support import RULES

sys.path.insert(0, str(Path(__file__).parent))
from diff_support import carried_rows

from cli_support import Run

KP, VEG = "kommuneplan.yaml", "virksomhetsplaner/veg.yaml"


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
        ("regler:\n  ignorer: [frist-passert]\n", "planctl.yaml: 306 frist-passert from warning to off"),
        (
            "regler:\n  alvorlighet:\n    '301': av\n    frist-passert: av\n    '528': av\n",
            "planctl.yaml: 301 tiltak-uten-frist and 528 vedtatt-plan-endret from error to off",
        ),
        ("regler:\n  alvorlighet:\n    '301': råd\n", "planctl.yaml: 301 tiltak-uten-frist from error to note"),
        (
            "regler:\n  per_sti:\n    arkiv/**:\n      ignorer: [301]\n",
            "planctl.yaml: turned off in «arkiv/**»: 301 tiltak-uten-frist",
        ),
        ("profil: tom\n", "planctl.yaml: Profil set to tom"),
    ],
)
def test_settings_that_silence_are_important(planctl: Run, repo: Repo, text: str, line: str) -> None:
    repo.write({"planctl.yaml": repo.read("planctl.yaml") + text})
    assert line in important(planctl, repo)


def test_rules_that_are_turned_on_and_made_graver(planctl: Run, repo: Repo) -> None:
    text = "regler:\n  ignorer: [301]\n  per_sti:\n    arkiv/**:\n      ignorer: [301, 306]\n"
    repo.write({"planctl.yaml": repo.read("planctl.yaml") + text})
    repo.commit("Avtalt")
    repo.edit("planctl.yaml", "ignorer: [301]\n", "alvorlighet:\n    '306': feil\n")
    repo.edit("planctl.yaml", "[301, 306]", "[306]")
    assert important(planctl, repo) == []
    out = planctl("-C", str(repo.folder), "--lang", "en", "diff").out.splitlines()
    assert [row.strip() for row in out if "planctl.yaml: " in row] == [
        "planctl.yaml: 301 tiltak-uten-frist from off to error",
        "planctl.yaml: 306 frist-passert from warning to error",
        "planctl.yaml: turned on again in «arkiv/**»: 301 tiltak-uten-frist",
    ]


def test_many_rules_and_a_setting_without_effect(planctl: Run, repo: Repo) -> None:
    repo.write({"planctl.yaml": repo.read("planctl.yaml") + "regler:\n  ignorer: ['5']\n"})
    rows = important(planctl, repo)
    many = next(row for row in rows if row.endswith(" from error to off"))
    codes = many.removeprefix("planctl.yaml: ").removesuffix(" from error to off").replace(" and ", ", ").split(", ")
    assert codes == [rule.code for rule in RULES if rule.code[0] == "5" and rule.severity is Severity.ERROR]
    repo.commit("Avtalt")
    repo.edit("planctl.yaml", "  ignorer: ['5']\n", "  ignorer: ['5', '528']\n")
    assert important(planctl, repo) == ["planctl.yaml: Regler, Ignorer changed from 5 to 5, 528"]


def test_what_is_hidden_is_not_solved(planctl: Run, repo: Repo) -> None:
    repo.edit(VEG, "    frist: 2021-10-01\n", "")
    repo.commit("Uten frist")
    repo.write({"planctl.yaml": repo.read("planctl.yaml") + "regler:\n  ignorer: [301]\n"})
    here = ("-C", str(repo.folder), "--lang", "en", "diff", "--format", "json")
    assert json.loads(planctl(*here).out)["findings"]["solved"] == []
    repo.git("checkout", "-q", "planctl.yaml")
    repo.edit(VEG, "  - id: vp2021-veg.t1\n", "  - id: vp2021-veg.t1 # planctl: unntak 301 – avtalt\n")
    assert json.loads(planctl(*here).out)["findings"]["solved"] == []
    repo.git("checkout", "-q", VEG)
    repo.edit(VEG, "    ansvarlig: veg\n", "    frist: 2021-10-01\n    ansvarlig: veg\n")
    assert [row["code"] for row in json.loads(planctl(*here).out)["findings"]["solved"]] == ["301"]


def test_templates_that_are_new_changed_and_gone(planctl: Run, repo: Repo) -> None:
    own, word, note = "templates/tertialrapport.md.j2", "templates/mal.docx", "templates/deler/hilsen.md.j2"
    repo.write({own: "# {{ report.municipality }}\n", word: "PK1"})
    repo.commit("Maler")
    repo.write({own: "# Alt er i orden\n", word: None, note: "Hilsen\n"})
    wanted = [
        f"{note}: the report template is new",
        f"{word}: the report template is removed",
        f"{own}: the report template is changed",
    ]
    assert important(planctl, repo) == wanted
    here = ("-C", str(repo.folder), "--lang", "en", "diff")
    rows = json.loads(planctl(*here, "--format", "json").out)["changes"]
    assert [(row["record"], row["record_kind"], row["kind"]) for row in rows] == [
        (note, "mal", "changed"), (word, "mal", "changed"), (own, "mal", "changed")
    ]  # fmt: skip
    assert (rows[0]["old"], rows[1]["new"], len(rows[2]["old"])) == (None, None, 64)
    carried_rows(repo.folder, rows)
    repo.commit("Endret")
    assert [row.strip() for row in planctl(*here, "HEAD~1..HEAD", "--plan", "kp2020").out.splitlines()[4:]] == wanted


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
