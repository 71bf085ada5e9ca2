"""Routines, audits, surveys, the observatory and innovations: what documents, reports, status and calendar tell."""

from __future__ import annotations

import json
from datetime import date

import pytest

from git_support import Call, Repo
from planctl.disciplines.kvalitet.observatory_tables import grades_pictures
from planctl.disciplines.utvikling.loop import loop_pictures
from support import HERE, Files, base_files, found, places, world

EDITOR = {path.stem: path.read_text(encoding="utf-8") for path in HERE.glob("disciplines/*/editor/*.yaml")}
VALUES = "type: målinger\nmålinger:\n  - indikator: klima.i1\n    periode: 2021\n    verdi: 11\n"
WIDTH = 160
FILES: Files = {
    "ledelsessystem/rutiner.yaml": EDITOR["rutiner"],
    "revisjoner/2021.yaml": EDITOR["revisjonsprogram"],
    "undersøkelser/2021.yaml": EDITOR["undersøkelser"],
    "observatorium/2021.yaml": EDITOR["innbyggerobservatorium"],
    "utvikling/register.yaml": EDITOR["utvikling"],
    "målinger/2021.yaml": VALUES,
}


def test_a_right_file_of_each_type_gives_no_finding() -> None:
    assert places(found(FILES)) == []


def test_a_municipality_without_goals_and_areas_can_have_them() -> None:
    plain: Files = {
        **dict.fromkeys(base_files()),
        "planctl.yaml": base_files()["planctl.yaml"] + "profil: fri\n",
        "organisasjon.yaml": "type: organisasjon\nvirksomheter:\n  - id: veg\n    tittel: Veg\n"
        "roller:\n  - id: kommunedirektøren\n    tittel: Kommunedirektør\n",
        "rutiner.yaml": EDITOR["rutiner"],
        "utvikling.yaml": EDITOR["utvikling"].replace("    gjelder: [klima.d1]\n", ""),
    }
    assert places(found(plain, "8")) == []


def test_a_routine_that_was_to_be_reviewed_is_told_by_the_common_rule() -> None:
    late = EDITOR["rutiner"].replace("neste_revisjon: 2021-10", "neste_revisjon: 2021-05")
    assert places(found({"rutiner.yaml": late})) == ["rutiner.yaml:11:21 802"]


def test_what_an_audit_finds_is_followed_up_as_all_that_is_found() -> None:
    text = EDITOR["revisjonsprogram"].replace("slag: merknad", "slag: avvik").replace("2021-09-01", "2021-06-01")
    assert places(found({"revisjoner.yaml": text})) == ["revisjoner.yaml:14:9 800", "revisjoner.yaml:18:16 805"]


def test_routines_are_rows_of_a_table() -> None:
    files: Files = {
        "rutiner.yaml": "type: rutiner\nid: r\ntittel: Rutiner\nfil: rutiner.csv\n",
        "rutiner.csv": "id;tittel;kapittel;standarder;ansvarlig;godkjent;godkjent_av;neste_revisjon\n"
        "r.1;Brøyting;4;9001, 14001;veg;01.10.2020;kommunedirektøren;2021-10\n"
        "r.2;Strøing;4;;;01.10.2020;kommunedirektøren;2021-10\n",
    }
    rows = list(world(files).plans.of_kind("rutine"))
    assert [(row.id, row.get("kapittel"), row.get("standarder")) for row in rows] == [
        ("r.1", 4, [9001, 14001]),
        ("r.2", 4, None),
    ]
    assert places(found(files)) == ["rutiner.csv:3:1 850"]


def test_status_has_a_line_for_each(planctl: Call) -> None:
    told = planctl("status")
    assert "Rutiner       Gjelder: 1. Over fristen: 0. Gjennomgang innen et halvt år: 1." in told
    assert "Revisjoner    Åpne funn: 1. Over fristen: 0. Gjort i år: 1. Gjenstår: 0." in told
    assert "Innovasjoner  Ideer: 0. Blir prøvd: 0. I bruk: 1." in told
    assert "Rutinar       Gjeld: 1." in planctl("status", code="nn")


def test_the_list_of_routines_has_their_chapters(planctl: Call, repo: Repo) -> None:
    repo.edit(
        "ledelsessystem/rutiner.yaml", "rutiner:\n", "rutiner:\n  - id: r.ny\n    tittel: Ny\n    status: utkast\n"
    )
    told = planctl("report", "--document", "rutineoversikt")
    heads = [line for line in told.splitlines() if line.startswith("## ")]
    assert heads == ["## 1. Oversikt", "## 2. Kapittel 4 – Hovedprosesser", "## 3. Gjelder ikke"]
    assert "| Brøyting | Veg og trafikk | 01.10.2020 | 31.10.2021 |" in told
    assert "| Ny | Utkast |" in told


def test_the_programme_tells_of_each_audit(planctl: Call) -> None:
    told = planctl("report", "--document", "revisjonsprogram")
    assert "Revisjoner i 2021: 1. Interne: 1. Eksterne: 0. Gjort per 15. juni 2021: 1." in told
    assert "| Vinterdrift | Intern | 9001 | Veg og trafikk | 01.03.2021 | 0 | 0 | 1 | 0 |" in told
    assert "| Loggen er ikke ført | Merknad | Åpen | 01.09.2021 | Veg og trafikk |" in told
    assert "Revisjonar i 2021" in planctl("report", "--document", "revisjonsprogram", code="nn")


def test_the_annual_report_tells_of_all(planctl: Call) -> None:
    told = planctl("report", "--annual", "--year", "2021")
    assert "| Reisevaner | Innbygger | 15.02.2021 | 40,0 % |" in told
    assert "| Reisevaner | Andel reiser på sykkel | 11 % | ▲ akseptert |" in told
    assert "1 av 39 plasser har fått karakter, på en skala fra 1 til 5." in told
    assert "| Innsyn i saker | 3 | 20.05.2021 | Innbyggere, frivillighet |" in told
    assert "| Sensorer som melder om is på vegen | Nyttiggjort | 01.05.2020 |" in told
    assert "| Digital søknad om graving | System | 01.03.2021 | 2 av 5 | Innføre | Veg og trafikk |" in told
    assert "Reisevaner" not in planctl("report", "--tertial", "1", "--year", "2021")


def test_the_documents_of_a_unit_have_its_own(planctl: Call) -> None:
    told = planctl("report", "--document", "lederavtale", "--unit", "veg")
    for head in ("Revisjoner og undersøkelser i enheten", "Rutiner enheten eier", "Innovasjon og forenkling i enheten"):
        assert head in told


@pytest.mark.parametrize(("layer", "line"), [
    ("rutiner", "Rutinegjennomgang: Brøyting"),
    ("revisjoner", "Revisjon: Vinterdrift"),
    ("undersøkelser", "Undersøkelse: Reisevaner"),
])  # fmt: skip
def test_their_dates_in_the_calendar(planctl: Call, layer: str, line: str) -> None:
    assert line in planctl("calendar", "--year", "2021", "--layer", layer, "--format", "md")


def test_trace_shows_an_innovation_at_the_goal_it_serves(planctl: Call) -> None:
    assert "Innovasjon: Sensorer som melder om is på vegen" in planctl("trace", "klima.d1")
    names = [row["name"] for row in json.loads(planctl("list", "funn", "--open", "--format", "json"))["records"]]
    assert names == ["rev2021.veg.f1"]


def test_the_picture_of_the_loop_has_a_stretch_for_each_step() -> None:
    (record,) = world({"u.yaml": EDITOR["utvikling"]}).plans.of_kind("innovasjon")
    (picture,) = loop_pictures([record], date(2021, 6, 15))
    (lane,) = picture.rows
    assert [(item.start, item.end) for item in lane.stretches] == [
        (date(2019, 2, 1), date(2019, 8, 31)),
        (date(2019, 9, 1), date(2020, 1, 14)),
        (date(2020, 1, 15), date(2020, 4, 30)),
        (date(2020, 5, 1), date(2021, 6, 15)),
    ]
    assert loop_pictures([record], date(2019, 1, 1)) == ()


def test_the_picture_of_the_observatory_has_grades_and_ambitions() -> None:
    text = EDITOR["innbyggerobservatorium"].replace("    vurderinger:", "    ambisjon: 4\n    vurderinger:")
    plans = world({"o.yaml": text}).plans
    whole, places_in_use = list(plans.of_kind("innbyggerobservatorium")), list(plans.of_kind("observatorieplass"))
    (picture,) = grades_pictures(whole, places_in_use, date(2021, 6, 15))
    assert [(row.name, row.today, row.ambition) for row in picture.rows] == [("Innsyn i saker", 3, 4)]
    assert list(grades_pictures(whole, places_in_use, date(2021, 5, 19))) == []
