"""Documents of a municipality with the profile `fri`: no column, table or word for what it does not have."""

from __future__ import annotations

from pathlib import Path

import pytest
from town import tables
from village import files

from planctl.cli.report import report
from planctl.cli.session import Session


def document(folder: Path, capsys: pytest.CaptureFixture[str], name: str, code: str = "nb", **options: object) -> str:
    """Write the municipality's files, and a document of them."""
    for path, text in files().items():
        (folder / path).write_text(text, encoding="utf-8")
    assert report(Session(folder=folder, lang_code=code, environ={}), None, 2021, None, document=name, **options) == 0  # type: ignore[arg-type]
    return capsys.readouterr().out


def test_what_a_tiltak_solves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The innsatsområde it stands in is named only where it solves nothing else."""
    found = tables(document(tmp_path, capsys, "temaplan"))
    assert {row[0]: row[1] for table in found for row in table[1:]} == {
        "Bygge gangveg langs Storgata": "Kommunen skal skille gående fra biler",
        "Merke sykkelfelt": "Gang- og sykkelveger",
        "Lage hjertesone ved skolen": "Alle kommer trygt til skolen",
    }
