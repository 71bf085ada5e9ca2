"""LibreOffice opens the Word and Excel reports and gives pages with everything on them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from sources import hostile_source, town_source

from planctl.reports.formats import Source, make

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"),
]


def _pages(source: Source, name: str, folder: Path) -> str:
    path = folder / f"report.{name}"
    path.write_bytes(make(name, source))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    done = subprocess.run(command, capture_output=True, timeout=180, check=True)
    made = folder / "report.pdf"
    if not made.is_file() and b"source file could not be loaded" in done.stderr:
        pytest.skip("LibreOffice has no filter for this kind of document")
    text = subprocess.run(["pdftotext", "-layout", str(made), "-"], capture_output=True, check=True)
    return text.stdout.decode()


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_opens(name: str, tmp_path: Path) -> None:
    """The report's title and a tiltak of it stand on the pages."""
    source = town_source("nb")
    text = _pages(source, name, tmp_path)
    assert source.document.title in text
    assert source.view.work[0].title.split()[0] in text


def test_hostile_word_report(tmp_path: Path) -> None:
    """A report full of hostile text opens, and shows it."""
    text = _pages(hostile_source(), "docx", tmp_path)
    assert "<script>alert(1)</script>" in text
    assert "".join(text.split()).count("å") >= 4 * 4000
