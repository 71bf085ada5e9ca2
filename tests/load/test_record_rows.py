"""Rows of a CSV file as records of any discipline: its schema says so by `x-rader`, and gives the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from git_support import Repo, caller
from planctl.check.pipeline import check
from planctl.findings.diagnostic import Diagnostic
from planctl.history.states import states
from planctl.i18n import Language
from planctl.load.loader import load
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.tables.record_columns import KEYWORD, columns_of
from planctl.world import World, open_world
from support import MADE_UP, MemoryTree, base_files, places

BOOK = SchemaBook(MADE_UP)
YAML, CSV = "lekeplasser/2021.yaml", "lekeplasser/feil.csv"
REGISTER = "type: lekeplasser\nid: lp\ntittel: Lekeplassene\nfil: feil.csv\n"
MAPPED = (
    REGISTER
    + """\
kolonner:
  Saksnummer: id
  Overskrift: tittel
  Meldt dato: meldt
  Fritekst: beskrivelse
"""
)
TODAY = date(2021, 6, 15)


def opened(table: str, register: str = REGISTER, *, intern: bool = False) -> World:
    """Open the small municipality with a register of faults at playgrounds, and its table."""
    files = {**base_files(), YAML: register, CSV: table}
    return open_world(MemoryTree(files), TODAY, lambda: TODAY, BOOK, intern=intern)


def told(table: str, register: str = REGISTER) -> list[Diagnostic]:
    """Give the findings of a table, but for who answers for the faults (899)."""
    return [item for item in check(opened(table, register)) if item.code != "899"]


def said(table: str, register: str = REGISTER) -> Iterator[str]:
    """Give what is told of a table: the place, the message and the help, in bokmål."""
    lang = Language("nb", {}, MADE_UP)
    for place, item in zip(places(found := told(table, register)), found, strict=True):
        yield f"{place} {lang(item.message)}. {lang(item.help) if item.help else ''}"


def test_every_kind_of_field() -> None:
    here = opened(
        "ID;Tittel;lekeapparat;gjelder;frist;status;meldt;slag;kostnad;antall;stengt;deler;kontroll_dato;kontroll_poeng\n"
        'lp.a;Løs;"Huske\nstor";klima.d1 kp2020;2021K3;RUSTENT;1.5.2021;fall;1 250,50;3;x;Kjede, lang bolt ,;2021-05-09;9\n'
        "lp.b;Sprukket;;;2021-T3;Utbedret;2021-05-01;KLEM;40;Alle;Nei;;;\n"
    )
    one, two = here.plans.of_kind("lekeplassfeil")
    assert one.fields == {
        "id": "lp.a", "tittel": "Løs", "lekeapparat": "Huske\nstor", "gjelder": ["klima.d1", "kp2020"],
        "frist": "2021-Q3", "status": "rustent", "meldt": "2021-05-01", "slag": "Fall", "kostnad": 1250.5, "antall": 3,
        "stengt": True, "deler": ["Kjede", "lang bolt"], "kontroll": {"dato": "2021-05-09", "poeng": 9},
    }  # fmt: skip
    assert two.fields == {
        "id": "lp.b", "tittel": "Sprukket", "frist": "2021-T3", "status": "utbedret", "meldt": "2021-05-01",
        "slag": "klem", "kostnad": 40, "antall": "alle", "stengt": False,
    }  # fmt: skip
    assert (one.parent, one.path) == (here.plans.get("lp"), CSV)


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("meldt", "2021-02-31", "105 Dagen 2021-02-31 finnes ikke."),
        ("slag", "klemm", "104 «klemm» kan ikke stå i «slag»."),
        ("kostnad", "mye", "110 «mye» er ikke et tall."),
        ("kostnad", "1.250", "110 «1.250» kan leses som 1250 eller som 1,250."),
        ("antall", "noen", "104 «noen» kan ikke stå i «antall»."),
        ("stengt", "kanskje", "102 «stengt» skal være true eller false, ikke en tekst."),
        ("kontroll_poeng", "11", "104 «11» kan ikke stå i «poeng»."),
        ("gjelder", "klima.d1 klima.d77", "201 «gjelder» viser til «klima.d77», som ikke finnes."),
    ],
)
def test_what_is_wrong_stands_in_its_cell(column: str, cell: str, expected: str) -> None:
    """The row is a record nevertheless, and who names it is not blamed."""
    table = f"id;tittel;{column}\nlp.a;Løs;{cell}\n"
    (found,) = said(table)
    at = 10 + (cell.rfind(" ") + 1 if column == "gjelder" else 0)
    assert found.startswith(f"{CSV}:2:{at} {expected}")
    assert opened(table).plans.get("lp.a") is not None


@pytest.mark.parametrize("name", ["merknad", "tiltak", "tiltak_id", "kontroll", "unntatt_hjemmel", "type"])
def test_what_no_cell_can_hold_is_no_column(name: str) -> None:
    (found,) = said(f"id;tittel;{name}\nlp.a;Løs;x\n")
    assert found.startswith(f"{CSV}:1:11 111 Ingen kolonne heter «{name}».")


def test_an_extract_is_read_by_the_names_of_its_columns() -> None:
    table = "Saksnummer;OVERSKRIFT;Meldt  dato;Fritekst;Status\nlp.a;Løs;12.4.2021;Den  er løs;rustent\n"
    here = opened(table, MAPPED)
    (one,) = here.plans.of_kind("lekeplassfeil")
    assert one.fields == {
        "id": "lp.a", "tittel": "Løs", "meldt": "2021-04-12", "beskrivelse": "Den  er løs", "status": "rustent",
    }  # fmt: skip
    assert told(table, MAPPED) == []


def test_a_column_that_nobody_knows() -> None:
    """Each is told by itself, with what to write; the file's own words for a column are used of its cells."""
    table = "Saksnummer;Overskrift;Melt;Saksbehandler\nlp.a;Løs;;\n"
    assert list(said(table, MAPPED)) == [
        (
            f"{CSV}:1:23 111 Ingen kolonne heter «Melt». Er det «meldt», skriver du i {YAML}: kolonner: {{Melt: meldt}}. "
            "Ellers tar du kolonnen ut av tabellen."
        ),
        (
            f"{CSV}:1:28 111 Ingen kolonne heter «Saksbehandler». Skriv i {YAML} hvilket felt det er, for eksempel: kolonner: "
            "{Saksbehandler: lekeapparat}. Feltene her er: id, tittel, lekeapparat, gjelder, ansvarlig, frist, meldt, slag, kostnad, "
            "antall, stengt, deler, kontroll_dato, kontroll_poeng, beskrivelse, status, unntatt. "
            "Ellers tar du kolonnen ut av tabellen."
        ),
    ]
    (other,) = said("Saksnummer;Overskrift;Registrert dato\nlp.a;Løs;\n", MAPPED)
    assert f"Er det «meldt», skriver du i {YAML}: kolonner: {{Registrert dato: meldt}}." in other
    assert list(said("Saksnummer;Overskrift\nlp.a;\n", MAPPED)) == [
        f"{CSV}:2:6 111 Cellen i kolonnen «Overskrift» er tom. Fyll den ut, eller slett linjen."
    ]
    assert next(iter(said("Overskrift\nLøs\n", MAPPED))).startswith(f"{CSV}:1:1 111 Kolonnen «id» mangler.")


def test_free_text_is_refused_until_the_file_names_it() -> None:
    assert list(said("id;tittel;Beskrivelse\nlp.a;Løs;Den er løs\n")) == [
        (
            f"{CSV}:1:11 111 Kolonnen «Beskrivelse» har fri tekst, og leses ikke uten videre. Fri tekst fra et annet system kan "
            "fortelle om personer. Ta kolonnen ut av tabellen, eller les gjennom at tekstene kan leses av alle, og skriv i "
            f"{YAML}: kolonner: {{Beskrivelse: beskrivelse}}."
        )
    ]
    named = REGISTER + "kolonner: {Beskrivelse: beskrivelse}\n"
    here = opened("id;tittel;beskrivelse\nlp.a;Løs;Den er løs\n", named)
    assert [record.get("beskrivelse") for record in here.plans.of_kind("lekeplassfeil")] == ["Den er løs"]


def test_two_columns_of_one_field() -> None:
    table = "id;tittel;meldt;Meldt dato\nlp.a;Løs;;\n"
    assert list(said(table, MAPPED)) == [
        f"{CSV}:1:17 111 Kolonnene «meldt» og «Meldt dato» er begge feltet «meldt». Behold bare én av kolonnene."
    ]
    assert list(said("id;tittel;id\nlp.a;Løs;lp.a\n")) == [
        f"{CSV}:1:11 111 Kolonnene «id» og «id» er begge feltet «id». Behold bare én av kolonnene."
    ]


def test_a_field_that_is_none_is_told_once() -> None:
    """What it must have meant is read so; where nothing is like it, the column is passed over."""
    table = "id;tittel;Dato;Farge\nlp.a;Løs;12.4.2021;rød\n"
    register = REGISTER + "kolonner:\n  Dato: melt\n  Farge: kulør\n"
    assert [row[:60] for row in said(table, register)] == [
        f"{YAML}:6:9 104 «melt» er ikke et felt som en kolo"[:60],
        f"{YAML}:7:10 104 «kulør» er ikke et felt som en kolo"[:60],
    ]
    assert next(iter(said(table, register))).endswith("Mente du «meldt»?")
    (one,) = opened(table, register).plans.of_kind("lekeplassfeil")
    assert one.fields == {"id": "lp.a", "tittel": "Løs", "meldt": "2021-04-12"}
    assert [place.partition(" ")[2] for place in places(told(table, REGISTER + "kolonner: [a]\n"))] == [
        "102",
        "111",
        "111",
    ]


def test_a_table_that_is_not_there() -> None:
    files = {**base_files(), YAML: MAPPED}
    world = open_world(MemoryTree(files), TODAY, lambda: TODAY, BOOK)
    assert places(check(world)) == [f"{YAML}:4:6 012"]


@pytest.mark.parametrize("table", ["nummer;tittel\nlp.a;Løs\n", None])
def test_a_table_that_cannot_be_read_hides_references_to_its_own_kind_only(table: str | None) -> None:
    """Whatever stands in it, no unit does: an owner that is none is told all the same."""
    plan = "virksomhetsplaner/veg.yaml"
    files = {**base_files(), YAML: MAPPED, **({CSV: table} if table else {})}
    files[plan] = files[plan].replace("    ansvarlig: veg\n", "    ansvarlig: vegen\n").replace("[hp2021.o1]", "[lp.a]")
    found = check(open_world(MemoryTree(files), TODAY, lambda: TODAY, BOOK))
    assert [item for item in places(found) if item.startswith(plan)] == [f"{plan}:14:16 303"]


HIDDEN = REGISTER + "kolonner: {Skjermet: unntatt}\n"


def test_what_a_column_of_another_name_marks_is_withheld() -> None:
    table = "id;tittel;Skjermet\nlp.a;Hemmelig;offl § 13\nlp.b;Åpen;\n"
    shown = [str(record.title) for record in opened(table, HIDDEN).plans.of_kind("lekeplassfeil")]
    assert shown == ["unntatt, offl. § 13 (lp.a)", "Åpen"]
    whole = opened(table, HIDDEN, intern=True).plans.of_kind("lekeplassfeil")
    assert [record.title for record in whole] == ["Hemmelig", "Åpen"]


def test_a_table_that_cannot_be_read_whole_is_withheld() -> None:
    world = opened("id;tittel;Skjermet\nlp.a;Hemmelig\n", HIDDEN)
    assert world.withheld is not None
    assert CSV in world.withheld.files
    assert opened("id;tittel;frist\nlp.a;Løs\n").withheld is None


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        ("id;tittel;ukjent;unntatt\nlp.a;Hemmelig;;offl § 13\nlp.b;Åpen;hp2021.o1;\n", "unntatt"),
        ("nummer;tittel;unntatt\nlp.a;Hemmelig;offl § 13\n", "unntatt"),
        ("id;tittel;ukjent\nlp.a;Løs;\n", "Bygge sykkelparkering ved stasjonen"),
    ],
)
def test_what_follows_up_a_table_that_cannot_be_read_at_all_is_withheld_too(table: str, shown: str) -> None:
    """Of the table are taken the ids, or every word where no column is called so."""
    plan = "virksomhetsplaner/veg.yaml"
    files = {**base_files(), YAML: REGISTER, CSV: table}
    files[plan] = files[plan].replace("[hp2021.o1]", "[lp.a]")
    world = open_world(MemoryTree(files), TODAY, lambda: TODAY, BOOK)
    tiltak, oppdrag = world.plans.get("vp2021-veg.t1"), world.plans.get("hp2021.o1")
    assert tiltak is not None
    assert str(tiltak.title).startswith(shown)
    assert oppdrag is not None
    assert not str(oppdrag.title).startswith("unntatt")


def test_history_and_diff_read_the_columns_by_their_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = "Saksnummer;Overskrift;Meldt dato\nlp.a;Løs;12.4.2021\n"
    repo = Repo(tmp_path / "plan", {**base_files(), YAML: MAPPED, CSV: first})
    repo.write({CSV: first.replace("Løs;12", "Helt løs;13")})
    repo.commit("Ny dato")
    told_of = caller(repo.folder, capsys, disciplines=MADE_UP)("history", "lp.a")
    assert "  Tittel: Løs → Helt løs\n  Meldt: 12. april 2021 → 13. april 2021\n" in told_of
    assert "Meldt endret fra 12. april 2021 til 13. april 2021" in caller(repo.folder, capsys, disciplines=MADE_UP)(
        "diff", "HEAD~1"
    )


def test_an_earlier_version_is_read_by_the_names_of_now() -> None:
    """A column that nothing is known of any longer, or that is refused now, is passed over."""
    first = "Saksnummer;Overskrift;Gammel;Beskrivelse;Meldt dato\nlp.a;Løs;x;y;12.4.2021\n"
    root = opened(first, MAPPED).plans.get("lp")
    assert root is not None
    assert states(CSV, first.encode(), root, BOOK)["lp.a"].fields == {
        "id": "lp.a", "tittel": "Løs", "meldt": "2021-04-12",
    }  # fmt: skip
    assert states(CSV, first.encode()) == {}


def test_git_diff_shows_no_text_of_a_table_whose_column_marks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repo = Repo(tmp_path / "plan", {**base_files(), YAML: HIDDEN, CSV: "id;tittel;Skjermet\nlp.a;Hemmelig;offl § 13\n"})
    assert caller(repo.folder, capsys, disciplines=MADE_UP)("textconv", CSV) == "unntatt\n"


def test_git_diff_shows_no_text_of_what_follows_up_a_row_that_is_exempt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The mark stands in the table alone."""
    plan = "virksomhetsplaner/veg.yaml"
    files = {**base_files(), YAML: REGISTER, CSV: "id;tittel;unntatt\nlp.a;Hemmelig;offl § 13\n"}
    repo = Repo(tmp_path / "plan", {**files, plan: files[plan].replace("[hp2021.o1]", "[lp.a]")})
    assert "Bygge sykkelparkering" not in caller(repo.folder, capsys, disciplines=MADE_UP)("textconv", plan)
    repo.write({CSV: "id;tittel\nlp.a;Hemmelig\n"})
    assert "Bygge sykkelparkering" in caller(repo.folder, capsys, disciplines=MADE_UP)("textconv", plan)


@pytest.mark.parametrize("stem", [stem for stem, root in BOOK.files.items() if KEYWORD in root])
def test_what_the_annotations_name_is_there(stem: str) -> None:
    """The list is one of records with an id, or of rows that another field names; what is left out or free is a field."""
    root = BOOK.root(stem)
    rows = root[KEYWORD]
    item = BOOK.resolve(BOOK.resolve(root["properties"][rows["liste"]])["items"])
    columns = columns_of(BOOK, stem)
    assert columns is not None
    assert rows.keys() <= {"liste", "bare_yaml", "fritekst"}
    assert "fil" in root["properties"]
    assert columns.key in columns.by_name
    assert ("x-slag" in item) == (columns.key == "id")
    assert {*rows.get("bare_yaml", ())} <= {*item["properties"]}
    assert {*rows.get("fritekst", ())} <= {*item["properties"], *columns.by_name}


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
NAMES = st.sampled_from(
    ["id", "tittel", "Meldt dato", "kostnad", "deler", "stengt", "kontroll_dato", "beskrivelse", "x"]
)


@given(st.lists(NAMES, max_size=5), st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=4))
def test_any_cells_are_read_or_told_of(names: list[str], rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows([["id", "tittel", *names], *rows])
    tree = MemoryTree({YAML: MAPPED, CSV: out.getvalue()})
    assert "901" not in {item.code for item in load(tree, BOOK).findings}


@given(st.text(max_size=60))
def test_random_tables_never_crash(text: str) -> None:
    tree = MemoryTree({YAML: MAPPED, CSV: text.encode("utf-8", errors="surrogatepass")})
    assert "901" not in {item.code for item in load(tree, BOOK).findings}


@given(st.dictionaries(CELLS, st.one_of(CELLS, st.integers(), st.none(), st.lists(CELLS)), max_size=3))
def test_any_names_of_columns_are_read_or_told_of(names: dict[str, object]) -> None:
    import json

    tree = MemoryTree({YAML: f"{REGISTER}kolonner: {json.dumps(names)}\n", CSV: "id;tittel;x\nlp.a;Løs;y\n"})
    assert "901" not in {item.code for item in load(tree, BOOK).findings}


LINES = st.lists(st.from_regex(r'[ab"\n,]{0,4};?[ab"\n]{0,4}', fullmatch=True).map(str.strip), min_size=1, max_size=4)


@given(texts=LINES)
def test_what_a_spreadsheet_writes_is_read_as_it_was(texts: list[str]) -> None:
    out = io.StringIO()
    rows = [("Saksnummer", "Overskrift", "Fritekst"), *((f"v{at}", "T", text) for at, text in enumerate(texts))]
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    found = load(MemoryTree({YAML: MAPPED, CSV: out.getvalue()}), BOOK).plans.of_kind("lekeplassfeil")
    assert [record.get("beskrivelse") or "" for record in found] == texts
