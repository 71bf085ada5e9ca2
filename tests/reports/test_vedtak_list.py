"""The list of vedtak for the council: what is late first, kinds apart, punkter under their vedtak, in every format."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from recount.source import of_folder
from recount.vedtak import counts
from test_vedtak_chapter import REGISTER
from town import files, tables

from planctl.cli.report import report
from planctl.cli.session import ExitError, Session
from planctl.disciplines.vedtak.labels import HEADINGS, SLAG
from planctl.domain.answers import FORMS
from planctl.load.schema.schema_book import SchemaBook
from planctl.reports.formats import REPORT_FORMATS
from support import EXAMPLE

HOSTILE = '"| x | <script>alert(1)</script> =CMD() [/bold] \\e[31m **fet** ' + "å" * 300 + '"'


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session in a folder with the small municipality and a register of vedtak."""
    for name, text in files().items():
        (tmp_path / name).write_bytes(text.encode())
    (tmp_path / "vedtak.yaml").write_text(REGISTER, encoding="utf-8")
    return Session(folder=tmp_path, lang_code="nb", environ={}, today=date(2021, 9, 1))


def listed(session: Session, capsys: pytest.CaptureFixture[str], **kwargs: object) -> str:
    """Write the list to the screen."""
    kwargs = {"year": None, "unit": None, **kwargs}
    assert report(session, None, out=None, document="vedtaksliste", **kwargs) == 0  # type: ignore[arg-type]
    return capsys.readouterr().out


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


def test_what_is_late_stands_first(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    text = listed(session, capsys)
    assert headings(text) == [
        "# Vedtaksliste – Prøve", "## 1. Over fristen", "### Vedtak", "### Verbalvedtak",
        "## 2. Åpne, ikke over fristen", "### Vedtak",
        "## 3. Avsluttet i 2021", "### Vedtak", "### Oversendelsesforslag", "### Interpellasjoner",
        "## 4. Delegerte vedtak",
    ]  # fmt: skip
    late, verbal, still, *done = tables(text)
    assert late[0] == ["Nr.", "Vedtak", "Gjort", "Gjenstår", "Frist", "Ansvarlig"]
    assert late[1:] == [
        ["1", "Trygg skoleveg (sak 12/21, kommunestyret, 4. mai 2021, 120 dager gammelt)", "–", "–", "–", "–"],
        ["1.1", "– Sette i gang", "Gjennomført.", "–", "01.06.2021", "Veg"],
        ["1.2", "– Legge fram en sak", "Under arbeid.", "Skal gjennomføres.", "31.08.2021", "Veg"],
        ["1.3", "– Orientere skolene", "Ikke startet.", "Skal gjennomføres.", "01.09.2021", "Veg"],
    ]
    assert verbal[1:] == [
        [
            "2", "Sykkelveg langs elva (sak 13/21, kommunestyret, 30. april 2021, 124 dager gammelt)", "–",
            "Aldri besvart: kommunestyret skal ha svar.", "01.07.2021", "Vann",
        ]
    ]  # fmt: skip
    assert [row[:3] for row in still[1:]] == [
        ["3", "Sak om leirskole (kommunestyret, 24. august 2021, 8 dager gammelt)", "Under arbeid."]
    ]
    assert [row[1:4] for table in done[:-1] for row in table[1:]] == [
        ["Rapport om støv (kommunestyret, 4. mai 2021)", "Gjennomført.", "Aldri besvart: kommunestyret skal ha svar."],
        [
            "Leirskole (kommunestyret, 2. mars 2021, avsluttet etter 175 dager)",
            "Overført ny sak. Saken går videre som «Sak om leirskole».", "–",
        ],
        ["Benker i parken (kommunestyret, 2. februar 2021, avsluttet etter 112 dager)", "Besvart 25. mai 2021 muntlig.", "–"],
    ]  # fmt: skip
    assert "Avsluttet: 3. Aldri besvart: 1." in text


def test_a_deadline_passes_when_its_day_is_over(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """Today there is still time; looking back at a day that is over there is none."""
    session.today = date(2021, 7, 1)
    assert "Ingen av dem er over fristen." in listed(session, capsys)
    session.today = date(2021, 7, 2)
    assert "Sykkelveg" in listed(session, capsys).partition("## 2.")[0]


def test_a_year_that_is_over_is_told_as_it_stood_then(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    session.today = date(2022, 6, 1)
    text = listed(session, capsys, year=2021)
    assert "per 31. desember 2021" in text
    assert "Sykkelveg langs elva (sak 13/21, kommunestyret, 30. april 2021, avsluttet etter 137 dager)" in text
    late = text.partition("## 2.")[0]
    assert "Sak om høsten" in late
    assert "Orientere skolene" in late
    after = listed(session, capsys, year=2022)
    assert "Sykkelveg" not in after
    assert "Trygg skoleveg" in after


def test_one_unit(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    text = listed(session, capsys, unit="vann")
    assert headings(text)[0] == "# Vedtaksliste – Vann"
    assert "Sykkelveg" in text
    assert "skoleveg" not in text
    assert "Delegerte" not in text


def test_what_remains_names_the_tiltak_that_are_not_done(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    own = "\n    tiltak:\n      - {id: v6.t1, tittel: Lyse ut, ansvarlig: veg, frist: 2021-12-01, status: i rute}"
    own += "\n      - {id: v6.t2, tittel: Kartlegge, ansvarlig: veg, frist: 2021-08-30, status: fullført}\n"
    block = (
        "  - id: v6\n    tittel: Sak om leirskole\n    dato: 2021-08-24\n    ansvarlig: veg\n    status: under arbeid"
    )
    line = next(line for line in REGISTER.splitlines() if "id: v6," in line)
    (session.folder / "vedtak.yaml").write_text(REGISTER.replace(line, block + own), encoding="utf-8")
    assert "| Tiltak: Lyse ut. |" in listed(session, capsys)


def test_no_register_gives_no_list(session: Session) -> None:
    (session.folder / "vedtak.yaml").unlink()
    with pytest.raises(ExitError):
        report(session, None, None, None, document="vedtaksliste")


def test_the_list_of_the_example_has_what_is_open_by_the_recount(capsys: pytest.CaptureFixture[str]) -> None:
    here = Session(folder=EXAMPLE, lang_code="nb", environ={}, today=date(2022, 6, 1))
    text = listed(here, capsys, year=2021)
    *_, (_, _, still, late, _, never) = counts(of_folder(EXAMPLE), date(2021, 1, 1), date(2021, 12, 31))
    parts = [part.partition("\n\n###")[0] for part in text.split("\n## ")[1:3]]
    numbers = [[int(word) for word in part.replace(".", "").split() if word.isdigit()][1:] for part in parts]
    assert sum(row[1] for row in numbers) == int(still.strip("*"))
    assert sum(row[2] for row in numbers) == int(never.strip("*"))
    assert 0 < int(late.strip("*")) <= numbers[0][1]


def test_every_format(session: Session) -> None:
    """Plan text full of markup stays text; dates and ages are typed in the workbook."""
    text = REGISTER.replace("tittel: Trygg skoleveg", f"tittel: {HOSTILE}").replace(
        "40/21}", f"40/21, omtale: {HOSTILE}}}"
    )
    (session.folder / "vedtak.yaml").write_text(text, encoding="utf-8")
    session.today = date(2021, 12, 31)
    assert report(session, None, None, Path("ut"), list(REPORT_FORMATS), document="vedtaksliste") == 0
    written = {path.suffix[1:]: path.read_bytes() for path in (session.folder / "ut").iterdir() if path.is_file()}
    assert sorted(written) == sorted(REPORT_FORMATS)
    for name in ("md", "html"):
        assert "<script" not in written[name].decode()
        assert "\x1b" not in written[name].decode()
    assert all(len({len(row) for row in table}) == 1 for table in tables(written["md"].decode()))
    with ZipFile(io.BytesIO(written["xlsx"])) as book:
        names = [node.get("name") for node in ET.fromstring(book.read("xl/workbook.xml")).iter() if node.get("sheetId")]
        strings = book.read("xl/sharedStrings.xml").decode()
    assert names == ["Over fristen", "Åpne, ikke over fristen", "Avsluttet i 2021", "Delegerte vedtak", "Om rapporten"]
    assert "Alder i dager" in strings
    assert "Dager over fristen" in strings


def test_frozen_and_verified(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    frozen = session.folder / "frozen.json"
    assert report(session, None, None, None, document="vedtaksliste", freeze=frozen) == 0
    assert json.loads(frozen.read_text(encoding="utf-8"))["reports"]["vedtaksliste-2021"]["chapters"]
    assert report(session, None, None, None, document="vedtaksliste", verify=frozen) == 0
    text = REGISTER.replace("frist: 2021-08-31, status: under arbeid", "frist: 2021-08-31, status: gjennomført")
    (session.folder / "vedtak.yaml").write_text(text, encoding="utf-8")
    assert report(session, None, None, None, document="vedtaksliste", verify=frozen) == 1
    capsys.readouterr()


def test_every_kind_and_form_of_the_schema_has_words() -> None:
    defs = SchemaBook().defs
    assert list(SLAG) == list(HEADINGS) == defs["vedtaksinnforing"]["properties"]["slag"]["enum"]
    assert list(FORMS) == defs["vedtakssvar"]["properties"]["form"]["enum"]


def test_a_tiltak_elsewhere_that_solves_a_vedtak_remains_too(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = (
        "type: virksomhetsplan\nid: vp-ny\ntittel: Virksomhetsplan for vann 2021\nperiode: 2021\nvirksomhet: vann\n"
        "tiltak:\n  - {id: vp-ny.t1, tittel: Måle støvet, løser: [v6], frist: 2021-11-01, ansvarlig: vann}\n"
    )
    (session.folder / "vp-ny.yaml").write_text(plan, encoding="utf-8")
    assert "Tiltak: Måle støvet." in listed(session, capsys)
