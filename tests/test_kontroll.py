"""Controls, state inspections, audits and exercises: in reports, lists, the thread and the calendar."""

from __future__ import annotations

import json
import re

import pytest

from git_support import Call, Repo
from support import HERE, Files, found, places, world

_SAMPLES = {
    "kontroll/teknisk.yaml": "kontroll/editor/kontroll.yaml",
    "tilsyn/opplæring.yaml": "kontroll/editor/tilsyn.yaml",
    "egenkontroll/veg.yaml": "kontroll/editor/egenkontroll.yaml",
    "beredskap/øvelser.yaml": "beredskap/editor/beredskap.yaml",
}
FILES = {path: (HERE / "disciplines" / name).read_text(encoding="utf-8") for path, name in _SAMPLES.items()}


def test_right_files_give_no_finding() -> None:
    assert places(found(dict(FILES))) == []


@pytest.mark.parametrize("level", ["0", "6", "2.5"])
def test_maturity_goes_from_1_to_5(level: str) -> None:
    text = FILES["kontroll/teknisk.yaml"].replace("nivå: 3", f"nivå: {level}")
    assert [place.rpartition(" ")[2] for place in places(found({"kontroll/teknisk.yaml": text}))] in (["104"], ["102"])


@pytest.mark.parametrize("name", ["tilsyn1.f1", "tilsyn1.f1.t1", "klima.d1"])
def test_trace_goes_from_a_funn_to_its_tiltak_and_its_goal(planctl: Call, name: str) -> None:
    told = json.dumps(json.loads(planctl("trace", name, "--format", "json")))
    assert all(f'"{other}"' in told for other in ("tilsyn1.f1", "tilsyn1.f1.t1", "klima.d1"))


def test_trace_tells_status_and_deadline(planctl: Call) -> None:
    told = planctl("trace", "tilsyn1.f1")
    assert "Tilsyn: Tilsyn med opplæring i vegdrift" in told
    assert "Tiltak: Lage plan for opplæring" in told
    assert "[under arbeid, frist 1. nov. 2021]" in told


def test_what_is_found_is_one_list(planctl: Call) -> None:
    rows = json.loads(planctl("list", "funn", "--open", "--format", "json"))["records"]
    assert {row["name"] for row in rows} == {"tilsyn1.f1", "ik1.k1.f1", "fr1.f1", "ber1.ø1.f1"}


def test_status_counts_what_is_open(planctl: Call) -> None:
    told = planctl("status")
    assert "Kontroller og tilsyn  Åpne funn: 3. Over fristen: 0. Lovbrudd: 1." in told
    assert "Internkontroller som ikke er gjort: 0." in told
    assert "Øvelser               Åpne funn: 1. Over fristen: 0." in told


def test_status_counts_a_control_that_is_not_done(planctl: Call, repo: Repo) -> None:
    repo.edit("kontroll/teknisk.yaml", "    neste: 2022-02\n    gjelder", "    neste: 2021-02\n    gjelder")
    assert "Internkontroller som ikke er gjort: 1." in planctl("status")


def test_the_calendar_has_their_dates(planctl: Call) -> None:
    told = planctl("calendar", "--layer", "tilsyn,øvelser,internkontroller,lovgjennomganger", "--year", "2022",
                   "--format", "md")  # fmt: skip
    assert "Internkontroll: Kontroll av fakturaer over bestilling" in told
    assert "Lovgjennomgang: Lover for teknisk drift 2021" in told
    assert "Neste øvelse: Skred stenger hovedvegen" in told
    assert "Tilsyn: Tilsyn med opplæring i vegdrift" in planctl("calendar", "--layer", "tilsyn", "--format", "md")


def test_the_tertial_report_has_the_inspections(planctl: Call) -> None:
    told = planctl("report", "--tertial", "1", "--year", "2021")
    assert re.search(r"^## \d+\. Kontroller og tilsyn$", told, re.MULTILINE)
    row = "| Tilsyn med opplæring i vegdrift | Arbeidstilsynet | Veg og trafikk | 10.02.2021 | 01.05.2021 |"
    assert row in told
    assert "Modenhet" not in told
    assert "Øvelser av beredskapsplanene" not in told


def test_the_annual_report_has_controls_maturity_and_exercises(planctl: Call) -> None:
    told = planctl("report", "--annual", "--year", "2021")
    assert "| Økonomi | 1 | 1 | 0 | 1 | 0 |" in told
    assert "| Økonomi | Veg og trafikk | 4 | 31.12.2022 | 2 | 3 |" in told
    assert re.search(r"^## \d+\. Øvelser av beredskapsplanene$", told, re.MULTILINE)
    assert "Enheter som gikk gjennom lovene sine i perioden: 1." in told


def test_maturity_is_drawn(planctl: Call, repo: Repo) -> None:
    planctl("report", "--document", "internkontrollrapport", "--out", "ut")
    (drawn,) = (repo.folder / "ut" / "figurer").glob("*.svg")
    picture = drawn.read_text(encoding="utf-8")
    assert "Modenheten i internkontrollen" in picture
    assert "Områder som har nådd ambisjonen: 0 av 1." in picture
    assert "bilde-1.svg" in next((repo.folder / "ut").glob("*.md")).read_text(encoding="utf-8")


def test_an_older_inspection_stands_there_while_something_is_open(planctl: Call, repo: Repo) -> None:
    repo.edit("tilsyn/opplæring.yaml", "dato: 2021-02-10", "dato: 2019-02-10")
    for field in ("varslet: 2021-01-10\n", "rapport: 2021-03-01\n", "svart: 2021-04-20\n", "svarfrist: 2021-05-01\n"):
        repo.edit("tilsyn/opplæring.yaml", field, "")
    assert "| Tilsyn med opplæring i vegdrift |" in planctl("report", "--tertial", "1", "--year", "2021")
    repo.edit("tilsyn/opplæring.yaml", "status: under arbeid", "status: ikke fulgt\n    begrunnelse: Det er gjort.")
    assert "| Tilsyn med opplæring i vegdrift |" not in planctl("report", "--tertial", "1", "--year", "2021")


def test_a_unit_has_its_own(planctl: Call) -> None:
    told = planctl("report", "--document", "virksomhetsplan", "--unit", "veg", code="nn")
    assert re.search(r"^## \d+\. Kontrollar i eininga$", told, re.MULTILINE)
    assert "| Opplæringen er ikke dokumentert | Lovbrot | Tilsyn med opplæring i vegdrift |" in told
    assert "| Lover for teknisk drift 2021 | Veg og trafikk | 01.03.2021 | Vegsjef | 31.03.2022 | 1 | 0 | 0 |" in told


def test_the_report_to_the_council(planctl: Call) -> None:
    told = planctl("report", "--document", "internkontrollrapport")
    assert re.findall(r"^## \d+\. (.+)$", told, re.MULTILINE) == [
        "Systemer og rutiner", "Arbeidet med lover og forskrifter", "Kontroller som er gjort", "Avvik og lovbrudd",
        "Tilsyn", "Egenkontroller",
    ]  # fmt: skip
    assert "| Funn | 4 | 4 | 0 | 0 | 0 |" in told
    assert "| Forvaltningsrevisjon av vegvedlikehold | Veg og trafikk | Kommunens revisor | 20.02.2021 |" in told
    assert "| 02.03.2021 | 20.04.2021 | 0 | 0 | 1 |" in told
    nynorsk = planctl("report", "--document", "internkontrollrapport", code="nn")
    assert "| Økonomi | 1 | 1 | 0 | 1 | 0 |" in nynorsk
    assert "Blir ikkje følgd" in nynorsk


def test_the_report_tells_of_what_other_registers_hold(planctl: Call, repo: Repo) -> None:
    risk = (HERE / "disciplines" / "ros" / "editor" / "ros.yaml").read_text(encoding="utf-8")
    repo.write({"ros/veg.yaml": risk.replace("    håndtering", "    lovbrudd: true\n    håndtering")})
    told = planctl("report", "--document", "internkontrollrapport")
    assert "| ROS-analyser | 1 | 0 |" in told
    assert "| Risikoer | 1 | 1 | 0 | 0 | 0 |" in told
    assert "Åpne lovbrudd: 2." in told
    assert "| Ras stenger vegen | ROS-analyse for teknisk drift |" in told


def test_without_any_there_is_nothing_to_tell() -> None:
    from planctl.disciplines.beredskap import status_line as exercises
    from planctl.disciplines.kontroll import status_line as controls

    empty: Files = {}
    assert controls.status_line(world(empty)) is None
    assert exercises.status_line(world(empty)) is None


def test_a_council_that_decided_by_the_register(repo: Repo, planctl: Call) -> None:
    text = FILES["egenkontroll/veg.yaml"].replace(
        'vedtak:\n  organ: kommunestyret\n  sak: "21/21"\n  dato: 2021-04-20\n', "vedtak: v2021.revisjon\n"
    )
    register = (
        "type: vedtak\nid: v2021\ntittel: Vedtak 2021\nperiode: 2021\norgan: kommunestyret\nvedtak:\n"
        "  - id: v2021.revisjon\n    tittel: Forvaltningsrevisjon\n    dato: 2021-05-18\n"
    )
    repo.write({"egenkontroll/veg.yaml": text, "vedtak/2021.yaml": register})
    assert "| 02.03.2021 | 18.05.2021 | 0 |" in planctl("report", "--document", "internkontrollrapport")
