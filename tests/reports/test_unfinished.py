"""The report of a period that has not ended says so at its top and in its title, in every format; a finished one never."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from town import files

from planctl.cli.report import report
from planctl.cli.session import Session
from support import EXAMPLE

YEAR = (
    "# Årsrapport 2021 – Prøve (foreløpig)\n\n"
    "**Foreløpig: året er ikke slutt. Rapporten bygger på det som var kjent 31. desember 2021, og vurderer frister "
    "som om det var 31. desember 2021.**\n\n"
)


def _session(tmp_path: Path, today: date, lang: str = "nb", **changed: str) -> Session:
    for name, text in {**files(), **changed}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    session = Session(folder=tmp_path, lang_code=lang, environ={})
    session.today = today
    return session


def _made(session: Session, capsys: pytest.CaptureFixture[str], *, number: int | None = None) -> str:
    assert report(session, number, 2021, None, annual=number is None) == 0
    return capsys.readouterr().out


def test_a_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Until its last day is over."""
    assert _made(_session(tmp_path, date(2021, 12, 31)), capsys).startswith(YEAR)
    finished = _made(_session(tmp_path, date(2022, 1, 1)), capsys)
    assert finished.startswith("# Årsrapport 2021 – Prøve\n\nPeriode: ")
    assert "oreløpig" not in finished


def test_a_tertial(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = _made(_session(tmp_path, date(2021, 8, 15), "nn"), capsys, number=2)
    assert told.startswith(
        "# 2. tertialrapport 2021 – Prøve (førebels)\n\n"
        "**Førebels: tertialet er ikkje slutt. Rapporten byggjer på det som var kjent 15. august 2021, og vurderer "
        "fristar som om det var 31. august 2021.**\n\n"
    )
    assert "ørebels" not in _made(_session(tmp_path, date(2021, 9, 1), "nn"), capsys, number=2)


def test_a_month(capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(folder=EXAMPLE, lang_code="nb", environ={})
    session.today = date(2021, 8, 31)
    assert report(session, None, 2021, None, month=8) == 0
    assert capsys.readouterr().out.startswith(
        "# Månedsrapport august 2021 – Asker (foreløpig)\n\n"
        "**Foreløpig: måneden er ikke slutt. Rapporten bygger på det som var kjent 31. august 2021, og vurderer "
        "som om det var 31. august 2021.**\n\n"
    )


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("# Året\n\nTekst.\n", "# Året (foreløpig)\n\n{told}\n\nTekst.\n"),
        ("Bare tekst.\n", "{told}\n\nBare tekst.\n"),
    ],
)
def test_a_template_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str], template: str, shown: str) -> None:
    """It cannot leave it out."""
    session = _session(tmp_path, date(2021, 12, 31), **{"templates/årsrapport.md.j2": template})
    assert _made(session, capsys) == shown.format(told=YEAR.splitlines()[2])


def test_every_format(tmp_path: Path) -> None:
    """In the text, in the title that a file has, and in a workbook on the first sheet."""
    session = _session(tmp_path, date(2021, 12, 31))
    out = tmp_path / "ut"
    assert report(session, None, 2021, out, ("md", "html", "docx", "xlsx", "pdf"), annual=True) == 0
    told, title = YEAR.splitlines()[2].strip("*"), "Årsrapport 2021 – Prøve (foreløpig)"
    html = (out / "årsrapport-2021.html").read_text(encoding="utf-8")
    assert f"<title>{title}</title>" in html
    assert told in html.replace("\u00a0", " ")
    with ZipFile(io.BytesIO((out / "årsrapport-2021.docx").read_bytes())) as archive:
        assert title in archive.read("docProps/core.xml").decode()
        assert told in archive.read("word/document.xml").decode()
    book = openpyxl.load_workbook(out / "årsrapport-2021.xlsx")
    assert book.properties.title == title
    rows = list(book.worksheets[0].values)
    assert book.sheetnames[0] == "Om rapporten"
    assert ("Rapport", title) in rows
    assert ("Foreløpig", told) in rows
    assert (out / "årsrapport-2021.pdf").read_bytes().startswith(b"%PDF")
