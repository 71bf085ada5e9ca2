"""Real merges and diffs in scratch repositories, through `planctl git-setup`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from git_support import Repo
from planctl.cli.run import run

PLAN = "virksomhetsplaner/veg.yaml"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository set up for planctl, whose command is this interpreter's."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    made = Repo(tmp_path / "planer")
    assert run(["git-setup", "-C", str(made.folder)]) == 0
    made.commit("planctl git-setup")
    return made


def branches(repo: Repo, ours: tuple[str, str], theirs: tuple[str, str], name: str = PLAN) -> str:
    """Edit a file on two branches and merge them; return git's own words."""
    repo.git("switch", "-q", "-c", "annen")
    repo.edit(name, *theirs)
    repo.commit("Deres")
    repo.git("switch", "-q", "main")
    repo.edit(name, *ours)
    repo.commit("Vår")
    return repo.git("merge", "--no-edit", "annen", ok=False)


def test_two_fields_of_one_record_merge_with_comments(repo: Repo) -> None:
    ours = ("    ansvarlig: veg\n", "    # ny ansvarlig fra nyttår\n    ansvarlig: vegdrift\n")
    theirs = ("    frist: 2021-10-01\n", "    frist: 2021-12-01  # utsatt av tertialrapporten\n")
    before = repo.read(PLAN)
    branches(repo, ours, theirs)
    assert repo.git("status", "--porcelain") == ""
    assert repo.read(PLAN) == before.replace(*ours).replace(*theirs)


def test_the_same_field_gives_conflict_markers(repo: Repo) -> None:
    said = branches(repo, ("2021-10-01", "2021-11-01"), ("2021-10-01", "2021-12-01"))
    assert "CONFLICT" in said
    assert "<<<<<<< ours\n    frist: 2021-11-01\n=======\n    frist: 2021-12-01\n>>>>>>> theirs\n" in repo.read(PLAN)
    assert repo.git("status", "--porcelain").startswith("UU ")


def test_a_broken_file_falls_back_on_lines(repo: Repo) -> None:
    repo.write({"notat.yaml": "type: [\nen\nto\ntre\nfire\nfem\n"})
    repo.commit("Ødelagt fil")
    branches(repo, ("en\n", "EN\n"), ("fem\n", "FEM\n"), "notat.yaml")
    assert repo.read("notat.yaml") == "type: [\nEN\nto\ntre\nfire\nFEM\n"
    assert repo.git("status", "--porcelain") == ""


def test_a_broken_file_in_conflict_has_markers(repo: Repo) -> None:
    repo.write({"notat.yaml": "type: [\nen\n"})
    repo.commit("Ødelagt fil")
    said = branches(repo, ("en\n", "EN\n"), ("en\n", "ÉN\n"), "notat.yaml")
    assert "CONFLICT" in said
    assert repo.read("notat.yaml").count("<<<<<<< ours") == 1


def test_rebase_and_cherry_pick_use_it_too(repo: Repo) -> None:
    repo.git("switch", "-q", "-c", "annen")
    repo.edit(PLAN, "2021-10-01", "2021-12-01")
    repo.commit("Deres")
    repo.git("switch", "-q", "main")
    repo.edit(PLAN, "    ansvarlig: veg\n", "    ansvarlig: vegdrift\n")
    repo.commit("Vår")
    repo.git("cherry-pick", "annen")
    assert "2021-12-01" in repo.read(PLAN)
    assert "vegdrift" in repo.read(PLAN)


def test_setup_is_idempotent_and_keeps_what_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "p")
    (repo.folder / ".gitattributes").write_text("*.csv text")
    call = ["git-setup", "-C", str(repo.folder), "--lang", "en"]
    assert run(call) == 0
    first = capsys.readouterr().out
    assert ".gitattributes: added «*.yaml merge=planctl diff=planctl»" in first
    assert "merge.planctl.driver = " in first
    text = (repo.folder / ".gitattributes").read_text()
    assert text == "*.csv text\n*.yaml merge=planctl diff=planctl\n*.yml merge=planctl diff=planctl\n"
    assert run(call) == 0
    assert capsys.readouterr().out == "Everything is set up already.\n"
    assert (repo.folder / ".gitattributes").read_text() == text


def test_setup_names_the_program_by_its_full_path(repo: Repo) -> None:
    for name in ("merge.planctl.driver", "diff.planctl.textconv"):
        assert f"{Path(sys.executable).as_posix()} -P -m planctl " in repo.git("config", name)


def test_no_file_of_the_repository_is_run(repo: Repo) -> None:
    repo.write(dict.fromkeys(("json.py", "typer.py", "planctl.py"), "open('kjørt', 'w')\n"))
    repo.commit("Felle")
    branches(repo, ("2021-10-01", "2021-11-01"), ("2021-10-01", "2021-12-01"))
    repo.git("diff")
    assert not (repo.folder / "kjørt").exists()


def test_a_merge_without_planctl_on_the_path_is_by_record(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    branches(repo, ("    ansvarlig: veg\n", "    ansvarlig: vegdrift\n"), ("2021-10-01", "2021-12-01"))
    assert "    frist: 2021-12-01\n    ansvarlig: vegdrift\n" in repo.read(PLAN)
    assert repo.git("status", "--porcelain") == ""


GONE = {
    "no such program": None,
    "no such module": "echo 'No module named planctl' >&2; exit 1",
    "a usage error": "exit 2",
    "a fault": "exit 3",
    "killed": "kill -9 $$",
}


@pytest.fixture(params=GONE)
def without(request: pytest.FixtureRequest, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository that was set up with a planctl that is gone, or that fails."""
    program = tmp_path / "borte æ%s" / "python"
    words = GONE[request.param]
    if words is not None:
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
        program.chmod(0o755)
    with monkeypatch.context() as patched:
        patched.setattr(sys, "executable", str(program))
        assert run(["git-setup", "-C", str(repo.folder)]) == 0
    return repo


def test_a_merge_without_planctl_takes_both_sides(without: Repo) -> None:
    branches(without, ("tittel: Virksomhetsplan 2021 for veg", "tittel: Vegplan"), ("2021-10-01", "2021-12-01"))
    assert "tittel: Vegplan\n" in without.read(PLAN)
    assert "frist: 2021-12-01\n" in without.read(PLAN)
    assert without.git("status", "--porcelain") == ""


@pytest.mark.parametrize("style", ["merge", "diff3"])
@pytest.mark.parametrize("size", [7, 12])
def test_a_conflict_without_planctl_has_markers_and_both_sides(without: Repo, style: str, size: int) -> None:
    without.git("config", "merge.conflictStyle", style)
    attributes = without.folder / ".gitattributes"
    attributes.write_text(f"{attributes.read_text()}*.yaml conflict-marker-size={size}\n")
    without.commit("Lengre merker")
    said = branches(without, ("2021-10-01", "2021-11-01"), ("2021-10-01", "2021-12-01"))
    text = without.read(PLAN)
    assert "CONFLICT" in said
    assert f"\n{'<' * size} ours\n" in text
    assert "2021-11-01" in text
    assert "2021-12-01" in text
    assert ("2021-10-01" in text) is (style == "diff3")
    assert without.git("status", "--porcelain").startswith("UU ")


def test_diff_and_log_without_planctl_show_the_files(without: Repo) -> None:
    without.edit(PLAN, "2021-10-01", "2021-12-01")
    assert "+    frist: 2021-12-01" in without.git("diff")
    without.commit("Utsatt")
    assert "+    frist: 2021-12-01" in without.git("log", "-p", "-1")


def test_setup_outside_git_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "planctl.yaml").write_text("format: 1\n")
    assert run(["git-setup", "-C", str(tmp_path)]) == 2
    assert "git" in capsys.readouterr().err
    assert not (tmp_path / ".gitattributes").exists()


def test_git_diff_shows_fields_by_record(repo: Repo) -> None:
    repo.edit(
        PLAN, "    frist: 2021-10-01\n    ansvarlig: veg\n", "    ansvarlig: veg   # uendret\n    frist: '2021-12-01'\n"
    )
    shown = repo.git("diff", "--", PLAN)
    assert "-    frist: 2021-10-01" in shown
    assert "+    frist: 2021-12-01" in shown


def test_textconv_shows_exemptions_and_takes_broken_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "type: x\nid: a  # planctl: unntak 306 – grunn\ntiltak:\n- {id: b, til: [c, d]}\n", encoding="utf-8"
    )
    assert run(["textconv", str(file)]) == 0
    shown = capsys.readouterr().out
    assert shown == "type: x\nid: a\ntiltak:\n  [b]\n    til: c, d\n# planctl: unntak 306 – grunn\n"
    file.write_text("type: [\n", encoding="utf-8")
    assert run(["textconv", str(file)]) == 0
    assert capsys.readouterr().out == "type: [\n"


def test_textconv_gives_no_orders_to_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.yaml"
    file.write_text('type: x\n"felt\\e[31m\\u202E": rød\n', encoding="utf-8")
    assert run(["textconv", str(file)]) == 0
    assert capsys.readouterr().out == "type: x\nfelt\ufffd[31m\ufffd: rød\n"
    file.write_text('type: x\ntittel: "rød\\e[31m"\n', encoding="utf-8")
    assert run(["textconv", str(file)]) == 0
    assert capsys.readouterr().out == 'type: x\ntittel: "rød\\e[31m"\n'


@pytest.mark.parametrize("name", ["--help.yaml", "-Cnext.yaml"])
def test_a_file_named_as_an_option_is_a_file(repo: Repo, name: str) -> None:
    repo.write({name: repo.read(PLAN).replace("vp2021-veg", "ny")})
    repo.commit("Ny plan")
    said = branches(repo, ("2021-10-01", "2021-11-01"), ("status: i rute", "status: risiko"), name)
    assert "CONFLICT" not in said
    assert "frist: 2021-11-01" in repo.read(name)
    assert "status: risiko" in repo.read(name)
    repo.edit(name, "2021-11-01", "2021-12-01")
    assert "+    frist: 2021-12-01" in repo.git("diff")
