"""What points at a person is told without being shown again, in any format."""

from __future__ import annotations

from pathlib import Path

import pytest

from planctl.check.pipeline import Choice
from planctl.cli.session import Session
from planctl.cli.validate import Options, validate
from planctl.output.formats import FINDING_FORMATS
from support import base_files

NUMBER, NAME, MAIL = "010101 50074", "Tone Fjellheim", "tone.fjellheim@lillevik.kommune.no"
HIDDEN = (NUMBER, "Fjellheim", "tone.fjellheim")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A plan repository that names a person in four ways."""
    for path, text in base_files().items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if path == "virksomhetsplaner/veg.yaml":
            text = text.replace("    ansvarlig: veg\n", f"    ansvarlig: {NAME}\n    merknad: Gjelder {NUMBER}\n    omtale: Spør {MAIL}\n", 1)  # fmt: skip
        if path == "organisasjon.yaml":
            text = text.replace("roller:\n", f"roller:\n  - id: tone.fjellheim\n    tittel: {NAME}\n", 1)
        file.write_text(text, encoding="utf-8")
    return Session(folder=tmp_path)


@pytest.mark.parametrize("form", ["text", *sorted(FINDING_FORMATS)])
def test_no_format_shows_a_person_again(session: Session, capsys: pytest.CaptureFixture[str], form: str) -> None:
    """The findings are there, and neither the number, the name nor the address is."""
    options = Options(Choice(select=("307", "319", "303")), forms=() if form == "text" else (form,))
    assert validate(session, (), options) == 1
    shown = capsys.readouterr().out
    assert shown.count("307") >= 4
    assert not [text for text in HIDDEN if text in shown]


def test_the_place_is_marked_with_dots(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    validate(session, (), Options(Choice(select=("307",))))
    lines = capsys.readouterr().out.splitlines()
    at = next(index for index, line in enumerate(lines) if "ansvarlig: •" in line)
    assert lines[at].endswith("ansvarlig: •••• •••••••••")
    assert lines[at + 1].rstrip().endswith("^" * 14)
