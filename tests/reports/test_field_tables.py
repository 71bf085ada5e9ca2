"""Tables of fields: headings, columns and words are the schema's; tables of matters count what is open and late."""

from __future__ import annotations

from datetime import date

import pytest

from planctl.disciplines.matters import Matters, matters_line
from planctl.disciplines.records import unit_of
from planctl.disciplines.register import Field, field_table
from planctl.i18n import Language, T
from planctl.model.chapter import Occasion, Table
from planctl.model.period import Period
from planctl.world import World
from support import base_files, world

TILSYN = """\
type: tilsyn
id: t1
tittel: Tilsyn med vegdrift
myndighet: Arbeidstilsynet
enhet: veg
dato: 2021-02-10
illustrativ: true
funn:
  - id: t1.f1
    tittel: Opplæringen er ikke dokumentert
    slag: lovbrudd
    grunnlag: aml § 3-2
    gjelder: [klima.d1]
    frist: 2021-05-01
    tiltak:
      - {id: t1.f1.t1, tittel: Lage plan for opplæring, frist: 2021-10-01, ansvarlig: veg, status: fullført}
      - {id: t1.f1.t2, tittel: Gjennomføre opplæring, frist: 2021-10-01, ansvarlig: veg}
  - id: t1.f2
    tittel: Vernerunden er ikke holdt
    slag: avvik
    ansvarlig: veg
    frist: 2021-11-01
  - id: t1.f3
    tittel: Skiltene er slitt
    slag: merknad
    ansvarlig: veg
    status: lukket
    evaluering: {dato: 2021-04-01, resultat: virket}
"""
YEAR = Occasion(Period(date(2021, 1, 1), date(2021, 6, 15)), lambda _: True, ended=False)


@pytest.fixture
def municipality() -> World:
    return world({**base_files(), "tilsyn/t.yaml": TILSYN})


def _said(table: Table, code: str) -> list[list[str]]:
    lang = Language(code)
    heading = [lang(column.title) for column in table.columns]
    return [heading, *([lang.show(cell) for cell in row] for row in table.rows)]


def test_columns_are_the_fields_of_the_schema(municipality: World) -> None:
    found = list(municipality.plans.of_kind("funn"))
    fields = ("tittel", "slag", "gjelder", Field("frist", where="workbook"), "evaluering.resultat", "status")
    (table,) = field_table(municipality, found, fields, T("What was found"))
    assert [column.kind for column in table.columns] == ["text", "text", "text", "date", "text", "text"]
    assert [column.where for column in table.columns] == ["both", "both", "both", "workbook", "both", "both"]
    assert _said(table, "nb") == [
        ["funn", "Slag", "Gjelder", "Frist", "Resultat", "Status"],
        ["Opplæringen er ikke dokumentert *", "lovbrudd", "Innbyggerne reiser miljøvennlig", "1. mai 2021", "–", "–"],
        ["Vernerunden er ikke holdt *", "avvik", "–", "1. november 2021", "–", "–"],
        ["Skiltene er slitt *", "merknad", "–", "–", "virket", "lukket"],
    ]
    assert _said(table, "nn")[1][1] == "lovbrot"
    assert _said(table, "nn")[3][4] == "verka"


def test_without_records_there_is_no_table(municipality: World) -> None:
    assert field_table(municipality, [], ("tittel",)) == ()


def test_a_matter_without_an_owner_belongs_to_what_it_was_found_in(municipality: World) -> None:
    assert [unit_of(municipality, item) for item in municipality.plans.of_kind("funn")] == ["veg", "veg", "veg"]


def test_matters_are_counted_as_of_the_day(municipality: World) -> None:
    found = Matters.of(municipality, YEAR, "funn")
    counted = [
        [item.record.id for item in rows] for rows in (found.open, found.late, found.settled, found.without_tiltak)
    ]
    assert counted == [["t1.f1", "t1.f2"], ["t1.f1"], ["t1.f3"], ["t1.f2"]]
    assert Language("nb")(found.told) == (
        "Åpne 15. juni 2021: 2. Over fristen: 1. Lukket i perioden: 1. Uten tiltak: 1."
    )
    early = Matters.of(municipality, Occasion(Period(date(2021, 1, 1), date(2021, 3, 1)), lambda _: True), "funn")
    assert [item.record.id for item in early.open] == ["t1.f1", "t1.f2", "t1.f3"]
    before = Matters.of(municipality, Occasion(Period(date(2021, 1, 1), date(2021, 2, 1)), lambda _: True), "funn")
    assert before.known == ()
    assert Matters.of(municipality, Occasion(YEAR.period, lambda unit: unit == "ingen"), "funn").known == ()


def test_a_table_of_matters(municipality: World) -> None:
    found = Matters.of(municipality, YEAR, "funn")
    (table,) = found.table(found.open, extra=("slag",))
    rows = _said(table, "nb")
    assert rows[0] == [
        "Sak",
        "Slag",
        "Funnet i",
        "Status",
        "Frist",
        "Dager over fristen",
        "Ansvarlig",
        "Tiltak fullført",
        "Grunnlag",
        "Gjelder",
    ]
    assert [column.where for column in table.columns][-2:] == ["workbook", "workbook"]
    assert rows[1] == [
        "Opplæringen er ikke dokumentert *", "lovbrudd", "Tilsyn med vegdrift *", "åpen", "1. mai 2021", "45",
        "Veg og trafikk", "1 av 2", "aml § 3-2", "Innbyggerne reiser miljøvennlig",
    ]  # fmt: skip
    assert found.table([]) == ()


def test_the_line_in_status(municipality: World) -> None:
    line = matters_line(municipality, T("{Funn_pl}"), "funn")
    assert line is not None
    nb = Language("nb")
    assert (nb(line.name), nb(line.told)) == ("Funn", "Åpne: 2. Over fristen: 1. Uten tiltak: 1.")
    assert matters_line(world(base_files()), T("{Funn_pl}"), "funn") is None
