"""ROS: a risk stands beside the thread at the goals it threatens, and its words are not those of a status."""

from __future__ import annotations

import json
import re

import pytest

from git_support import Call, Repo
from support import HERE, Files, base_files, found, places, world

ROS = "ros/veg.yaml"
ANALYSIS = (HERE / "disciplines" / "ros" / "editor" / "ros.yaml").read_text(encoding="utf-8")
FILES: Files = {ROS: ANALYSIS}


def test_a_right_analysis_gives_no_finding() -> None:
    assert places(found({ROS: ANALYSIS})) == []


@pytest.mark.parametrize("name", ["ros1.r1", "klima.d1", "ros1.r1.t1"])
def test_trace_shows_it_from_every_end(planctl: Call, name: str) -> None:
    told = json.dumps(json.loads(planctl("trace", name, "--format", "json")))
    assert all(f'"{other}"' in told for other in ("ros1.r1", "klima.d1", "ros1.r1.t1"))


def test_trace_says_what_threatens_what(planctl: Call) -> None:
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


def test_the_kind_and_the_status_are_two_words(planctl: Call, repo: Repo) -> None:
    repo.edit("virksomhetsplaner/veg.yaml", "status: i rute", "status: risiko")

    def names(*argv: str) -> list[str]:
        return [row["name"] for row in json.loads(planctl("list", *argv, "--format", "json"))["records"]]

    assert names("risiko") == names("risikoer") == ["ros1.r1"]
    assert names("--status", "risiko") == ["vp2021-veg.t1"]
    assert names("risiko", "--status", "risiko") == []
    assert names("risiko", "--status", "under arbeid") == ["ros1.r1"]
    assert "[risiko," in planctl("trace", "vp2021-veg.t1")


def test_an_accepted_risk_has_not_the_mark_of_a_band(planctl: Call, repo: Repo) -> None:
    repo.edit(ROS, "status: under arbeid", "status: akseptert")
    assert "[akseptert, frist 1. okt. 2021]" in planctl("trace", "ros1.r1")
    assert "ros1.r1" in planctl("list", "--status", "akseptert")
    assert "frå under arbeid til akseptert" in planctl("diff", "HEAD", code="nn")


def test_its_dates_in_the_calendar(planctl: Call) -> None:
    told = planctl("calendar", "--year", "2022", "--layer", "ROS-analyser", "--format", "md")
    assert "ROS-analyse: ROS-analyse for teknisk drift" in told
    assert "Frist: Ras stenger vegen" in planctl("calendar", "--layer", "frister", "--format", "md")


def test_status_counts_what_is_open(planctl: Call, repo: Repo) -> None:
    assert "Risikoer  Åpne: 1. Over fristen: 0. Høye: 1. Uten tiltak: 0." in planctl("status")
    repo.edit(ROS, "status: under arbeid", "status: lukket")
    assert "Risikoer" not in planctl("status")


def test_the_document_has_the_matrix_as_table_and_picture(planctl: Call, repo: Repo) -> None:
    planctl("report", "--document", "ros-rapport", "--out", "ut")
    (path,) = (repo.folder / "ut").glob("*.md")
    told = path.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "| 3 | ● | ▲ | ▲ | ■ 1 | ■ |" in told
    assert "| 1 | Ras stenger vegen | ■ høy, 3 × 4 = 12 | ▲ middels, 2 × 4 = 8 |" in told
    pictures = sorted((repo.folder / "ut" / "figurer").glob("*.svg"))
    assert [item.name for item in pictures] == [f"ros-rapport-2021-bilde-{n}.svg" for n in (1, 2)]
    drawn = pictures[0].read_text(encoding="utf-8")
    assert "Før tiltak: høye 1, middels 0, lave 0. Etter tiltak: høye 0, middels 1, lave 0." in drawn
    assert min(float(size) for size in re.findall(r'font-size="([\d.]+)"', drawn)) >= 13
    assert all(mark in drawn for mark in ("<circle", "<polygon"))


def test_another_scale_has_its_own_size_names_and_cells(planctl: Call, repo: Repo) -> None:
    own = (
        "ros:\n  skala: 4\n  tiltak_i: [4x4]\n  følges_opp_i: [3x4]\n"
        "  konsekvens: [Ufarlig, En viss fare, Farlig, Kritisk]\n"
        "  sannsynlighet: [Sjelden, Mulig, Ofte, Svært ofte]\n"
    )
    repo.write({"planctl.yaml": base_files()["planctl.yaml"] + own})
    assert "0 feil, 0 advarsler" in planctl("validate")
    told = planctl("report", "--document", "ros-rapport")
    assert "| Sannsynlighet | 1 Ufarlig | 2 En viss fare | 3 Farlig | 4 Kritisk |" in told
    assert "| 3 Ofte | ● | ● | ● | ▲ 1 |" in told


def test_its_chapters(planctl: Call) -> None:
    tertial = planctl("report", "--tertial", "1", "--year", "2021")
    assert re.search(r"^## \d+\. Risikoer$", tertial, re.MULTILINE)
    assert "### Høye risikoer" in tertial
    assert "ROS-analyser" not in tertial
    unit = planctl("report", "--document", "virksomhetsplan", "--unit", "veg", code="nn")
    assert re.search(r"^## \d+\. Risikoane til eininga$", unit, re.MULTILINE)


def test_the_annual_report_has_the_analyses_and_the_picture(planctl: Call, repo: Repo) -> None:
    planctl("report", "--annual", "--year", "2021", "--out", "ut")
    (path,) = (repo.folder / "ut").glob("*.md")
    told = path.read_text(encoding="utf-8")
    assert "| ROS-analyse for teknisk drift | Veg og trafikk | 15.02.2021 | 28.02.2022 | 1 | 1 |" in told
    assert "bilde-1.svg" in told


def test_what_was_settled_later_was_open_then(planctl: Call, repo: Repo) -> None:
    done = "status: lukket\n    evaluering:\n      dato: 2021-05-20\n      resultat: virket"
    repo.edit(ROS, "status: under arbeid", done)
    assert "Åpne 30. april 2021: 1. Høye: 1." in planctl("report", "--tertial", "1", "--year", "2021")


def test_a_replaced_analysis_counts_no_more(planctl: Call, repo: Repo) -> None:
    newer = ANALYSIS.replace("ros1", "ros2").replace("dato: 2021-02-15", "dato: 2021-05-15\navløser: ros1")
    repo.write({"ros/ny.yaml": newer})
    assert "Risikoer  Åpne: 1." in planctl("status")


def test_its_tiltak_are_told_of_from_the_day_of_the_analysis(planctl: Call, repo: Repo) -> None:
    row = "| Samfunn | 0 | 0 | 0 | 0 | 0 | 0 | {0} | {0} | 0 % |"
    assert row.format(2) in planctl("report", "--tertial", "1", "--year", "2021").replace("\u00a0", " ")
    repo.edit(ROS, "dato: 2021-02-15", "dato: 2021-05-15")
    told = planctl("report", "--tertial", "1", "--year", "2021").replace("\u00a0", " ")
    assert row.format(1) in told
    assert "Risikoer" not in told


def test_a_tiltak_of_a_unit_without_a_plan_is_listed_as_not_reported(planctl: Call, repo: Repo) -> None:
    """Nobody reports for the tjenesteområde: what it is to do must not be lost for that."""
    repo.edit(
        ROS,
        "        frist: 2021-10-01\n        ansvarlig: veg",
        "        frist: 2021-10-01\n        ansvarlig: samfunn",
    )
    missing = planctl("report", "--tertial", "1", "--year", "2021").rpartition("Ikke rapportert")[2]
    assert "| Sikre skråningen | Samfunn |" in missing


def test_the_document_tells_what_is_changed_since_the_last_analysis(planctl: Call, repo: Repo) -> None:
    """By `beslektede`, or by the title; what is new, and what was not judged again, is told too."""

    def risk(name: str, title: str, likely: int, more: str = "") -> str:
        return f"  - id: {name}\n    tittel: {title}\n    sannsynlighet: {likely}\n    konsekvens: 3\n    frist: 2021-12-01\n{more}"

    head = ANALYSIS[: ANALYSIS.index("risikoer:")].replace("ros1", "ros2").replace("2021-02-15", "2021-05-15")
    risks = (
        risk("ros2.r1", "Skred stenger vegen", 2, "    beslektede: [ros1.r1]\n")
        + risk("ros2.r2", "RAS STENGER ANDRE VEGER", 4)
        + risk("ros2.r3", "Bru faller ned", 1)
    )
    older = ANALYSIS + risk("ros1.r2", "Ras stenger andre veger", 3) + risk("ros1.r3", "Tunnel raser", 1)
    repo.write({ROS: older, "ros/ny.yaml": f"{head}avløser: ros1\nrisikoer:\n{risks}"})
    document = planctl("report", "--document", "ros-rapport", "--year", "2021")
    part = document[document.index("## Endret siden forrige ROS-analyse") :].split("\n\n")[1].splitlines()
    assert part[2:] == [
        "| 1 | RAS STENGER ANDRE VEGER | ▲ middels, 3 × 3 = 9 | ■ høy, 4 × 3 = 12 | ↑ større |",
        "| 2 | Skred stenger vegen | ■ høy, 3 × 4 = 12 | ▲ middels, 2 × 3 = 6 | ↓ mindre |",
        "| 3 | Bru faller ned | – | ● lav, 1 × 3 = 3 | Ny |",
        "| – | Tunnel raser | ● lav, 1 × 3 = 3 | – | Ikke vurdert på nytt |",
    ]
