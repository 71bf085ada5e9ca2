"""ROS: a risk stands beside the thread at the goals it threatens, and its words are not those of a status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from git_support import Repo
from planctl.cli.app import command_line
from planctl.cli.session import Session
from support import HERE, Files, base_files, found, places, world

ROS = "ros/veg.yaml"
ANALYSIS = (HERE / "disciplines" / "ros" / "editor" / "ros.yaml").read_text(encoding="utf-8")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """The small municipality with an analysis of one risk."""
    return Repo(tmp_path / "plan", {**base_files(), ROS: ANALYSIS})


@pytest.fixture
def planctl(repo: Repo, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command as the command line does; `code` is the language."""

    def call(*argv: str, code: str = "nb") -> str:
        session = Session(repo.folder, lang_code=code, environ={"COLUMNS": "110"})
        capsys.readouterr()
        command_line().main(args=list(argv), prog_name="planctl", standalone_mode=False, obj=session)
        return capsys.readouterr().out

    return call


def test_a_right_analysis_gives_no_finding() -> None:
    assert places(found({ROS: ANALYSIS})) == []


@pytest.mark.parametrize("name", ["ros1.r1", "klima.d1", "ros1.r1.t1"])
def test_trace_shows_it_from_every_end(planctl: Any, name: str) -> None:
    told = json.dumps(json.loads(planctl("trace", name, "--format", "json")))
    assert all(f'"{other}"' in told for other in ("ros1.r1", "klima.d1", "ros1.r1.t1"))


def test_trace_says_what_threatens_what(planctl: Any) -> None:
    assert "Risiko: Ras stenger vegen" in planctl("trace", "klima.d1")
    assert "(truer det" in planctl("trace", "klima.d1")
    assert "(truga" in planctl("trace", "ros1.r1.t1", code="nn")
    assert "-. truer .->" in planctl("trace", "klima.d1", "--format", "mermaid")


def test_a_goal_that_is_threatened_is_not_thereby_followed_up() -> None:
    """Every rule on the thread says the same with the risk and without it, also where nothing serves the goal."""
    for path, old, new in (
        ("kommuneplan.yaml", "bidrar_til: [klima.d1]", "bidrar_til: []"),
        ("handlingsprogram.yaml", "[klima.d1.s1]", "[]"),
    ):
        text = base_files()[path]
        if old not in text:
            continue
        files: Files = {path: text.replace(old, new)}
        assert places(found(files, "2")) == places(found({**files, ROS: ANALYSIS}, "2")) != []
    with_it, without = world({ROS: ANALYSIS}), world({})
    goal = with_it.plans.by_id["klima.d1"]
    names = [item.name for item in with_it.graph.descendants(goal)]
    assert names == [item.name for item in without.graph.descendants(without.plans.by_id["klima.d1"])]


def test_the_kind_and_the_status_are_two_words(planctl: Any, repo: Repo) -> None:
    repo.edit("virksomhetsplaner/veg.yaml", "status: i rute", "status: risiko")

    def names(*argv: str) -> list[str]:
        return [row["name"] for row in json.loads(planctl("list", *argv, "--format", "json"))["records"]]

    assert names("risiko") == names("risikoer") == ["ros1.r1"]
    assert names("--status", "risiko") == ["vp2021-veg.t1"]
    assert names("risiko", "--status", "risiko") == []
    assert names("risiko", "--status", "under arbeid") == ["ros1.r1"]
    assert "[risiko," in planctl("trace", "vp2021-veg.t1")


def test_an_accepted_risk_has_not_the_mark_of_a_band(planctl: Any, repo: Repo) -> None:
    repo.edit(ROS, "status: under arbeid", "status: akseptert")
    assert "[akseptert, frist 1. okt. 2021]" in planctl("trace", "ros1.r1")
    assert "ros1.r1" in planctl("list", "--status", "akseptert")
    assert "frå under arbeid til akseptert" in planctl("diff", "HEAD", code="nn")


def test_its_dates_in_the_calendar(planctl: Any) -> None:
    told = planctl("calendar", "--year", "2022", "--layer", "ROS-analyser", "--format", "md")
    assert "ROS-analyse: ROS-analyse for teknisk drift" in told
    assert "Frist: Ras stenger vegen" in planctl("calendar", "--layer", "frister", "--format", "md")
