"""A protocol as CSV: its rows are vedtak like those in YAML, each field in its own cell."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.check.pipeline import check
from planctl.history.states import states
from planctl.i18n import Language
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.tables.record_columns import columns_of
from planctl.load.tables.record_rows import rows_of
from planctl.model.record import Record
from planctl.world import World
from support import base_files, places, world

BOOK = SchemaBook()
COLUMNS = list(columns_of(BOOK, "vedtak").by_name)
ROOT = Record("vedtaksregister", "vr", {"type": "vedtak"}, "vedtak/2021.yaml", (), None)
REGISTER = "type: vedtak\nid: vr\ntittel: Vedtak 2021\nperiode: 2021\norgan: kommunestyret\nfil: 2021.csv\n"
HEADER = "id;tittel;sak;dato;slag;gjelder;ansvarlig;frist;status;svar_dato;svar_form\n"
ROWS = """\
v1;Trygg skoleveg;12/21;09.02.2021;verbalvedtak;klima.d1 kp2020;veg;2021-10-01;under arbeid;;
v2;Benker i parken;13/21;2021-02-09;Interpellasjon;;veg;2021-T1;Besvart;13.4.2021;muntlig
"""


def opened(rows: str = ROWS, header: str = HEADER, register: str = REGISTER) -> World:
    """Open the small municipality with a register and its protocol."""
    return world({"vedtak/2021.yaml": register, "vedtak/2021.csv": header + rows}, date(2021, 6, 15))


def told(rows: str = ROWS, header: str = HEADER) -> list[str]:
    """Give the findings of a protocol."""
    return places(check(opened(rows, header)))


def test_a_row_is_a_vedtak_of_the_register() -> None:
    here = opened()
    one, two = here.plans.of_kind("vedtak")
    assert (one.id, one.title, one.parent, one.plan.id) == ("v1", "Trygg skoleveg", here.plans.get("vr"), "vr")
    assert one.fields == {
        "id": "v1", "tittel": "Trygg skoleveg", "sak": "12/21", "dato": "2021-02-09", "slag": "verbalvedtak",
        "gjelder": ["klima.d1", "kp2020"], "ansvarlig": "veg", "frist": "2021-10-01", "status": "under arbeid",
    }  # fmt: skip
    assert two.get("svar") == {"dato": "2021-04-13", "form": "muntlig"}
    assert [record.id for record in here.graph.concerned(one)] == ["klima.d1", "kp2020"]
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("klima.d1 kp2020", "klima.d1 kp1", ["vedtak/2021.csv:2:58 201"]),
        (";veg;2021-10-01", ";vei;2021-10-01", ["vedtak/2021.csv:2:65 303"]),
        ("2021-10-01", "2021-13", ["vedtak/2021.csv:2:69 105"]),
        ("2021-10-01", "2021-06-01", ["vedtak/2021.csv:2:69 812"]),
        (";veg;2021-10-01", ";;2021-10-01", ["vedtak/2021.csv:2:1 810"]),
        ("13.4.2021", "13.1.2021", ["vedtak/2021.csv:3:73 815"]),
        ("muntlig", "sms", ["vedtak/2021.csv:3:83 104"]),
        ("v2;", "v1;", ["vedtak/2021.csv:3:1 203"]),
        ("v2;", ";", ["vedtak/2021.csv:3:1 111"]),
        ("v2;", '"v2;', ["vedtak/2021.csv:3:1 111"]),
        (";muntlig", "", ["vedtak/2021.csv:3:1 111"]),
        ("Benker i parken", "Ring ola.nordmann@gmail.com", ["vedtak/2021.csv:3:4 307"]),
    ],
)
def test_what_is_wrong_stands_in_its_cell(old: str, new: str, expected: list[str]) -> None:
    assert ROWS.count(old) == 1
    assert told(ROWS.replace(old, new)) == expected


def test_a_fault_of_the_register_is_told_in_the_register_alone() -> None:
    here = opened(register=REGISTER.replace("periode: 2021", "periode: 2021-01-01/2021-12-31"))
    assert places(check(here)) == ["vedtak/2021.yaml:4:10 106"]


def test_a_protocol_that_two_registers_name_is_read_twice() -> None:
    two = {"vedtak/2021b.yaml": REGISTER.replace("id: vr", "id: vr2"), "vedtak/2021.csv": HEADER + ROWS}
    here = world({"vedtak/2021.yaml": REGISTER, **two}, date(2021, 6, 15))
    assert places(check(here)) == ["vedtak/2021b.yaml:6:6 617"]


def test_the_header() -> None:
    assert told(header=HEADER.replace("sak", "saksnummer")) == ["vedtak/2021.csv:1:1 111"]
    assert told(header=HEADER.replace("tittel", "sak").replace(";sak;sak", ";sak;tekst")) == ["vedtak/2021.csv:1:1 111"]


def test_a_file_that_is_not_there() -> None:
    here = world({"vedtak/2021.yaml": REGISTER}, date(2021, 6, 15))
    assert places(check(here)) == ["vedtak/2021.yaml:6:6 012"]


def test_who_names_what_stands_in_a_row_with_a_fault_is_not_blamed() -> None:
    """The fault is told; a reference to the row's own id is not another; those to unknown ids are."""
    plan = "type: strategiplan\nid: sp\ntittel: Strategi for skoleveg\nperiode: 2021-2025\nstatus: vedtatt\nvedtak: "
    csv = HEADER + ROWS.replace(";muntlig", "")
    for names, expected in (("[v2]", []), ("[v8, v9]", ["sp.yaml:6:10 201", "sp.yaml:6:14 201"])):
        files = {"vedtak/2021.yaml": REGISTER, "vedtak/2021.csv": csv, "sp.yaml": f"{plan}{names}\n"}
        found = places(check(world(files, date(2021, 6, 15))))
        assert [item for item in found if item.startswith("sp.yaml")] == expected


def test_rows_stand_beside_entries_in_yaml() -> None:
    here = opened(register=REGISTER + "vedtak:\n  - {id: v0, tittel: Fram, dato: 2021-01-26}\n")
    assert [(record.id, record.path) for record in here.plans.of_kind("vedtak")] == [
        ("v0", "vedtak/2021.yaml"), ("v1", "vedtak/2021.csv"), ("v2", "vedtak/2021.csv"),
    ]  # fmt: skip


def test_the_columns_are_the_fields_of_the_schema() -> None:
    """All of them but those that hold lists of records, and those of every record's history."""
    defs = SchemaBook().defs
    known = set(defs["vedtaksinnforing"]["properties"]) - {"punkter", "tiltak", "svar", "illustrativ", "tidligere_id"}
    assert {name for name in COLUMNS if not name.startswith("svar_")} == known
    assert {name.removeprefix("svar_") for name in COLUMNS if name.startswith("svar_")} == set(
        defs["vedtakssvar"]["properties"]
    )
    told_of = SchemaBook().root("vedtak")["properties"]["fil"]["description"]
    assert [name for name in COLUMNS if name not in told_of] == []


def test_history_reads_the_rows_of_a_version() -> None:
    found = states("vedtak/2021.csv", (HEADER + ROWS).encode("cp1252"), ROOT, BOOK)
    assert sorted(found) == ["v1", "v2"]
    assert found["v2"].fields["svar"] == {"dato": "2021-04-13", "form": "muntlig"}
    assert states("målinger/sykkel.csv", b"indikator;periode;verdi\nklima.i1;2020;12\n", ROOT, BOOK) == {}
    assert states("x.csv", b"\0\0", ROOT, BOOK) == {}


def test_the_help_to_a_wrong_header_names_what_is_needed() -> None:
    found = next(iter(check(opened(header=HEADER.replace("tittel", "navn")))))
    assert found.help is not None
    assert Language("nb")(found.help).startswith(
        "Den første linjen navngir kolonnene, med semikolon mellom: id og tittel, og de av disse som er i bruk: sak, organ,"
    )


TALL = """\
id;tittel;tekst;frist
v1;"Trygg
skoleveg";"Det vises til saken.

Veien skal ha «fart 30».";2021-10-01
v2;Benker;"Først, og så";2021-13
"""


def test_a_cell_may_go_over_several_lines() -> None:
    here = opened(TALL.partition("\n")[2], "id;tittel;tekst;frist\n")
    one = here.plans.get("v1")
    assert one is not None
    assert (one.title, one.get("tekst")) == ("Trygg skoleveg", "Det vises til saken.\n\nVeien skal ha «fart 30».")
    assert places(check(here)) == ["vedtak/2021.csv:2:1 810", "vedtak/2021.csv:6:1 810", "vedtak/2021.csv:6:26 105"]
    late = TALL.replace("2021-10-01", "2021-13").partition("\n")[2]
    assert "vedtak/2021.csv:5:27 105" in places(check(opened(late, "id;tittel;tekst;frist\n")))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('v1;"Trygg;;\nv2;Benker;"to";\n', ["vedtak/2021.csv:2:1 111"]),
        ('v1;"Trygg\nskoleveg";;;\nv2;Benker;;\n', ["vedtak/2021.csv:2:1 111"]),
        ('v1;"Trygg;;\nv2;"Benker;;\n', ["vedtak/2021.csv:2:1 111", "vedtak/2021.csv:3:1 111"]),
    ],
)
def test_a_quote_that_is_not_closed_takes_no_other_row_with_it(rows: str, expected: list[str]) -> None:
    assert places(check(opened(rows, "id;tittel;tekst;frist\n"))) == expected


LINES = st.lists(st.from_regex(r'[ab"\n]{0,4};?[ab"\n]{0,4}', fullmatch=True).map(str.strip), min_size=1, max_size=4)


@given(texts=LINES)
def test_what_a_spreadsheet_writes_is_read_as_it_was(texts: list[str]) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerows([("id", "tittel", "tekst"), *((f"v{at}", "T", text) for at, text in enumerate(texts))])
    assert [row.get("tekst", "") for row in rows_of(ROOT, BOOK, "v.csv", file.getvalue().encode())] == texts


def hints(rows: str, header: str = HEADER) -> list[str]:
    """Give the codes and the help of the findings of a protocol, in bokmål."""
    lang = Language("nb")
    return [f"{item.code} {lang(item.help) if item.help else ''}" for item in check(opened(rows, header))]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (";verbalvedtak;;;2021-10-01;;;", "810 Skriv id-en til en enhet eller rolle i kolonnen «ansvarlig»."),
        (";verbalvedtak;;veg;;;;", "811 Skriv dagen organet skal ha svar, i kolonnen «frist»."),
        (
            ";verbalvedtak;;veg;2021-06-01;;;",
            "812 Skriv statusen i kolonnen «status» og, når det er besvart, dagen i «svar_dato»; eller en ny dag i «frist» som organet kjenner til.",
        ),
        (
            ";;;veg;2021-10-01;besvart;;",
            "813 Skriv dagen i kolonnen «svar_dato» og måten i «svar_form», for eksempel 2021-10-12 og sak.",
        ),
        (
            ";;;veg;2021-10-01;besluttet ikke fulgt;;",
            "814 Skriv hvem som bestemte det, og hvorfor, i kolonnen «begrunnelse».",
        ),
        (
            ";;;veg;2021-10-01;overført ny sak;;",
            "814 Skriv id-en til vedtaket i kolonnen «overført_til», eller saken i «begrunnelse».",
        ),
    ],
)
def test_the_help_names_the_column(row: str, expected: str) -> None:
    """A row has no fields with a colon after them: who reads the help writes in a cell."""
    assert hints(f"v1;Trygg skoleveg;12/21;09.02.2021{row}\n") == [expected]


def test_a_vedtak_that_is_ready_to_be_answered() -> None:
    plan = base_files()["virksomhetsplaner/veg.yaml"]
    plan = plan.replace("løser: [hp2021.o1]", "løser: [v1]").replace("status: i rute", "status: fullført")
    files = {"vedtak/2021.yaml": REGISTER, "vedtak/2021.csv": HEADER + ROWS, "virksomhetsplaner/veg.yaml": plan}
    (one,) = (item for item in check(world(files, date(2021, 6, 15))) if item.code == "818")
    assert one.help is not None
    assert Language("nb")(one.help) == (
        "Skriv gjennomført i kolonnen «status», eller besvart og dagen i «svar_dato»; eller skriv opp tiltaket som "
        "gjenstår, i planen til enheten."
    )


@pytest.mark.parametrize("kind", ["vedtak", "målinger", "økonomi"])
def test_a_workbook_is_no_table_and_told_once(kind: str) -> None:
    """Its bytes are not read, so nothing is told of what stands in it."""
    text = REGISTER.replace("type: vedtak", f"type: {kind}").replace("2021.csv", "regneark/2021.xlsx")
    if kind != "vedtak":
        text = f"type: {kind}\n" + ("periode: 2021\n" if kind == "økonomi" else "") + "fil: regneark/2021.xlsx\n"
    found = check(world({"tall.yaml": text, "regneark/2021.xlsx": b"PK\x03\x04\x00"}, date(2021, 6, 15)))
    assert [item.code for item in found] == ["104"]
    assert found[0].help is not None
    assert Language("nb")(found[0].help).endswith("skriv navnet på den filen her: 2021.csv.")
