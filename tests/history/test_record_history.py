"""A record's life, postponed deadlines and suspect links, in scratch repositories."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from git_support import IDENTITY, Repo, copy_base
from planctl.cli.run import run
from planctl.history import History, open_history
from planctl.load.files.tree import WorkTree
from planctl.resources import schemas_dir
from planctl.world import open_world

PLAN = "virksomhetsplaner/veg.yaml"
REPORT = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
levert: 2021-05-01
tiltak:
  vp2021-veg.tiltak1:
    status: forsinket
    ny_frist: 2022-06-01
    årsak: Grunnerverv
"""


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository in which a tiltak is postponed, moved, renamed and postponed again."""
    made = Repo(tmp_path / "planer")
    made.edit(PLAN, "2021-10-01", "2021-12-01")
    made.commit("Utsatt")
    (made.folder / "vp").mkdir()
    made.git("mv", PLAN, "vp/v.yaml")
    made.commit("Flyttet\x01 \x1b[31m")
    made.edit("vp/v.yaml", "id: vp2021-veg.t1", "id: vp2021-veg.tiltak1\n    tidligere_id: [vp2021-veg.t1]")
    made.commit("Nytt navn")
    made.edit("vp/v.yaml", "2021-12-01", "2022-Q1")
    made.commit("Utsatt igjen")
    made.write({"rapportering/r.yaml": REPORT})
    made.commit("Rapport")
    return made


def output(capsys: pytest.CaptureFixture[str], repo: Path, *argv: str, code: int = 0) -> str:
    """Run planctl in a repository; return what it wrote."""
    assert run(["-C", str(repo), "--lang", "en", *argv]) == code
    return capsys.readouterr().out


def checked(name: str, text: str) -> Any:
    """Read JSON that its schema describes."""
    schema = json.loads((schemas_dir() / "utdata" / f"{name}.schema.json").read_text(encoding="utf-8"))
    found = json.loads(text)
    jsonschema.Draft202012Validator(schema).validate(found)
    return found


def opened(folder: Path) -> History:
    """Open a repository's history."""
    found = open_history(folder)
    assert found is not None
    return found


def shallow(repo: Repo) -> Path:
    """Clone the last commit only."""
    target = repo.folder.with_name("grunn")
    source = f"file://{repo.folder}"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", source, str(target)], check=True, env={**os.environ, **IDENTITY}
    )
    return target


def test_a_life_across_rename_and_move(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.edit("vp/v.yaml", "status: i rute", "status: risiko")
    found = checked("historikk", output(capsys, repo.folder, "history", "vp2021-veg.tiltak1", "--format", "json"))
    rows = [
        (row["what"], row["subject"], [(c["field"], c["old"], c["new"]) for c in row["changes"]])
        for row in found["events"]
    ]
    assert found["known"] is True
    assert rows == [
        ("made", "Første versjon", []),
        ("changed", "Utsatt", [("frist", "2021-10-01", "2021-12-01")]),
        ("moved", "Flyttet� �[31m", []),
        (
            "changed",
            "Nytt navn",
            [("id", "vp2021-veg.t1", "vp2021-veg.tiltak1"), ("tidligere_id", None, ["vp2021-veg.t1"])],
        ),
        ("changed", "Utsatt igjen", [("frist", "2021-12-01", "2022-Q1")]),
        (
            "reported",
            None,
            [("status", None, "forsinket"), ("ny_frist", None, "2022-06-01"), ("årsak", None, "Grunnerverv")],
        ),
        ("changed", None, [("status", "i rute", "risiko")]),
    ]
    assert found["events"][2]["former_path"] == PLAN
    text = output(capsys, repo.folder, "history", "vp2021-veg.tiltak1")
    assert "  Frist: 1 October 2021 → 1 December 2021 (2 months later)" in text
    assert "\x1b" not in text
    reported = [line.strip() for line in text.partition("  reported for")[2].partition("\n\n")[0].splitlines()[1:]]
    assert reported == ["Status: delayed", "Ny frist: 1 June 2022", "Årsak: Grunnerverv"]


def test_owners_are_named_and_long_lines_wrapped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "p")
    repo.edit(PLAN, "    ansvarlig: veg\n", f"    ansvarlig: vegsjef\n    omtale: {'ord ' * 30}\n")
    text = output(capsys, repo.folder, "history", "vp2021-veg.t1")
    assert "  Ansvarlig: Veg og trafikk (veg) → Vegsjef\n" in text
    words = text[text.index("  Omtale: (nothing) → ord") :].rstrip("\n").splitlines()
    assert [len(line) <= 80 for line in words] == [True, True]
    assert words[1].startswith("    ord ord")


def test_no_program_of_the_settings_is_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "p")
    marker = tmp_path / "pwned"
    repo.edit(PLAN, "2021-10-01", "2021-12-01")
    repo.git("config", "diff.external", f"touch {marker};")
    repo.git("config", "diff.evil.textconv", f"touch {marker};")
    script = tmp_path / "monitor"
    script.write_text(f"#!/bin/sh\ntouch '{marker}'\n")
    script.chmod(0o755)
    repo.git("config", "core.fsmonitor", str(script))
    repo.write({".gitattributes": "*.yaml diff=evil\n"})
    marker.unlink(missing_ok=True)
    assert "2021-12-01" in output(capsys, repo.folder, "list", "--postponed")
    assert not marker.exists()
    assert "2 months later" in output(capsys, repo.folder, "history", "vp2021-veg.t1")
    assert "222" not in output(capsys, repo.folder, "validate", "--select", "221,222")
    assert not marker.exists()


def test_a_record_moved_between_files_and_changed_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "p")
    text = repo.read(PLAN)
    start = text.index("  - id: vp2021-veg.t1")
    item = text[start:]
    repo.write(
        {
            PLAN: text[:start].replace("tiltak:\n", ""),
            "ny.yaml": text[:start].replace("id: vp2021-veg", "id: ny") + item.replace("i rute", "risiko"),
        }
    )
    repo.commit("Flyttet til ny plan")
    found = json.loads(output(capsys, repo.folder, "history", "vp2021-veg.t1", "--format", "json"))
    assert [
        (row["what"], row["path"], row["former_path"]) for row in found["events"] if row["record"] == "vp2021-veg.t1"
    ] == [
        ("made", PLAN, None),
        ("changed", "ny.yaml", PLAN),
    ]


def test_the_plans_decision_stands_in_a_goals_life(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "p")
    repo.edit("kommuneplan.yaml", "dato: 2020-06-09", "dato: 2021-06-09")
    repo.commit("Vedtatt på nytt")
    text = output(capsys, repo.folder, "history", "klima.d1")
    assert "the plan «kp2020»" in text
    assert "2021-06-09" in text.partition("the plan «kp2020»")[2]


def test_merges_count_when_they_come_in(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "p")
    repo.git("switch", "-q", "-c", "gren")
    repo.edit(PLAN, "2021-10-01", "2021-12-01")
    repo.commit("På grenen\n\nBekrefter: klima.d1.s1, a\nBekrefter: b")
    repo.git("switch", "-q", "main")
    repo.edit("kommuneplan.yaml", "2020–2032", "2020-2032")
    repo.commit("På hovedgrenen")
    repo.git("merge", "-q", "--no-edit", "gren")
    past = opened(repo.folder)
    assert [commit.subject for commit in past.log.commits] == [
        "Første versjon",
        "På hovedgrenen",
        "Merge branch 'gren'",
    ]
    assert past.log.commits[-1].confirms == {"klima.d1.s1", "a", "b"}
    record = open_world(WorkTree(repo.folder), None, date.today).plans.get("vp2021-veg.t1")
    assert record is not None
    assert [step.index for step in past.record_history(record).steps] == [2, 0]


def test_postponed(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    found = checked("utsatt", output(capsys, repo.folder, "list", "--postponed", "--format", "json"))
    assert found["known"] is True
    assert [(row["name"], row["times"], row["from"], row["to"]) for row in found["records"]] == [
        ("vp2021-veg.tiltak1", 3, "2021-10-01", "2022-06-01")
    ]
    moves = found["records"][0]["moves"]
    assert [(move["to"], move["subject"], move["report"]) for move in moves] == [
        ("2021-12-01", "Utsatt", None),
        ("2022-03-31", "Utsatt igjen", None),
        ("2022-06-01", None, "rapportering/r.yaml"),
    ]
    assert output(capsys, repo.folder, "list", "--postponed", "--format", "csv").count("\n") == 4
    shown = output(capsys, repo.folder, "list", "tiltak", "--postponed")
    assert "1 record" in shown
    assert "reported for 2021-T1" in " ".join(shown.split())
    assert "No deadline" in output(capsys, repo.folder, "list", "oppdrag", "--postponed")


REGISTER = """\
type: vedtak
id: vr
tittel: Vedtak 2021
periode: 2021
organ: kommunestyret
vedtak:
  - id: vr.v1
    tittel: Trygg skoleveg
    dato: 2021-02-09
    ansvarlig: veg
    frist: 2021-05-01
    punkter:
      - {id: vr.p1, tittel: Legge fram sak, frist: 2021-05-02}
"""


def test_a_vedtak_and_a_punkt_are_postponed_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "p")
    repo.write({"vedtak.yaml": REGISTER})
    repo.commit("Vedtak")
    repo.write({"vedtak.yaml": REGISTER.replace("2021-05-0", "2021-09-0")})
    repo.commit("Utsatt")
    found = json.loads(output(capsys, repo.folder, "list", "--postponed", "--format", "json"))
    assert [(row["name"], row["from"], row["to"], row["owner"]) for row in found["records"]] == [
        ("vr.v1", "2021-05-01", "2021-09-01", "veg"),
        ("vr.p1", "2021-05-02", "2021-09-02", "veg"),
    ]


def test_an_advanced_deadline_is_not_postponed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "p")
    repo.edit(PLAN, "2021-10-01", "2021-09-01")
    repo.commit("Framskyndet")
    assert "No deadline" in output(capsys, repo.folder, "list", "--postponed")


def test_a_deadline_taken_out_and_written_anew_later_is_postponed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repo = Repo(tmp_path / "p")
    repo.edit(PLAN, "    frist: 2021-10-01\n", "")
    repo.commit("Uten frist")
    repo.edit(PLAN, "    ansvarlig: veg\n", "    frist: 2021-12-01\n    ansvarlig: veg\n")
    repo.commit("Ny frist")
    found = json.loads(output(capsys, repo.folder, "list", "--postponed", "--format", "json"))
    assert "2021-10-01" in json.dumps(found)
    assert "2021-12-01" in json.dumps(found)


def test_a_shallow_clone_says_unknown(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    target = shallow(repo)
    told = (
        "Older history is unknown: only the last part of the history is here, fetch more. Run «git fetch --unshallow»"
    )
    assert told in output(capsys, target, "list", "--postponed")
    assert json.loads(output(capsys, target, "list", "--postponed", "--format", "json"))["known"] is False
    assert told in " ".join(output(capsys, target, "history", "klima.d1").split())
    goalposts = " ".join(output(capsys, target, "history", "--goalposts").split())
    assert f"is unknown. {told}" in goalposts
    assert goalposts.endswith("fetches the files.")
    assert ".." not in goalposts
    shown = output(capsys, target, "validate", "--select", "221,222", "--format", "github")
    assert "222 ukjent-historikk" in shown
    assert "::notice" in shown


def test_a_whole_history_that_begins_later_is_not_called_shallow(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repo = Repo(tmp_path / "p")
    repo.edit("planctl.yaml", "dato: 2021-06-15", "dato: 2020-12-31")
    assert " ".join(output(capsys, repo.folder, "history", "--goalposts").split()) == (
        "Whether limits were moved before 2 January 2021 is unknown: "
        "the plans' history in git reaches no further back here."
    )


def test_outside_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if any((folder / ".git").exists() for folder in tmp_path.parents):
        pytest.skip("the temporary folder is in git")
    copy_base(tmp_path)
    assert run(["-C", str(tmp_path), "--lang", "en", "history", "klima.d1"]) == 2
    assert "not in a git repository" in capsys.readouterr().err
    assert "not in a git repository" in output(capsys, tmp_path, "list", "--postponed")
    assert output(capsys, tmp_path, "validate", "--select", "221,222", "--format", "json").count("code") == 0


def test_a_repository_without_commits_is_silent(tmp_path: Path) -> None:
    Repo(tmp_path / "p", {})
    assert open_history(tmp_path / "p") is None


def test_suspect_until_confirmed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "p")

    def suspects() -> list[str]:
        found = json.loads(output(capsys, repo.folder, "validate", "--select", "221", "--format", "json"))
        return [item["record"] for item in found["diagnostics"]]

    assert suspects() == []
    repo.edit("kommuneplan.yaml", "Innbyggerne reiser miljøvennlig", "Innbyggerne lar bilen stå")
    assert suspects() == ["klima.d1.s1", "vp2021-veg"]
    sha = repo.commit("Nytt mål")
    shown = output(capsys, repo.folder, "validate", "--select", "221")
    assert sha[:9] in shown
    repo.commit("Lest\n\nBekrefter: vp2021-veg")
    assert suspects() == ["klima.d1.s1"]
    repo.edit("kommuneplan.yaml", "enklere å gå", "lettere å gå")
    assert suspects() == []
    repo.commit("Strategien følger")
    assert suspects() == []


def test_a_plan_folder_below_the_top_of_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "p", {"README.md": "Hei\n"})
    from support import base_files

    repo.write({f"plan ner/{name}": text for name, text in base_files().items()})
    repo.commit("Planer")
    repo.edit("plan ner/kommuneplan.yaml", "Innbyggerne reiser miljøvennlig", "Innbyggerne lar bilen stå")
    repo.commit("Nytt mål")
    found = json.loads(output(capsys, repo.folder / "plan ner", "history", "klima.d1", "--format", "json"))
    assert [row["subject"] for row in found["events"]] == ["Planer", "Nytt mål"]
    assert "klima.d1.s1" in output(capsys, repo.folder / "plan ner", "validate", "--select", "221")


_MEETINGS = """\
type: møteplan
id: mp2021
tittel: Møteplan 2021
periode: 2021
møter:
  - organ: kommunestyret
    dato: 2021-09-21
    sted: Rådhuset
  - organ: kommunestyret
    dato: 2021-10-19
"""


def test_a_meeting_and_a_report_without_an_id_have_a_life(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "planer")
    repo.write({"møter.yaml": _MEETINGS, "r.yaml": REPORT.replace("tiltak1", "t1")})
    repo.commit("Møter og rapport")
    repo.edit("møter.yaml", "Rådhuset", "Biblioteket")
    repo.edit("r.yaml", "Grunnerverv", "Grunnerverv og regn")
    repo.commit("Nytt sted")
    (repo.folder / "rapportering").mkdir()
    repo.git("mv", "r.yaml", "rapportering/r.yaml")
    repo.commit("Flyttet")

    found = checked("historikk", output(capsys, repo.folder, "history", "kommunestyret 2021-09-21", "--format", "json"))
    assert (found["name"], found["known"]) == ("kommunestyret 2021-09-21", True)
    assert [(row["what"], row["subject"]) for row in found["events"]] == [
        ("made", "Møter og rapport"), ("changed", "Nytt sted"),
    ]  # fmt: skip
    assert found["events"][1]["changes"] == [{"field": "sted", "old": "Rådhuset", "new": "Biblioteket"}]
    other = checked("historikk", output(capsys, repo.folder, "history", "kommunestyret 2021-10-19", "--format", "json"))
    assert [row["what"] for row in other["events"]] == ["made"]

    report = checked("historikk", output(capsys, repo.folder, "history", "rapportering/r.yaml", "--format", "json"))
    assert [(row["what"], row["path"]) for row in report["events"]] == [
        ("made", "r.yaml"), ("changed", "r.yaml"), ("moved", "rapportering/r.yaml"),
    ]  # fmt: skip
    assert "moved from r.yaml" in output(capsys, repo.folder, "history", "rapportering/r.yaml")


def test_a_shallow_clone_does_not_know_when_a_meeting_was_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repo = Repo(tmp_path / "planer")
    repo.write({"møter.yaml": _MEETINGS})
    repo.commit("Møter")
    repo.edit("møter.yaml", "Rådhuset", "Biblioteket")
    repo.commit("Nytt sted")
    name = "kommunestyret 2021-09-21"
    found = checked("historikk", output(capsys, shallow(repo), "history", name, "--format", "json"))
    assert (found["known"], [row["what"] for row in found["events"]]) == (False, ["known"])
