"""Projects: phases by what was decided, benefits by what was measured, and what the commands tell of both."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from git_support import Call, Repo
from planctl.disciplines.prosjekt.benefits import aim_of, measured, reached, start_of
from planctl.disciplines.prosjekt.projects import Project, projects
from support import HERE, base_files, found, places, world

EDITOR = HERE / "disciplines" / "prosjekt" / "editor"
PROJECT, PROGRAM, PORTFOLIO = (
    (EDITOR / f"{name}.yaml").read_text(encoding="utf-8") for name in ("prosjekt", "program", "portefølje")
)
PATH = "prosjekter/gangveg.yaml"
FILES = {PATH: PROJECT, "programmer/skoleveg.yaml": PROGRAM, "porteføljer/2021.yaml": PORTFOLIO}


def project(text: str = PROJECT) -> Project:
    """Give the project of a file."""
    (only,) = projects(world({PATH: text}))
    return only


def test_right_files_give_no_finding() -> None:
    assert places(found(FILES)) == []


@pytest.mark.parametrize("name", ["pr1", "pr1.g1", "klima.d1", "pr1.g1.t1"])
def test_trace_goes_from_a_benefit_to_its_tiltak_owner_goal_and_status(planctl: Call, name: str) -> None:
    told = json.dumps(json.loads(planctl("trace", name, "--format", "json")))
    assert all(f'"{other}"' in told for other in ("pr1", "pr1.g1", "klima.d1", "pr1.g1.t1"))
    assert "[følges opp, frist 31. des. 2023]" in planctl("trace", "pr1.g1")
    assert "Oppdrag:" in planctl("trace", "pr1.g1")


def test_the_phase_of_a_day_is_that_of_what_had_been_decided() -> None:
    more = PROJECT.replace("fase: gjennomføre", "fase: avslutte", 1).replace(
        "  - dato: 2021-11-16\n    til_fase: avslutte\n",
        "  - dato: 2021-05-04\n    til_fase: avslutte\n    beslutning: godkjent\n",
    )
    item = project(more)
    days = (date(2021, 1, 1), date(2021, 2, 9), date(2021, 5, 4))
    assert [item.phase_at(day) for day in days] == ["behov", "gjennomføre", "avslutte"]
    assert project().phase_at(date(2021, 12, 31)) == "gjennomføre"


def test_one_that_is_stopped_goes_no_more() -> None:
    stopped = project(PROJECT.replace("  - dato: 2021-11-16\n    til_fase: avslutte\n",
                                      "  - dato: 2021-05-04\n    til_fase: avslutte\n    beslutning: stoppet\n"))  # fmt: skip
    assert [stopped.goes_at(day) for day in (date(2021, 5, 3), date(2021, 5, 4))] == [True, False]


def test_the_newest_report_of_a_day_holds() -> None:
    text = PROJECT.replace(
        "gevinster:\n",
        "  - {dato: 2021-01-31, tid: rød, prognose: 11000, kommentar: Snø}\n"
        "  - {dato: 2021-06-30, tid: grønn, brukt: 4000}\ngevinster:\n",
    )
    item = project(text)
    report = item.report_at(date(2021, 6, 15))
    assert report is not None
    assert report.day == date(2021, 4, 30)
    assert item.reported_at("prognose", date(2021, 7, 1)) == 11800
    assert item.reported_at("brukt", date(2021, 7, 1)) == 4000
    assert item.reported_at("prognose", date(2021, 2, 1)) == 11000


def test_how_far_a_benefit_has_come() -> None:
    here = world({PATH: PROJECT})
    record = here.plans.by_id["pr1.g1"]
    values = measured(here, record, date(2021, 6, 15))
    assert [int(value) for _, value in values] == [46]
    assert measured(here, record, date(2021, 4, 29)) == []
    assert reached(start_of(here, record), aim_of(here, record), values[-1][1]) == 26


def test_its_dates_in_the_calendar(planctl: Call) -> None:
    told = planctl("calendar", "--year", "2021", "--layer", "prosjekter", "--format", "md")
    assert "Beslutningspunkt: Gangveg langs fjorden" in told
    assert "Leveranse: Trygg skoleveg" in told
    assert told.count("Porteføljerapport: Prosjekter 2021–2024") == 2
    assert "Frist: Flere går til skolen" in planctl(
        "calendar", "--year", "2023", "--layer", "frister", "--format", "md"
    )


def test_status_counts_them(planctl: Call, repo: Repo) -> None:
    line = "Prosjekter I gang: 2. Røde: 0. Prognose over rammen: 0. Åpne gevinster: 1. Over fristen: 0."
    assert line in " ".join(planctl("status").split())
    repo.edit(PATH, "tid: gul", "tid: rød")
    assert "Røde: 1." in planctl("status")
    assert "Raude: 1." in planctl("status", code="nn")


def test_the_report_to_the_board(planctl: Call, repo: Repo) -> None:
    repo.edit("porteføljer/2021.yaml", "ansvarlig: samfunn\n", "ansvarlig: samfunn\nprosjekter: [pr1]\n")
    planctl("report", "--document", "porteføljerapport", "--out", "ut")
    (path,) = (repo.folder / "ut").glob("*.md")
    told = path.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert [line for line in told.splitlines() if line.startswith("#")] == [
        "# Porteføljerapport – Prøve",
        "## 1. Prosjekter 2021–2024",
        "### Kommentarer",
        "### Rammer og kostnader",
        "## 2. Beslutninger og leveranser",
        "### Skal besluttes det neste halvåret",
        "### Leveranser",
        "## 3. Gevinster",
        "## 4. Prosjekter utenfor porteføljene",
        "## 5. Beslutninger og leveranser",
        "### Leveranser",
    ]
    assert "Til: Kommunestyret." in told
    assert (
        "| Gangveg langs fjorden | Veg og trafikk | Gjennomføre | ▲ gul: tid | 12 000 | 11 800 | 16.11.2021 |"
    ) in told
    assert "| Gangveg langs fjorden | ▲ gul: tid | Grunneieren har ikke svart |" in told
    assert ", sist målt 46 | 26,0 % | 31.12.2023 | Følges opp |" in told
    drawn = [item.read_text(encoding="utf-8") for item in sorted((repo.folder / "ut" / "figurer").glob("*.svg"))]
    assert len(drawn) == 2
    assert all("Gangveg langs fjorden" in picture for picture in drawn)


def test_its_chapters(planctl: Call) -> None:
    tertial = planctl("report", "--tertial", "1", "--year", "2021")
    assert re.search(r"^## \d+\. Prosjekter og gevinster$", tertial, re.MULTILINE)
    assert "| Gevinst |" not in tertial
    unit = planctl("report", "--document", "virksomhetsplan", "--unit", "veg")
    assert re.search(r"^## \d+\. Prosjekter og gevinster i enheten$", unit, re.MULTILINE)
    assert "### Gevinster som skal hentes ut" in unit


def test_a_municipality_may_call_it_something_else(planctl: Call, repo: Repo) -> None:
    repo.write(
        {"planctl.yaml": base_files()["planctl.yaml"] + "begreper:\n  gevinst: {entall: nytte, flertall: nytter}\n"}
    )
    assert "Åpne nytter: 1." in " ".join(planctl("status").split())
