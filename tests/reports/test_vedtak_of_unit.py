"""What a unit is to follow up, in the documents of the unit; and tiltak under vedtak, in the periods they belong to."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from recount.page import rows
from test_vedtak_chapter import REGISTER
from town import files, town

from planctl.check.collected import status_lines
from planctl.cli.report import report
from planctl.cli.report_documents import OF_UNITS
from planctl.cli.session import Session
from planctl.i18n import Language
from planctl.model.period import parse_period
from planctl.reports.formats import REPORT_FORMATS
from planctl.reports.scope import Scope

TILTAK = """\
type: vedtak
id: vr
tittel: Vedtak 2021
periode: 2021
vedtak:
  - id: v1
    tittel: Trygg skoleveg
    dato: 2021-05-04
    ansvarlig: veg
    FACTS
    tiltak:
      - {id: fortau, tittel: Bygge fortau, frist: 2021-06-01, ansvarlig: veg, status: fullført}
      - {id: felt, tittel: Male gangfelt, frist: 2022-06-01, ansvarlig: veg}
"""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session in a folder with the small municipality and a register of vedtak."""
    for name, text in files().items():
        (tmp_path / name).write_bytes(text.encode())
    (tmp_path / "vedtak.yaml").write_text(REGISTER, encoding="utf-8")
    return Session(folder=tmp_path, lang_code="nb", environ={}, today=date(2021, 9, 1))


@pytest.mark.parametrize("document", OF_UNITS)
def test_a_unit_has_its_own_and_no_others(session: Session, capsys: pytest.CaptureFixture[str], document: str) -> None:
    assert report(session, None, None, None, document=document, unit="veg") == 0
    text = capsys.readouterr().out
    found = rows(text[text.index(". Vedtak enheten følger opp") :])
    assert ("Åpne per 1. september 2021: 3. Over fristen: 1. Aldri besvart: 0.",) in found
    assert ("Trygg skoleveg: Legge fram en sak", "12/21", "Under arbeid", "31.08.2021", "1", "Veg") in found
    assert ("Sak om leirskole", "–", "Under arbeid", "–", "–", "Veg") in found
    after = found[found.index(("### Avsluttet i 2021",)) :]
    assert [row[0] for row in after if len(row) == 6] == [
        "Vedtak", "Trygg skoleveg: Sette i gang", "Benker i parken", "Leirskole",
    ]  # fmt: skip
    assert "Sykkelveg langs elva" not in text
    assert "Sak om høsten" not in text


@pytest.mark.parametrize("document", OF_UNITS)
def test_without_any_there_is_no_chapter(session: Session, capsys: pytest.CaptureFixture[str], document: str) -> None:
    (session.folder / "vedtak.yaml").unlink()
    assert report(session, None, None, None, document=document, unit="veg") == 0
    assert "Vedtak enheten" not in capsys.readouterr().out


def test_a_workbook_has_the_words_of_the_document_and_a_sheet_of_vedtak(session: Session) -> None:
    formats = list(REPORT_FORMATS)
    assert report(session, None, None, Path("ut"), formats, document="lederavtale", unit="veg") == 0
    written = {path.suffix[1:]: path.read_bytes() for path in (session.folder / "ut").iterdir() if path.is_file()}
    assert sorted(written) == sorted(formats)
    with ZipFile(io.BytesIO(written["xlsx"])) as book:
        names = [node.get("name") for node in ET.fromstring(book.read("xl/workbook.xml")).iter() if node.get("sheetId")]
    assert names[:1] == ["Innhold"]
    assert "Vedtak enheten følger opp" in names


def test_an_own_template_from_before_is_told_of_the_chapter(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    own = session.folder / "templates" / "dokumenter"
    own.mkdir(parents=True)
    (own / "lederavtale.md.j2").write_text("# Avtale\n", encoding="utf-8")
    assert report(session, None, None, None, document="lederavtale", unit="veg") == 0
    assert "har ingen plass for disse kapitlene: Vedtak enheten" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ("status: under arbeid", {"2021-T1": "", "2021-T2": "fortau felt", "2022": "fortau felt"}),
        ("status: gjennomført", {"2021-T1": "", "2021-T2": "fortau", "2021-T3": "", "2022": ""}),
        (
            "svar: {dato: 2021-09-14, form: muntlig}\n    status: besvart",
            {"2021-T1": "", "2021-T2": "fortau felt", "2021-T3": "fortau", "2022": ""},
        ),
    ],
)
def test_its_tiltak_are_told_of_while_the_vedtak_is_open_and_when_it_is_settled(
    facts: str, told: dict[str, str]
) -> None:
    """Judged from later: not before the vedtak was made. Of one that is settled, only what was done.

    Without a day of its settling, that is told of where its deadline is.
    """
    here = town({"vedtak.yaml": TILTAK.replace("FACTS", facts)}, date(2023, 1, 31))
    for text, ids in told.items():
        period = parse_period(text)
        assert period is not None
        scope = Scope(here, period)
        assert [record.id for record in scope.tiltak if record.plan.id == "vr"] == ids.split()


def test_what_a_unit_has_reported_on_is_told_of() -> None:
    said = "type: rapportering\nperiode: 2021-T3\nvirksomhet: veg\nlevert: 2022-01-10\ntiltak:\n  felt: {status: fullført}\n"
    here = town({"vedtak.yaml": TILTAK.replace("FACTS", "status: gjennomført"), "r.yaml": said}, date(2023, 1, 31))
    period = parse_period("2021-T3")
    assert period is not None
    found = [record.id for record in Scope(here, period).tiltak if record.plan.id == "vr"]
    assert found == ["felt"]


@pytest.mark.parametrize(
    ("register", "line"),
    [
        (REGISTER, "Vedtak – Åpne: 4. Over fristen: 2. Aldri besvart: 2."),
        (None, None),
        (TILTAK.replace("FACTS", "status: gjennomført"), None),
        (
            TILTAK.replace("FACTS", "slag: interpellasjon"),
            "Vedtak – Åpne: 1. Over fristen: 0. Aldri besvart: 1.",
        ),
    ],
)
def test_the_line_of_status(register: str | None, line: str | None) -> None:
    here = town({"vedtak.yaml": register} if register else {}, date(2021, 9, 1))
    nb = Language("nb")
    said = [f"{nb(line.name)} – {nb(line.told)}" for line in status_lines(here)]
    assert said == ([line] if line else []), said
