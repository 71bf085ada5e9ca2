"""Avvik: read from YAML and CSV, counted against the year before, followed to their tiltak, and gone through by leaders."""

from __future__ import annotations

import json
from datetime import date

import pytest
from openpyxl import load_workbook

from git_support import Call, Repo
from planctl.disciplines.avvik.told import year_before
from planctl.model.period import Period
from support import HERE, Files, found, places

EDITOR = HERE / "disciplines" / "avvik" / "editor"
AVVIK, REVIEW = "avvik/2021.yaml", "ledelsens-gjennomgang/2021.yaml"
ROWS: dict[str, str] = {
    "avvik/2020.yaml": "type: avvik\nid: avvik2020\ntittel: Avvik 2020\nperiode: 2020\nfil: 2020.csv\n"
    "kolonner: {Meldt dato: meldt, Saksnummer: referanse}\n",
    "avvik/2020.csv": "id;Meldt dato;slag;område;kategori;enhet;status;lukket;årsaksgruppe;Saksnummer\n"
    "b.1;12.03.2020;Avvik;HMS;Anleggsarbeid;veg;Lukket;20.03.2020;kompetanse;\n"
    "b.2;14.04.2020;Avvik;ytre miljø;Utslipp;veg;Videresendt;15.04.2020;;20/100\n"
    "b.3;03.11.2020;positiv;tjenestekvalitet;Service;samfunn;Lukket;04.11.2020;;\n",
}
FILES: Files = {
    AVVIK: (EDITOR / "avvik.yaml").read_text(encoding="utf-8"),
    REVIEW: (EDITOR / "ledelsens-gjennomgang.yaml").read_text(encoding="utf-8"),
    **ROWS,
}


def test_right_files_give_no_finding() -> None:
    assert places(found(FILES)) == []


def test_what_is_asked_of_it_while_it_is_open_and_when_it_is_closed() -> None:
    """A grave one needs a tiltak or a strakstiltak (800); one with tiltak that is closed, an evaluation (801)."""

    def codes(*lines: str) -> list[str]:
        head = "type: avvik\nid: av\ntittel: Avvik 2021\nperiode: 2021\navvik:\n  - id: av.1\n    meldt: 2021-06-01\n"
        return [item.code for item in found({"a.yaml": head + "".join(f"    {line}\n" for line in lines)}, "8")]

    work = "tiltak: [{id: av.1.t1, tittel: Sikre grøften, frist: 2021-08-01, ansvarlig: veg}]"
    assert codes("potensiell_konsekvens: 4") == ["800"]
    assert codes("potensiell_konsekvens: 4", work) == []
    assert codes("potensiell_konsekvens: 4", "strakstiltak: Gjerdet inn.") == []
    assert codes("potensiell_konsekvens: 4", "slag: forbedringsforslag") == []
    assert codes("potensiell_konsekvens: 3") == []
    assert codes("status: lukket", work) == ["801"]
    assert codes("status: lukket") == []
    assert codes("status: avvist", work) == []
    assert codes("frist: 2021-06-10") == ["805"]


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (Period(date(2021, 1, 1), date(2021, 12, 31)), Period(date(2020, 1, 1), date(2020, 12, 31))),
        (Period(date(2021, 2, 1), date(2021, 2, 28)), Period(date(2020, 2, 1), date(2020, 2, 29))),
        (Period(date(2020, 2, 1), date(2020, 2, 29)), Period(date(2019, 2, 1), date(2019, 2, 28))),
        (Period(date(2020, 1, 1), date(2020, 2, 28)), Period(date(2019, 1, 1), date(2019, 2, 27))),
    ],
)
def test_the_same_days_of_the_year_before(period: Period, before: Period) -> None:
    assert year_before(period) == before


def test_a_column_of_free_text_is_read_only_where_the_file_names_it() -> None:
    rows = ROWS["avvik/2020.csv"].replace(";Saksnummer\n", ";Saksnummer;rotårsak\n").replace(";\n", ";;Opplæring\n")
    rows = rows.replace(";20/100\n", ";20/100;\n")
    told = places(found({**ROWS, "avvik/2020.csv": rows}))
    assert told == ["avvik/2020.csv:1:80 111"]


@pytest.mark.parametrize("name", ["a2021.1", "klima.d1", "a2021.1.t1"])
def test_trace_shows_it_from_every_end(planctl: Call, name: str) -> None:
    told = json.dumps(json.loads(planctl("trace", name, "--format", "json")))
    assert all(f'"{other}"' in told for other in ("a2021.1", "klima.d1", "a2021.1.t1"))


def test_list_shows_what_is_open(planctl: Call, repo: Repo) -> None:
    def names(*argv: str) -> list[str]:
        return [row["name"] for row in json.loads(planctl("list", *argv, "--format", "json"))["records"]]

    assert names("avvik") == ["b.1", "b.2", "b.3", "a2021.1", "a2021.2"]
    assert names("avvik", "--open") == []
    assert names("lederbeslutning", "--open") == ["lg2021.b1"]
    repo.edit(AVVIK, "status: videresendt\n    lukket: 2021-04-13\n", "status: under arbeid\n")
    assert names("avvik", "--open") == ["a2021.2"]


def test_one_line_in_status(planctl: Call) -> None:
    assert "Avvik og lederbeslutninger  Åpne: 1. Over fristen: 0. Uten tiltak: 0." in planctl("status")


def test_its_chapter_stands_in_the_annual_report_alone(planctl: Call, repo: Repo) -> None:
    assert "Avvik og forbedringer" not in planctl("report", "--tertial", "1", "--year", "2021")
    planctl("report", "--annual", "--year", "2021", "--out", "ut")
    (path,) = (repo.folder / "ut").glob("*.md")
    told = path.read_text(encoding="utf-8")
    assert told.count("Avvik og forbedringer") == 1
    assert "![Meldt hver måned]" in told
    assert "Meldt i perioden: 2. Avsluttet i perioden: 2. Åpne 31. desember 2021: 0. Over fristen: 0." in told
    assert "| Forbedringsforslag | 1 | 0 | 1 | 0 | 0 | 1 |" in told
    assert "| Avvik | Ikke vist | 2 | – | 0 | 0 | – |" in told
    assert "| Uønskede hendelser | Ikke vist | 0 | – | 0 | 0 | – |" in told
    assert "| Grøft uten sikring | Anleggsarbeid | Virket |" in told
    assert "| Ledelsens gjennomgang 2021 | Veg og trafikk | 16.03.2021 | Veg og trafikk | 31.03.2022 |" in told


def test_the_statistics_compare_the_same_days_of_two_years(planctl: Call) -> None:
    told = planctl("report", "--document", "avviksstatistikk")
    assert "I de samme dagene året før ble 2 meldt og 2 avsluttet." in told
    assert "| Mars 2021 | Ikke vist | Ikke vist | 0 | 0 | Ikke vist | Ikke vist |" in told
    assert "| April 2021 | 0 | Ikke vist | 1 | 0 | Ikke vist | Ikke vist |" in told
    assert "| Mai 2021 | 0 | 0 | 0 | 0 | 0 | 0 |" in told
    assert "| **Sum** | **Ikke vist** | **Ikke vist** | **1** | **0** | **2** | **2** |" in told


def test_small_counts_that_may_be_of_a_person_are_not_told(planctl: Call) -> None:
    """One of two in all that is of HMS: «under 5» would tell it, so that it is not told which of the areas has any."""
    told = planctl("report", "--document", "avviksstatistikk")
    assert "| HMS | Ikke vist | Ikke vist | – | 0 | 0 | – |" in told
    assert "| Ytre miljø | 0 | Ikke vist | – | 0 | 0 | – |" in told
    assert "| **Sum** | **2** | **2** | **0** | **0** | **0** | **1** |" in told


def test_neither_the_picture_nor_the_workbook_tells_what_the_tables_leave_out(planctl: Call, repo: Repo) -> None:
    planctl("report", "--document", "avviksstatistikk", "--format", "xlsx", "--out", "ut")
    (path,) = (repo.folder / "ut").glob("*.xlsx")
    rows = [[cell.value for cell in row] for sheet in load_workbook(path) for row in sheet.iter_rows()]
    assert ["HMS", "Ikke vist", "Ikke vist", None, 0, 0, None] in [row[:7] for row in rows]
    planctl("report", "--annual", "--year", "2021", "--out", "ut")
    (picture,) = (repo.folder / "ut").glob("figurer/*-bilde-1.svg")
    drawn = picture.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "Små tall som kan handle om en person, vises ikke" in drawn
    assert "mars 2021: Avvik –, Uønskede hendelser –" in drawn


def test_what_is_exempt_stands_without_its_words(planctl: Call, repo: Repo) -> None:
    repo.edit(
        AVVIK,
        "    tittel: Grøft uten sikring\n",
        '    tittel: Grøft uten sikring\n    unntatt: {hjemmel: "offl § 13"}\n',
    )
    told = planctl("report", "--document", "avviksstatistikk")
    assert "Grøft" not in told
    assert "| unntatt, offl. § 13 (a2021.1) | Virket | Avvik 2021 | Lukket |" in told
    assert "Grøft" not in planctl("report", "--document", "ledelsens-gjennomgang")


def test_the_review_gathers_what_its_period_held(planctl: Call, repo: Repo) -> None:
    told = planctl("report", "--document", "ledelsens-gjennomgang")
    assert "Ser tilbake på 1. januar 2020 til 31. desember 2020." in told
    assert "| Avvik | 2 | 2 | 0 | 0 | 0 |" in told
    assert "| 1 | Systemet virker. |" in told
    assert "| Sjekklistene legges i alle biler | Under arbeid |" in told
    newer = str(FILES[REVIEW]).replace("lg2021", "lg2022").replace("2021-03-16", "2021-06-01")
    newer = newer.replace("periode: 2020", "periode: 2021-T1\navløser: lg2021").replace("klima.d1", "a2021.1")
    repo.write({"ledelsens-gjennomgang/ny.yaml": newer})
    told = planctl("report", "--document", "ledelsens-gjennomgang")
    assert "Hva det er blitt av de forrige beslutningene" in told


def test_the_unit_has_its_own(planctl: Call) -> None:
    told = planctl("report", "--document", "virksomhetsplan", "--unit", "veg", code="nn")
    assert "Avvika til eininga" in told
    assert "Meldt i perioden" in told


def test_open_ones_stand_in_a_layer_of_the_calendar(planctl: Call, repo: Repo) -> None:
    repo.edit(AVVIK, "status: lukket\n    lukket: 2021-03-23\n", "status: under arbeid\n")
    told = planctl("calendar", "--year", "2021", "--layer", "avvik", "--format", "md")
    assert "Grøft uten sikring" in told
    held = planctl("calendar", "--year", "2021", "--layer", "gjennomganger", "--format", "md")
    assert "Ledelsens gjennomgang 2021" in held
